"""How much room a table asks for, by which screens choose between a table and stacks."""

import pytest

from kanben.book.blocks import Cell, Plain, Row, Table
from kanben.book.inlines import LineBreak, Text
from kanben.editions.tables import column_widths, is_short, room_of


def cell(words: str, columns: int = 1) -> Cell:
    return Cell((Plain((Text(words),)),), columns=columns)


def table(*rows: tuple[str, ...]) -> Table:
    return Table((), (), tuple(Row(tuple(map(cell, row))) for row in rows))


@pytest.mark.parametrize(
    ("row", "room"),
    [
        (("2024", "12"), ""),
        (("研究与试验发展经费支出", "3.3万亿元", "比上年增长8.1%"), ""),
        (("赵州桥", "河北赵县", "隋大业年间", "64.40", "37.02", "敞肩石拱，世所先见"), "wide"),
        (("通行车次", *(["1,234,567"] * 10)), "broad"),
        (("Donaudampfschifffahrtsgesellschaftskapitän", "船长"), "wide"),
    ],
)
def test_a_table_tells_the_smallest_screen_that_it_fits(row: tuple[str, ...], room: str) -> None:
    assert room_of(table(row)) == room


def test_a_column_is_as_wide_as_the_widest_that_may_not_break() -> None:
    assert column_widths(table(("石", "桥桥桥"), ("石桥", "木"))) == {0: 2.0, 1: 3.0}
    assert column_widths(table(("一条长得要换行的说明文字",))) == {0: 6.0}
    assert column_widths(table(("accessibility-of-words",), ("2026-11-29",))) == {0: pytest.approx(14 * 0.56)}
    assert column_widths(Table((), (), (Row((cell("横跨两列的说明文字", columns=2),)),))) == {0: 0.0, 1: 0.0}


def test_only_few_words_on_one_line_are_short() -> None:
    assert is_short(cell("401.5万件"))
    assert is_short(cell("2026年11月25日"))
    assert not is_short(cell("比上年增长8.1%"))
    assert not is_short(Cell((Plain((Text("石"), LineBreak(), Text("桥"))),)))
