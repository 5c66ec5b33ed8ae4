"""The digest in source/ is a whole title, and in its own words: no sentence of the report stands in it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kanben.press.proofreading import check_title

ROOT = Path(__file__).parents[2]
DIGEST = ROOT / "source" / "xinzhi-digest"
REPORT = ROOT.parent / "shared" / "manuscripts" / "xinzhi-report.txt"
HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
LONGEST_SHARED = 24
CHAPTERS = sorted((DIGEST / "chapters").glob("*.md"))
PICTURES = sorted((DIGEST / "images").glob("*.svg"))


def record(name: str) -> Any:
    return yaml.safe_load((DIGEST / name).read_text("utf-8"))


def markdown() -> str:
    """Give the whole title's Markdown in reading order, without glossary and references."""
    parts = record("title.yaml")["parts"]
    files = [name for matter in ("front", "body", "back") for name in parts[matter] if name.endswith(".md")]
    return "\n\n".join((DIGEST / name).read_text("utf-8") for name in files)


def definitions() -> str:
    return "\n\n".join(entry["definition"] for entry in record("glossary.yaml"))


def own_words(text: str) -> str:
    """Drop what the digest takes over by right, headings and titles in 《》, and the marks that would split a run."""
    text = re.sub(r"(?m)^#.*$", "\n", text)
    text = re.sub(r"《[^《》]*》", "|", text)
    text = re.sub(r"(?m)^\[\^\w+\]:", "|", text)
    text = re.sub(r"\[\^\w+\]|\[@[^\]]*\]|\{\.[^}]*\}", "", text)
    return re.sub(r"[][*_]", "", text)


def runs(text: str) -> list[str]:
    """Split a text into its runs of Han; any mark, letter, digit or space ends a run."""
    return re.findall(f"{HAN}+", text)


def shared_runs(ours: str, theirs: str, longest: int) -> list[str]:
    """List every run of more than `longest` Han in `ours` that `theirs` has too."""
    size = longest + 1
    known = {run[at : at + size] for run in runs(theirs) for at in range(len(run) - size + 1)}
    windows = (run[at : at + size] for run in runs(ours) for at in range(len(run) - size + 1))
    return [window for window in windows if window in known]


@pytest.mark.skipif(not REPORT.exists(), reason="needs ../shared/manuscripts/xinzhi-report.txt, which is not here")
def test_no_sentence_of_the_report_stands_in_the_digest() -> None:
    # A line's end in the extracted manuscript is no end of a run: the PDF cut it there.
    report = re.sub(r"\s", "", REPORT.read_text("utf-8"))
    ours = [own_words(markdown()), own_words(definitions()), record("title.yaml")["description"]]
    ours += [picture.read_text("utf-8") for picture in PICTURES]
    assert shared_runs("\n".join(ours), report, LONGEST_SHARED) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("书山有路勤为径", "书山有路勤为径", ["书山有路勤", "山有路勤为", "有路勤为径"]),
        ("书山有路勤", "俗话说书山有路勤为径", ["书山有路勤"]),
        ("书山有路", "书山有路", []),
        ("书山，有路勤为", "书山有路勤为", []),
        ("书山[^n1]有[路]{.term}勤", "书山有路勤", ["书山有路勤"]),
        ("# 书山有路勤为径\n", "书山有路勤为径", []),
        ("《书山有路勤为径》", "书山有路勤为径", []),
    ],
)
def test_a_shared_run_is_found_unless_a_mark_ends_it_or_it_is_a_title(ours: str, theirs: str, found: list[str]) -> None:
    assert shared_runs(own_words(ours), theirs, longest=4) == found


def test_nothing_is_to_be_mended_or_looked_at_in_the_digest() -> None:
    assert "\n".join(map(str, check_title(DIGEST))) == ""


def test_the_digest_is_of_the_promised_length() -> None:
    prose = re.sub(r"(?m)^\[\^\w+\]:.*$|^#.*$", "", markdown()) + definitions()
    prose = re.sub(r"\{[^}]*\}", "", prose)
    assert 8_000 <= len(re.findall(HAN, prose)) <= 12_000


def test_ten_terms_are_defined_and_each_is_used_in_a_chapter() -> None:
    glossary = record("glossary.yaml")
    body = "\n".join(chapter.read_text("utf-8") for chapter in CHAPTERS)
    assert len(glossary) == 10
    assert [entry["term"] for entry in glossary if entry["term"] not in body] == []
    assert [entry["term"] for entry in glossary if not 60 <= len(re.findall(HAN, entry["definition"])) <= 150] == []


def test_fourteen_references_are_each_cited_or_further_reading() -> None:
    works = record("references.yaml")["references"]
    cited = set(re.findall(r"@([a-z]+\d{4})", markdown()))
    further = {work["id"] for work in works if work.get("further-reading")}
    assert len(works) == 14
    assert len(cited) >= 10
    assert cited | further == {work["id"] for work in works}
    assert cited & further == set()


def test_notes_and_their_calls_are_the_same() -> None:
    in_all = 0
    for chapter in CHAPTERS:
        text = chapter.read_text("utf-8")
        notes = re.findall(r"(?m)^\[\^(\w+)\]:", text)
        assert re.findall(r"\[\^(\w+)\](?!:)", text) == notes
        in_all += len(notes)
    assert in_all >= 15


def test_each_of_the_five_chapters_opens_with_an_attributed_epigraph() -> None:
    assert len(CHAPTERS) == 5
    for chapter in CHAPTERS:
        opening = re.match(r"# .+\n\n::: epigraph\n.+\n\n—— 《.+》\n:::\n", chapter.read_text("utf-8"))
        assert opening, chapter.name


def test_tables_and_figures_are_captioned_and_referred_to() -> None:
    text = markdown()
    tables = re.findall(r"(?m)^: .+ \{#(tbl-[a-z0-9-]+)\}$", text)
    figures = re.findall(r'(?m)^!\[.+\]\((images/[a-z]+\.svg)\)\{#(fig-[a-z]+) alt=".+"\}$', text)
    assert len(tables) >= 2
    assert len(figures) >= 2
    assert {DIGEST / source for source, _ in figures} == set(PICTURES)
    assert [name for name in tables + [name for _, name in figures] if f"[](#{name})" not in text] == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_tells_what_it_shows_and_asks_for_nothing_outside(picture: Path) -> None:
    svg = picture.read_text("utf-8")
    assert re.search(r"<title [^>]*>.+</title>\s*<desc [^>]*>.+</desc>", svg)
    assert not re.search(r"<script|href=|url\(|@import", svg)
