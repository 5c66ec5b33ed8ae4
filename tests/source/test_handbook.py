"""The handbook says what the program does: its samples are built, and it names every field, command and message."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import click
import pytest
import yaml

from kanben.cli.check import STORE_NAMES
from kanben.cli.main import COMMANDS, kanben
from kanben.editions.print.trims import TRIMS
from kanben.manuscript import KINDS
from kanben.messages import MESSAGES
from kanben.messages.proof import RULE_WORDS
from kanben.messages.proof_epub import EPUB_RULE_WORDS
from kanben.press.proofreading import check_title
from kanben.press.title import finished_book, press
from kanben.press.worker import worker
from kanben.proof.epub.proof import check_epub
from kanben.proof.pdf.proof import check_pdf
from kanben.reading.citation_style import STYLES
from kanben.reading.markdown.attributes import KNOWN
from kanben.reading.schema import (
    GlossaryItem,
    Helper,
    IgnoreItem,
    IndexItem,
    Maker,
    RevisionItem,
    TitleFile,
    TraditionalPlan,
)
from kanben.trouble import Stop
from tests.checkers.epubcheck import epubcheck
from tests.checkers.pdf import fonts, ua_failures
from tests.made_pictures import jpeg
from tests.real_titles import HANDBOOK, RealTitle
from tests.shelf import Shelf
from tests.source.handbook_tables import handbook_tables
from tests.titles import UUID, write_files, write_title

DATA = HANDBOOK / "data"
FENCED = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$\n*", re.M | re.S)
WORKS = "".join(f"  - {{id: {key}, type: book, title: 题}}\n" for key in ("wang1999", "knuth1981", "clreq", "gbt15834"))


class Sample(NamedTuple):
    """A block of code: its language, its text, and what stands right behind it."""

    language: str
    text: str
    behind: str


def files() -> dict[str, str]:
    """All Markdown of the handbook by the name of its file."""
    return {path.relative_to(HANDBOOK).as_posix(): path.read_text("utf-8") for path in sorted(HANDBOOK.rglob("*.md"))}


def samples(language: str) -> Iterator[Sample]:
    for text in files().values():
        for found in FENCED.finditer(text):
            if found[2] == language:
                yield Sample(found[2], found[3], text[found.end() :])


ALL = "\n".join(files().values())
PLAIN = FENCED.sub("", ALL)
CODES = set(re.findall(r"`([^`\n]+)`", ALL))
CHAPTERS = [sample.text for sample in samples("markdown") if sample.text.startswith("# ")]
SHOWN = [sample for sample in samples("markdown") if not sample.text.startswith("# ")]


# ---- samples -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SHOWN, ids=lambda sample: sample.text[:20])
def test_what_a_sample_makes_stands_right_behind_its_source(sample: Sample) -> None:
    assert sample.behind.startswith(sample.text)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter[:10])
def test_a_chapter_that_is_shown_as_source_alone_can_be_read(chapter: str, tmp_path: Path) -> None:
    assert troubles(write_title(tmp_path, **{"chapters/01.md": chapter})) == []


@pytest.mark.parametrize("sample", list(samples("yaml")), ids=lambda sample: sample.text.replace("\n", " ")[:40])
def test_a_sample_of_yaml_is_what_its_first_line_says(sample: Sample, tmp_path: Path) -> None:
    name = sample.text.partition("\n")[0].removeprefix("# ")
    make = {"title.yaml": title_with, "glossary.yaml": glossary_with, "index.yaml": index_with}
    make["revisions.yaml"] = lambda text: {"revisions.yaml": text}
    make["proof-ignore.yaml"] = lambda text: {"proof-ignore.yaml": text, "chapters/01.md": "# 题\n\n原书作第3-5页。\n"}
    make["references.yaml"] = lambda text: {"references.yaml": text, "chapters/01.md": cites(text)}
    assert troubles(write_title(tmp_path, **make[name](sample.text))) == []


def title_with(text: str) -> dict[str, str | bytes]:
    """A title with these fields, and every file that they name."""
    fields: dict[str, Any] = {"title": "桥", "identifiers": {"uuid": UUID}, "parts": {"body": ["chapters/01.md"]}}
    fields |= yaml.load(text, yaml.BaseLoader)
    fields["print"] = {
        key: value == "true" if value in ("true", "false") else value for key, value in fields.get("print", {}).items()
    }
    named = [name for part in fields["parts"].values() for name in part if name.endswith(".md")]
    chapter = "# 题\n\n桥[@wang1999]，签合同。\n"
    made: dict[str, str | bytes] = dict.fromkeys(named, "# 题\n\n文。\n")
    made |= {"references.yaml": f"references:\n{WORKS}", "glossary.yaml": "[{term: 桥, definition: 路。}]"}
    made |= {"index.yaml": "[合同]", "chapters/01.md": chapter, "images/cover.jpg": jpeg(1600, 2560)}
    back = fields["parts"].setdefault("back", [])
    back += [name for name in ("glossary", "references", "index") if name not in back]
    return made | {"title.yaml": yaml.safe_dump(fields, allow_unicode=True)}


def glossary_with(text: str) -> dict[str, str | bytes]:
    terms = "，".join(item["term"] for item in yaml.safe_load(text))
    return {"glossary.yaml": text, "chapters/01.md": f"# 题\n\n{terms}。\n"}


def index_with(text: str) -> dict[str, str | bytes]:
    return {"index.yaml": text, "chapters/01.md": "# 题\n\n赵州桥是拱桥，即敞肩拱。[梁桥]{.index}不是。\n"}


def cites(text: str) -> str:
    works = yaml.safe_load(text)["references"]
    return "# 题\n\n文" + "".join(f"[@{work['id']}]" for work in works if not work.get("further-reading")) + "。\n"


def troubles(folder: Path) -> list[str]:
    """All that kanben check says of a title, but for works that only stand by."""
    return [str(fault) for fault in check_title(folder) if fault.code != "uncited-reference"]


def test_a_style_of_a_titles_own_is_obeyed(tmp_path: Path) -> None:
    [sample] = samples("css")
    plain = write_title(tmp_path / "plain")
    styled = write_title(tmp_path / "styled", **{"templates/print/style.css": sample.text})
    with worker() as layout:
        made = [write_files(folder, press(folder, layout, ["print"]).files) for folder in (plain, styled)]
    faces = [{font.name for font in fonts(folder / f"{folder.name}.pdf")} for folder in made]
    assert ["Noto-Serif-CJK-SC" in each for each in faces] == [True, False]


def test_every_command_line_can_be_typed() -> None:
    lines = [line for sample in samples("console") for line in sample.text.splitlines() if line.startswith("kanben ")]
    assert len(lines) > 10
    for line in lines:
        _, name, *arguments = shlex.split(line)
        command(name).make_context(name, arguments)


def command(name: str) -> click.Command:
    assert isinstance(kanben, click.Group)
    found = kanben.get_command(click.Context(kanben), name)
    assert found, name
    return found


def test_a_slip_is_told_as_the_first_chapter_shows(tmp_path: Path) -> None:
    chapter = next(chapter for chapter in CHAPTERS if "[^arch]。" in chapter or "。[^arch]" in chapter)
    slip = write_title(tmp_path, **{"chapters/01.md": chapter.replace("。[^arch]", "。[^arc]")})
    with pytest.raises(Stop) as stopped:
        finished_book(slip, print)
    for fault in stopped.value.troubles:
        assert f"books/bridges/{fault.say('zh')}" in ALL


# ---- what is named -------------------------------------------------------------------------------------------


def test_the_tables_say_what_the_program_says(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    tables = handbook_tables(tmp_path)
    if request.config.getoption("--accept"):
        write_files(DATA, tables)
    for name, data in tables.items():
        assert (DATA / name).read_text("utf-8") == data.decode(), f"{name}: pytest {__file__} --accept"
        assert f"(data/{name})" in PLAIN


def test_every_message_is_in_the_appendix() -> None:
    rows = "\n".join(path.read_text("utf-8") for path in DATA.glob("messages-*.csv"))
    assert [code for code in MESSAGES if not re.search(f"^{code},", rows, re.M)] == []


def test_every_field_is_named() -> None:
    names = set(fields_of(TitleFile)) | set(TraditionalPlan.model_fields) | set(GlossaryItem.model_fields)
    names |= (
        set(IgnoreItem.model_fields)
        | set(IndexItem.model_fields)
        | set(RevisionItem.model_fields)
        | set(get_args(Maker))
        | set(get_args(Helper))
        | set(TRIMS)
        | set(STYLES)
    )
    written = " ".join(CODES).split() + [word.rstrip(":") for word in " ".join(CODES).split()]
    assert sorted(name for name in (each.replace("_", "-") for each in names) if not is_written(name, written)) == []


def is_written(name: str, written: list[str]) -> bool:
    return name in written or (name in STYLES and f"{name}," in (DATA / "styles.csv").read_text("utf-8"))


def fields_of(model: Any) -> Iterator[str]:
    """The names of a model's fields, and of those within them."""
    for name, field in model.model_fields.items():
        yield name
        for inner in (field.annotation, *get_args(field.annotation)):
            if hasattr(inner, "model_fields"):
                yield from fields_of(inner)


def test_every_class_and_attribute_of_a_chapter_is_shown() -> None:
    names = {name for classes, keys in KNOWN.values() for name in (*classes, *keys)} - {"uri", "email"}
    source = "\n".join(sample.text for sample in samples("markdown")) + " ".join(CODES)
    assert sorted(name for name in names if not re.search(rf"[.\s{{]{name}\b|::: {name}", source)) == []


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_and_option_is_in_the_chapter_on_commands(name: str) -> None:
    chapter = files()["chapters/09.md"]
    assert f"`kanben {name}" in chapter
    options = [option for each in command(name).params if isinstance(each, click.Option) for option in each.opts]
    assert [option for option in options if not re.search(rf"`{option}[` ]", chapter)] == []


def test_every_kind_of_proposal_every_rule_every_shop_and_every_sheet_is_explained() -> None:
    assert [kind for kind in KINDS if f"\n| `{kind}` |" not in ALL] == []
    rules, unspaced = RULE_WORDS | EPUB_RULE_WORDS, re.sub(r"(?<![|\n]) (?![|])", "", ALL)
    assert [
        rule for rule, words in rules.items() if f"\n| {rule} | {words['zh'].replace(' ', '')} |" not in unspaced
    ] == []
    assert [store for store in STORE_NAMES if store not in CODES] == []
    sheets = {name: f"{t.width:g}×{t.height:g} | {t.body:g} | {t.han} | {t.lines} |" for name, t in TRIMS.items()}
    assert [
        name for name, row in sheets.items() if not re.search(rf"\| `{name}` \| [^|]+ \| {re.escape(row)}", ALL)
    ] == []


# ---- the editions --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(shelf: Shelf) -> RealTitle:
    return shelf.title(HANDBOOK)


def test_the_handbook_is_made_without_a_word(made: RealTitle) -> None:
    assert list(map(str, (*made.pressed.troubles, *check_title(HANDBOOK)))) == []


def test_print_passes_every_check(made: RealTitle, tmp_path: Path) -> None:
    findings = check_pdf(made.pdf, "handbook.pdf").findings
    assert [found.rule for found in findings if found.verdict == "fail"] == []
    assert ua_failures(made.write(tmp_path) / "handbook.pdf") == ()


def test_the_epub_passes_every_check(made: RealTitle, tmp_path: Path) -> None:
    epub = made.write(tmp_path) / "handbook.epub"
    assert check_epub(epub, "handbook.epub", ()).fails == 0
    verdict = epubcheck(epub)
    assert verdict.clean, str(verdict)
