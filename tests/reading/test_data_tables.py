"""Tables that a chapter draws in from CSV files, and what is said of files that hold none."""

from pathlib import Path

import pytest

from kanben.book.blocks import Table
from kanben.book.inlines import LineBreak
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.reading.markdown.chapter import read_markdown
from kanben.reading.markdown.source import Source
from kanben.reading.pictures import Pictures
from kanben.trouble import Trouble

DRAWN = "![跨径](data/spans.csv){#spans .table}\n"


def read(folder: Path, data: bytes | str | None, text: str = DRAWN) -> tuple[list[object], list[str]]:
    """The blocks of a chapter whose title has that file of data, and what was told."""
    if data is not None:
        (folder / "data").mkdir()
        (folder / "data" / "spans.csv").write_bytes(data.encode() if isinstance(data, str) else data)
    told: list[Trouble] = []
    blocks = read_markdown(Source("01.md", text), Pictures(folder, told.append), told.append)
    return list(blocks), [str(trouble) for trouble in told]


def table(folder: Path, data: str) -> Table:
    (only,), told = read(folder, data)
    assert told == []
    assert isinstance(only, Table)
    return only


def test_the_first_row_is_the_head_and_the_words_before_the_file_are_the_caption(tmp_path: Path) -> None:
    made = table(tmp_path, "桥名,跨径\n赵州桥,37.02\n")
    assert (text_of(made.caption), made.name) == ("跨径", "spans")
    assert [[text_of(cell.blocks) for cell in row.cells] for row in (*made.head, *made.body)] == [
        ["桥名", "跨径"],
        ["赵州桥", "37.02"],
    ]
    assert all(cell.head for cell in made.head[0].cells)
    assert str(made.body[0].cells[0].blocks[0].place) == "data/spans.csv:2"


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (["1", "2.5"], "right"),
        (["1,234", "−3%"], "right"),
        (["¥5", "—", ""], "right"),
        (["1", "约 2"], ""),
        (["", "—"], ""),
    ],
)
def test_columns_of_figures_are_set_to_the_right(tmp_path: Path, cells: list[str], align: str) -> None:
    made = table(tmp_path, "桥名,数\n" + "".join(f'甲,"{cell}"\n' for cell in cells))
    assert {row.cells[1].align for row in (*made.head, *made.body)} == {align}
    assert made.body[0].cells[0].align == ""


def test_a_line_that_ends_within_a_cell_ends_on_the_page(tmp_path: Path) -> None:
    made = table(tmp_path, '桥名,说明\r\n赵州桥,"敞肩\r\n石拱"\r\n\r\n卢沟桥,联拱\r\n')
    assert any(isinstance(word, LineBreak) for word in walk(made.body[0].cells[1].blocks))
    assert str(made.body[1].cells[0].blocks[0].place) == "data/spans.csv:5"


def test_the_name_of_a_file_may_have_spaces(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "各桥 跨径.csv").write_text("桥名,跨径\n赵州桥,37.02\n", encoding="utf-8")
    for address in ("<data/各桥 跨径.csv>", "data/各桥%20跨径.csv"):
        (only,), told = read(tmp_path, None, f"![跨径]({address}){{.table}}\n")
        assert (type(only), told) == (Table, [])


FAULTS: dict[str, tuple[bytes | str | None, str]] = {
    "a row too short": (
        "桥名,跨径\n赵州桥\n",
        "data/spans.csv:2: the row has 1 cells, the head 2 [ragged-row]\n"
        '    mend: write as many; a comma within a cell wants quotes: "1,000"',
    ),
    "a comma that is no separator": (
        "桥名,座数\n赵州桥,1,000\n",
        "data/spans.csv:2: the row has 3 cells, the head 2 [ragged-row]\n"
        '    mend: write as many; a comma within a cell wants quotes: "1,000"',
    ),
    "the encoding of a Chinese Excel": (
        "桥名,跨径\n赵州桥,37.02\n".encode("gb18030"),
        "data/spans.csv:1: the file is not in UTF-8 but in GB18030 (GBK) [csv-encoding]\n"
        "    mend: save it in Excel as “CSV UTF-8”",
    ),
    "no text": (
        b"\xff\xfe\x00\x01",
        "data/spans.csv:1: byte 1 (0xff) is not UTF-8 [not-utf-8]\n    mend: save the file as UTF-8",
    ),
    "an open quotation": (
        '桥名,跨径\n甲,1\n"赵州桥,37.02\n',
        "data/spans.csv:3: this row cannot be read: unexpected end of data [bad-csv]\n"
        '    mend: close its quotation marks ("), and write one within a cell twice ("")',
    ),
    "only a head": (
        "桥名,跨径\n",
        "data/spans.csv:1: the file holds no row below its head [empty-csv]\n"
        "    mend: write the heads of the columns first, then a row for each line",
    ),
    "semicolons": (
        "桥名;跨径\n赵州桥;37.02\n",
        "data/spans.csv:1: the cells are not divided by commas [csv-separator]\n"
        "    mend: save the file with commas (,) between the cells",
    ),
    "too many rows": (
        "数\n" + "1\n" * 2001,
        "data/spans.csv:2002: the file has 2001 rows; kanben takes 2000 [long-csv]\n"
        "    mend: keep what a book can show, or make several files of it",
    ),
    "too many columns": (
        "数" + ",数" * 40 + "\n1",
        "data/spans.csv:1: the file has 41 columns; kanben takes 40 [wide-csv]\n    mend: make several tables of it",
    ),
    "too many rows, and they are too short": (
        "数,数\n" + "1\n" * 2001,
        "data/spans.csv:2002: the file has 2001 rows; kanben takes 2000 [long-csv]\n"
        "    mend: keep what a book can show, or make several files of it",
    ),
    "too many bytes": (
        "数\n" + "1" * 1_000_001,
        "data/spans.csv:1: the file has 1000005 bytes; kanben takes 1000000 [large-csv]\n"
        "    mend: keep what a book can show",
    ),
    "too long a cell": (
        "数\n1\n" + "甲" * 3001,
        "data/spans.csv:3: a cell has 3001 characters; kanben takes 3000 [long-cell]\n"
        "    mend: say it in a paragraph outside the table",
    ),
    "no file": (
        None,
        "01.md:1:7: the file of data data/spans.csv is not there [missing-data]\n"
        "    mend: put it into the title folder",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_holds_no_table_is_told_at_its_line(tmp_path: Path, fault: str) -> None:
    data, expected = FAULTS[fault]
    assert read(tmp_path, data)[1] == [expected]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "![跨径](data/spans.csv)\n",
            "01.md:1:7: data/spans.csv is no picture [data-without-class]\n"
            "    mend: write {.table} behind it to set a table, {.chart kind=line} to draw a chart",
        ),
        (
            "![跨径](data/spans.xlsx){.table}\n",
            "01.md:1:7: data/spans.xlsx holds no data for a table or chart [not-csv]\n"
            "    mend: name a CSV file, or take {.table} or {.chart} out",
        ),
        (
            "见 ![跨径](data/spans.csv){.table} 。\n",
            "01.md:1:9: the data data/spans.csv stand within a line, or have no caption [data-in-line]\n"
            "    mend: give them a paragraph of their own: ![caption](data/spans.csv){.table}",
        ),
        (
            "![跨径](../spans.csv){.table}\n",
            "01.md:1:7: ../spans.csv leads out of the title folder [outside-path]\n"
            "    mend: keep the file inside the title folder and name it from there",
        ),
        (
            "![跨径](data/spans.csv){.tabel}\n",
            "01.md:1:24: “.tabel” means nothing to kanben [unknown-class]\n    mend: did you mean table?",
        ),
        (
            "![跨径](data/spans.csv){.table width=50%}\n",
            "01.md:1:30: the attribute width means nothing here [unknown-attribute]\n    mend: take it out",
        ),
    ],
)
def test_a_table_that_is_drawn_in_otherwise_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert told in read(tmp_path, "桥名,跨径\n赵州桥,37.02\n", text)[1]
