"""The real report against a truth made by hand: every heading, paragraph, note and its place, term and reference."""

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml

from kanben.manuscript import Imported, import_manuscript
from kanben.manuscript.markdown import NOTE_CALL, read_back

HERE = Path(__file__).parent
REPORT = HERE.parents[2] / "shared" / "manuscripts" / "xinzhi-report.txt"
TRUTH = json.loads((HERE / "truth.json").read_text(encoding="utf-8"))
FILES = ("front/preface.md", *(f"chapters/{n:02}.md" for n in range(1, 6)), "back/conclusion.md", "back/colophon.md")

pytestmark = pytest.mark.skipif(not REPORT.is_file(), reason="the report is not in ../shared/manuscripts")


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture(scope="module")
def imported() -> Imported:
    return import_manuscript(REPORT.name, REPORT.read_bytes())


def lines_of(imported: Imported) -> list[str]:
    """The lines of all Markdown files in reading order; ids of notes are made unique by their file."""
    lines: list[str] = []
    for file in FILES:
        text = imported.files[file].decode().replace("[^n", f"[^n{FILES.index(file)}0")
        lines += [line for line in text.split("\n") if line and not line.startswith(":::")]
    return lines


def paragraphs_of(imported: Imported) -> list[str]:
    body = [line for line in lines_of(imported) if not re.match(r"#|\[\^n\d+\]: ", line)]
    return [line.removeprefix("—— ") for line in body]


def test_headings(imported: Imported) -> None:
    found = [re.fullmatch(r"(#+) (.*?)(?: \{\.unnumbered\})?", line) for line in lines_of(imported)]
    headings = [f"{len(match[1])} {read_back(match[2])}" for match in found if match]
    assert headings.pop(0) == "1 前言"  # the import's own, and told as such
    assert [sha(heading) for heading in headings] == TRUTH["headings"]


def test_paragraphs_are_joined_over_pages_and_kept_apart_elsewhere(imported: Imported) -> None:
    assert [sha(read_back(line)) for line in paragraphs_of(imported)] == TRUTH["paragraphs"]


def test_every_note_stands_at_its_call(imported: Imported) -> None:
    found = [re.fullmatch(r"\[\^(n\d+)\]: (.*)", line) for line in lines_of(imported)]
    texts = {match[1]: match[2] for match in found if match}
    tied = [
        [sha(read_back(texts[call.group()[2:-1]])), sha(read_back(line[: call.start()])[-12:])]
        for line in paragraphs_of(imported)
        for call in NOTE_CALL.finditer(line)
    ]
    assert tied == TRUTH["notes"]


def test_glossary(imported: Imported) -> None:
    entries = yaml.safe_load(imported.files["glossary.yaml"])
    assert [[sha(entry["term"]), sha(read_back(entry["definition"]))] for entry in entries] == TRUTH["terms"]


def test_references_keep_their_wording(imported: Imported) -> None:
    works = yaml.safe_load(imported.files["references.yaml"])["references"]
    assert [sha(work["verbatim"]) for work in works] == TRUTH["references"]
    assert all(work["further-reading"] and work["title"] for work in works)


def test_counts_and_an_empty_residual(imported: Imported) -> None:
    assert imported.found == {
        "chapters": 5,
        "sections": 50,
        "paragraphs": TRUTH["counts"]["paragraphs"] - 10,  # the five epigraphs and who said them
        "epigraphs": 5,
        "notes": 39,
        "glossary entries": 10,
        "references": 14,
    }
    assert imported.fidelity.residual == ()
    assert sum(dict(imported.fidelity.counts).values()) == imported.fidelity.characters == 40288
    assert imported.troubles == ()


def test_doubts_are_proposed_and_not_followed(imported: Imported) -> None:
    assert [(p.kind, p.line) for p in imported.proposals if p.kind in ("joins", "doubled", "brackets")] == [
        ("brackets", 217),
        ("joins", 488),
        ("joins", 544),
        ("joins", 628),
        ("joins", 660),
        ("doubled", 1034),
    ]
    assert {p.line for p in imported.proposals if p.kind == "ranges"} == {215, 842, 908}
    assert not any(p.applied for p in imported.proposals)
    assert all(p.file and p.file_line for p in imported.proposals)


def test_every_kind_can_be_applied_and_still_nothing_is_lost() -> None:
    kinds = frozenset({"joins", "doubled", "widths", "brackets", "spaces", "ranges", "words", "references"})
    imported = import_manuscript(REPORT.name, REPORT.read_bytes(), kinds)
    assert imported.fidelity.residual == ()
    assert imported.found["paragraphs"] == TRUTH["counts"]["paragraphs"] - 10 - 4
    assert all(p.applied for p in imported.proposals)
    assert b"verbatim" not in imported.files["references.yaml"]
