"""A table that is wider than the type area is set in type small enough to fit, or refused."""

from pathlib import Path

import pytest

from kanben.editions.print.trims import TRIMS
from kanben.press.worker import Worker
from kanben.trouble import Stop
from tests.editions.print.pressed import PrintedTitle, press_title
from tests.pdf_lines import Line
from tests.titles import title_yaml, write_title

MEASURE = TRIMS["16k"].measure


def table_of(columns: int) -> str:
    """A table of so many columns of figures, none of which can be broken."""
    cells = [f"{n},234,567" for n in range(1, columns + 1)]
    rows = [[f"{n}月" for n in range(1, columns + 1)], ["---:"] * columns, cells]
    return ": 车次\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def printed(folder: Path, layout: Worker, table: str) -> PrintedTitle:
    chapter = f"# 论桥\n\n{'桥者，所以济不通也。' * 9}\n\n{table}\n表后的话。\n"
    files = {"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": chapter}
    return press_title(write_title(folder, **files), layout)


def figures(book: PrintedTitle) -> list[Line]:
    return [line for line in book.lines()["1"] if ",234,567" in line.text]


def width(lines: list[Line]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)


def test_a_table_that_fits_keeps_the_size_of_its_type(layout: Worker, tmp_path: Path) -> None:
    book = printed(tmp_path, layout, table_of(6))
    assert {round(line.em, 2) for line in figures(book)} == {9.0}
    assert book.pressed.troubles == ()


def test_a_table_that_is_too_wide_is_set_in_type_in_which_it_fits(layout: Worker, tmp_path: Path) -> None:
    book = printed(tmp_path, layout, table_of(10))
    (size,) = {round(line.em, 2) for line in figures(book)}
    assert 6.5 < size < 7.5
    assert MEASURE * 0.9 < width(figures(book)) < MEASURE
    assert [str(trouble) for trouble in book.pressed.troubles] == [
        f"chapters/01.md:5: the table is wider than the type area; print sets it in type of {size:g} pt [small-table]\n"
        "    mend: if that is too small, put {.landscape} behind its caption to turn it, or give it fewer columns"
    ]


def test_a_table_that_would_need_type_that_nobody_reads_stops_the_title(layout: Worker, tmp_path: Path) -> None:
    with pytest.raises(Stop) as stopped:
        printed(tmp_path, layout, table_of(16))
    assert [str(trouble) for trouble in stopped.value.troubles] == [
        "chapters/01.md:5: the table is wider than the type area even in type of 6 pt, and would be cut off "
        "[cut-table]\n    mend: put {.landscape} behind its caption to turn it, or make two tables of it"
    ]


def test_a_few_words_are_not_broken_beside_a_long_cell(layout: Worker, tmp_path: Path) -> None:
    long = "桥者，所以济不通也。" * 12
    book = printed(
        tmp_path, layout, f": 桥\n\n| 桥 | 话 |\n|:-|:--------------------------------|\n| 赵州桥 | {long} |\n"
    )
    assert any(line.text.startswith("赵州桥桥者") for line in book.lines()["1"])


def test_a_few_words_are_not_broken_beside_long_words_with_hyphens(layout: Worker, tmp_path: Path) -> None:
    long = "桥者，所以济不通也。" * 6
    rows = f"| note-within-its-own-back-link | 错误 | {long} | role=very-long-name-of-a-role-of-a-bridge {long} |"
    book = printed(
        tmp_path, layout, f": 桥\n\n| 代码 | 性质 | 说明 | 改法 |\n|:-----|:-|:------|:-------------------|\n{rows}\n"
    )
    assert any("错误" in line.text for line in book.lines()["1"])
