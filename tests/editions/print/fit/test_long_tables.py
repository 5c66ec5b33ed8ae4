"""A table that goes on over pages repeats its head under 续表2-1, leaves no row alone, and ends with its sources."""

import re
from collections import defaultdict
from itertools import chain, groupby
from pathlib import Path

import pypdfium2
import pytest

from kanben.editions.print.trims import TRIMS
from kanben.press.worker import Worker
from tests.checkers.pdf import ua_failures
from tests.editions.print.pressed import PrintedTitle, press_title
from tests.editions.print.standards.told import structure
from tests.titles import title_yaml, write_title

ROWS = 46
SPANNED = range(8, 15)
"""The rows into which one cell reaches down."""
STARTS = range(0, 26)
"""So many lines of text stand above each chapter's table."""
SOURCE = "资料来源：桥志。"


def chapter(lines: int) -> str:
    """A chapter whose table begins at another height of the page; a note is called in a head and in each fifth row."""
    text = "".join(f"桥{'者' * 30}\n\n" for _ in range(lines))
    notes = "".join(f"[^n{n}]: 注于行{n}。\n\n" for n in [0, *range(5, ROWS + 1, 5)])
    return f"# 论桥\n\n{text}: 桥长\n\n{grid_table()}\n::: source\n{SOURCE}\n:::\n\n表后的话。\n\n{notes}"


def grid_table() -> str:
    """Rows 行1 to 行46, in whose first column a cell reaches over several."""
    rule = f"+{'-' * 12}+{'-' * 20}+\n"
    rows = [rule, row("地区[^n0]", "桥名"), rule.replace("-", "=")]
    for n in range(1, ROWS + 1):
        call = f"[^n{n}]" if n % 5 == 0 else ""
        rows.append(row("" if n in SPANNED[1:] else "地", f"行{n}桥{call}"))
        rows.append(f"|{' ' * 12}+{'-' * 20}+\n" if n + 1 in SPANNED[1:] else rule)
    return "".join(rows)


def row(*cells: str) -> str:
    """A row of a grid, in which a Han is as wide as two letters."""
    widths = (12 - len(re.findall("[一-鿿]", cells[0])), 20 - len(re.findall("[一-鿿]", cells[1])))
    return f"|{'|'.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))}|\n"


@pytest.fixture(scope="module")
def book(layout: Worker, tmp_path_factory: pytest.TempPathFactory) -> PrintedTitle:
    files = {f"chapters/{lines:02}.md": chapter(lines) for lines in STARTS}
    folder = tmp_path_factory.mktemp("long") / "tables"
    return press_title(write_title(folder, **{"title.yaml": title_yaml(files)}, **files), layout)


@pytest.fixture(scope="module")
def parts(book: PrintedTitle) -> list[list[tuple[str, list[int]]]]:
    """Of each chapter's table its parts: the words of the page, and the numbers of the rows on it."""
    found: dict[int, list[tuple[str, list[int]]]] = defaultdict(list)
    table = 0
    for words in book.words().values():
        rows = [int(n) for n in re.findall(r"(?<!于)行(\d+)桥", words)]
        table += 1 in rows
        if rows:
            found[table].append((words, rows))
    return list(found.values())


def test_every_row_stands_once_and_in_its_order(parts: list[list[tuple[str, list[int]]]]) -> None:
    assert len(parts) == len(STARTS)
    for table in parts:
        assert [row for _, rows in table for row in rows] == list(range(1, ROWS + 1))


def test_no_row_is_alone_on_a_page(parts: list[list[tuple[str, list[int]]]]) -> None:
    assert [rows for table in parts for _, rows in table if len(rows) < 2] == []


def test_no_page_ends_within_a_cell_that_reaches_over_rows(parts: list[list[tuple[str, list[int]]]]) -> None:
    assert [rows[-1] for table in parts for _, rows in table if rows[-1] in SPANNED[:-1]] == []


def test_each_further_part_says_what_it_continues_and_repeats_the_head(
    parts: list[list[tuple[str, list[int]]]],
) -> None:
    for number, table in enumerate(parts, 1):
        first, *further = (words for words, _ in table)
        assert re.search(f"表{number}-1桥长地区①桥名", first)
        assert "续表" not in first
        assert [f"续表{number}-1地区桥名" in words for words in further] == [True] * len(further)
    assert len({len(table) for table in parts}) == 2, "the tables have two parts and three"


def test_the_sources_stand_under_the_last_row(parts: list[list[tuple[str, list[int]]]]) -> None:
    for table in parts:
        assert [SOURCE in words for words, _ in table] == [False] * (len(table) - 1) + [True]


def test_the_notes_of_rows_stand_at_the_foot_of_their_page(parts: list[list[tuple[str, list[int]]]]) -> None:
    for table in parts:
        for words, rows in table:
            head = [0] if 1 in rows else []
            assert [int(n) for n in re.findall(r"注于行(\d+)", words)] == [*head, *(n for n in rows if n % 5 == 0)]


def test_it_is_read_aloud_as_one_table_with_one_head(book: PrintedTitle, tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(book.pdf)
    tables = structure(tmp_path / "long.pdf").all("Table")
    assert len(tables) == len(STARTS)
    for table in tables:
        assert [kid.tag for kid in table.inner] == ["Caption", "THead", "TBody"]
        assert "续" not in table.words()
        assert len(table.all("TR")) == 1 + ROWS
    assert ua_failures(tmp_path / "long.pdf") == ()


def test_a_thin_rule_closes_each_part_and_a_thick_one_the_table(book: PrintedTitle) -> None:
    document = pypdfium2.PdfDocument(book.pdf)
    pages = [n for n, words in enumerate(book.words().values()) if "表2-1" in words and "行" in words]
    above, head, thin, thick = 1.0, 0.5, 0.5, 1.0
    assert [rules(document[n], n % 2 == 0)[:3] for n in pages] == [
        [above, head, thin],
        [above, head, thin],
        [above, head, thick],
    ]


def rules(page: pypdfium2.PdfPage, recto: bool) -> list[float]:
    """How thick each rule is that begins at the left edge of the type area, in pt; heads and folios are taller."""
    scale, trim = 8, TRIMS["16k"]
    picture = page.render(scale=scale).to_pil().convert("L")
    x = round(((trim.inner if recto else trim.outer) + 2) * scale)
    dark = groupby(picture.getpixel((x, y)) < 128 for y in range(picture.height))
    heights = [len(list(run)) / scale for is_dark, run in dark if is_dark]
    return [round(height, 1) for height in heights if height < 2]


@pytest.mark.parametrize("words", [40, 60])
def test_a_table_of_few_rows_with_many_words_goes_on_from_where_it_begins(
    layout: Worker, tmp_path: Path, words: int
) -> None:
    table = "| 桥 | 附记 |\n|--|------------|\n" + "".join(f"| 行{n} | {'桥' * words * 4} |\n" for n in range(1, 12))
    title = write_title(tmp_path / "few", **{"chapters/01.md": f"# 论桥\n\n先有一段。\n\n{table}\n: 桥记\n"})
    with pypdfium2.PdfDocument(press_title(title, layout).pdf) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    parts = [re.findall("行[0-9]+", page) for page in pages if "行" in page]
    assert len(parts) > 1 and list(chain(*parts)) == [f"行{n}" for n in range(1, 12)]
    assert "先有一段" in next(page for page in pages if "行1" in page)


def test_a_row_that_is_higher_than_a_page_is_printed_whole(layout: Worker, tmp_path: Path) -> None:
    table = f"| 桥 | 附记 |\n|--|------------|\n| 短 | 梁 |\n| 长 | {'桥' * 2000} |\n"
    title = write_title(tmp_path / "high", **{"chapters/01.md": f"# 论路\n\n先有一段。\n\n{table}\n: 记\n"})
    assert sum(words.count("桥") for words in press_title(title, layout).words().values()) >= 2000
