"""What no book has so much of is refused at its line, with the figure; what is just within is taken."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kanben.book.blocks import Cell, CodeBlock, Definition, Definitions, Heading, Paragraph, Row, Table
from kanben.book.charts import Chart
from kanben.book.inlines import Cite, CiteItem, Math, Note, Text
from kanben.book.node import Block
from kanben.limits import (
    ANY_FILE,
    CELL,
    CELLS,
    CELLS_IN_FILE,
    CHARTS,
    CITES_HERE,
    CODE_LINES,
    DEFINITIONS,
    DRAWING,
    FILE,
    FORMULA,
    FORMULAS,
    HEADINGS,
    HEADINGS_IN_ALL,
    LIMITS,
    NOTES,
    NOTES_HERE,
    REVISIONS,
    TERMS,
    WORKS,
    YAML,
)
from kanben.messages import MESSAGES
from kanben.place import Place
from kanben.reading.folder import read_title
from kanben.reading.markdown.amounts import amounts
from kanben.reading.markdown.chapter import read_text
from tests.titles import PICTURE, title_yaml, write_title

HERE = Place("chapters/01.md", 7)
Make = Callable[[int], Block]


def table(cells: int) -> Block:
    row = Row((Cell(()), Cell(())))
    return Table((), (Row((Cell(()),) * (cells % 2)),), (row,) * (cells // 2), place=HERE)


def cell(characters: int) -> Block:
    words = Paragraph((Text("甲" * characters, place=HERE),), place=HERE)
    return Table((), (), (Row((Cell((words,)),)),), place=HERE)


def code(lines: int) -> Block:
    return CodeBlock("\n" * (lines - 1), place=HERE)


def formula(characters: int) -> Block:
    return Paragraph((Math("x" * characters, place=HERE),), place=HERE)


def notes_in_a_row(count: int) -> Block:
    return Paragraph((Note((), place=HERE),) * count, place=HERE)


def citations_in_a_row(count: int) -> Block:
    one, two = Cite((CiteItem("zhao"),), place=HERE), Cite((CiteItem("zhao"), CiteItem("qian")), place=HERE)
    return Paragraph((*[one] * (count % 2), *[two] * (count // 2)), place=HERE)


@pytest.mark.parametrize(
    ("make", "most", "told"),
    [
        (table, CELLS.most, "the table has 20001 cells; kanben takes 20000 [large-table]"),
        (cell, CELL.most, f"a cell has {CELL.most + 1} characters; kanben takes {CELL.most} [long-cell]"),
        (code, CODE_LINES.most, "the code has 20001 lines; kanben takes 20000 [long-code]"),
        (formula, FORMULA.most, "the formula has 10001 characters of TeX; kanben takes 10000 [long-formula]"),
        (
            notes_in_a_row,
            NOTES_HERE.most,
            f"a paragraph has {NOTES_HERE.most + 1} notes; kanben takes {NOTES_HERE.most} [crowded-notes]",
        ),
        (
            citations_in_a_row,
            CITES_HERE.most,
            f"a paragraph has {CITES_HERE.most + 1} citations; kanben takes {CITES_HERE.most} [crowded-citations]",
        ),
    ],
)
def test_more_than_kanben_takes_is_told_at_its_line_with_the_figure(make: Make, most: int, told: str) -> None:
    assert list(amounts((make(most),))) == []
    assert [str(fault).partition("\n")[0] for fault in amounts((make(most + 1),))] == [f"{HERE}: {told}"]


def test_the_first_note_beyond_those_of_a_file_is_told() -> None:
    row = tuple(Paragraph((Note((), place=Place("a.md", n)),)) for n in range(1, NOTES.most + 2))
    assert list(amounts(row[:-1])) == []
    (fault,) = amounts(row)
    assert str(fault).startswith("a.md:3001: the file has more than 3000 notes; this is the first beyond [many-notes]")


def test_the_first_heading_chart_and_table_beyond_those_of_a_file_are_told() -> None:
    headings = tuple(Heading(2, (), place=Place("a.md", n)) for n in range(1, HEADINGS.most + 2))
    charts = Paragraph((Chart("桥", "pie", (), (), place=Place("a.md", 5)),) * (CHARTS.most + 1), place=HERE)
    tables = (table(CELLS.most), table(CELLS_IN_FILE.most - CELLS.most), replace(table(2), place=Place("a.md", 9)))
    assert list(amounts((*headings[:-1], replace(charts, children=charts.children[1:]), *tables[:-1]))) == []
    assert [str(fault).partition("\n")[0] for fault in amounts((*headings, charts, *tables, table(2)))] == [
        "a.md:3001: the file has more than 3000 headings; this is the first beyond [many-headings]",
        "a.md:5: the file has more than 150 charts; this is the first beyond [many-charts]",
        "a.md:9: the tables of the file have 25002 cells up to here; kanben takes 25000 [many-cells]",
    ]


def test_the_first_formula_and_definition_beyond_those_of_a_file_are_told() -> None:
    formulas = tuple(formula(1) for _ in range(FORMULAS.most))
    last = Paragraph((Math("x", place=Place("a.md", 9)),), place=Place("a.md", 9))
    entries = (Definition((Text("桥", place=HERE),), (), place=HERE),) * DEFINITIONS.most
    beyond = Definition((Text("梁", place=Place("a.md", 8)),), (), place=Place("a.md", 8))
    assert list(amounts((*formulas, Definitions(entries, place=HERE)))) == []
    assert [str(fault).partition("\n")[0] for fault in amounts((*formulas, last, Definitions((*entries, beyond))))] == [
        "a.md:9: the file has more than 5000 formulas; this is the first beyond [many-formulas]",
        "a.md:8: the lists of definitions of the file have more than 10000 entries; this is the first beyond "
        "[many-definitions]",
    ]


def test_the_first_heading_beyond_those_of_a_book_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.reading.markdown.amounts.HEADINGS_IN_ALL", replace(HEADINGS_IN_ALL, most=4))
    chapters = {f"chapters/{n}.md": f"# 论桥{n}\n\n## 石桥\n\n桥者，所以济不通也。\n" for n in "abc"}
    plan = title_yaml(list(chapters))
    assert told(tmp_path, **{"title.yaml": plan}, **chapters) == [
        "chapters/c.md:1: the book has more than 4 headings; this is the first beyond [many-headings-in-all]"
    ]


def told(folder: Path, **files: str) -> list[str]:
    """The first line of each error while a title is read."""
    troubles: list[str] = []
    read_title(write_title(folder, **files), lambda fault: troubles.append(str(fault).partition("\n")[0]))
    return troubles


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("chapters/01.md", "a" * (FILE.most + 1), "1: the file has 4000001 bytes; kanben takes 4000000 [{}]"),
        ("glossary.yaml", "- 甲\n" * (TERMS.most + 1), "5001:3: the glossary has 5001 entries; kanben takes 5000 [{}]"),
        ("references.yaml", "- 甲\n" * (WORKS.most + 1), "5001:3: there are 5001 works; kanben takes 5000 [{}]"),
        (
            "revisions.yaml",
            "- {version: '1', note: 改}\n" * (REVISIONS.most + 1),
            "2001:3: there are 2001 revisions; kanben takes 2000 [{}]",
        ),
        ("references.yaml", " " * (YAML.most + 1), "1: the file has 10000001 bytes; kanben takes 10000000 [{}]"),
    ],
    ids=["large-file", "many-terms", "many-works", "many-revisions", "large-yaml"],
)
def test_a_file_of_more_than_kanben_takes_is_told_before_it_is_looked_into(
    tmp_path: Path, request: pytest.FixtureRequest, name: str, text: str, said: str
) -> None:
    code = request.node.callspec.id
    assert told(tmp_path, **{name: text}) == [f"{name}:{said.format(code)}"]


@pytest.mark.parametrize(("name", "place"), [("images/a.png", "chapters/01.md:3:5"), ("title.yaml", "title.yaml")])
def test_a_file_that_would_fill_the_memory_is_not_read(tmp_path: Path, name: str, place: str) -> None:
    """One full of nothing takes no room, neither on a disk nor in a zip."""
    write_title(tmp_path, **{"chapters/01.md": '# 桥\n\n![](images/a.png){alt="桥"}\n', "images/a.png": ""})
    os.truncate(tmp_path / name, 30_000_000_000)
    troubles: list[str] = []
    read_title(tmp_path, lambda fault: troubles.append(str(fault).partition("\n")[0]))
    assert troubles == [f"{place}: {name} has 30000000000 bytes; kanben takes {ANY_FILE.most} [huge-file]"]


def test_a_drawing_of_too_many_bytes_is_told_where_it_is_named(tmp_path: Path) -> None:
    heavy = PICTURE.replace("<rect", " " * DRAWING.most + "<rect")
    files = {"chapters/01.md": '# 桥\n\n![](images/a.svg){alt="桥"}\n', "images/a.svg": heavy}
    assert told(tmp_path, **files) == [
        f"chapters/01.md:3:5: images/a.svg has {len(heavy)} bytes; kanben takes 8000000 of a drawing [large-drawing]"
    ]


def nested(times: int) -> str:
    """A drawing of shapes that use ten of the one before, so many times over."""
    layers = (f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, times + 1))
    first = '<rect id="g0" width="1" height="1"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{first}{"".join(layers)}</svg>'


def test_a_drawing_that_uses_its_shapes_too_often_is_told_where_it_is_named(tmp_path: Path) -> None:
    picture = {"chapters/01.md": '# 桥\n\n![](images/a.svg){alt="桥"}\n'}
    itself = nested(1).replace("#g0", "#g1")
    (fault,) = told(tmp_path / "many", **picture, **{"images/a.svg": nested(6)})
    assert fault.startswith("chapters/01.md:3:5: images/a.svg shows more than 100000 shapes")
    assert told(tmp_path / "itself", **picture, **{"images/a.svg": itself}) == [fault]
    assert told(tmp_path / "few", **picture, **{"images/a.svg": nested(3)}) == []


def test_a_file_of_too_much_of_anything_is_not_looked_at_any_further() -> None:
    text = "# 桥\n\n```\n{}```\n"
    kept = read_text("a.md", text.format("\n" * 9), lambda _: pytest.fail("a picture was asked for"))
    refused = read_text("a.md", text.format("\n" * (CODE_LINES.most + 1)), lambda _: None)
    assert (len(kept.blocks), refused.blocks, len(refused.troubles)) == (2, (), 1)
    assert str(refused.troubles[0]).startswith("a.md:3: the code has 20001 lines; kanben takes 20000 [long-code]")


def test_every_limit_has_its_message_and_figure() -> None:
    assert [limit for limit in LIMITS if limit.code not in MESSAGES or limit.most <= 0] == []
    assert len({limit.what for limit in LIMITS}) == len(LIMITS)
