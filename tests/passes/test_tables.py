"""Cells of a table learn what they stand under, and rows what reaches into them from above."""

from kanben.book.blocks import Cell, Plain, Row, Table
from kanben.book.inlines import Text
from kanben.passes.tables import name_table


def cell(words: str, rows: int = 1, columns: int = 1, head: bool = False) -> Cell:
    return Cell((Plain((Text(words),)),), rows=rows, columns=columns, head=head)


def head(words: str, rows: int = 1, columns: int = 1) -> Cell:
    return cell(words, rows, columns, head=True)


def named(heads: tuple[Row, ...], *body: Row) -> list[tuple[list[str], tuple[str, ...]]]:
    """The heads of each body row's cells, and what reaches into the row."""
    table = name_table(Table((), heads, body))
    assert isinstance(table, Table)
    return [([each.heads for each in row.cells], row.reaching) for row in table.body]


TWO_STOREYS = (
    Row((head("地区", rows=2), head("2023年", columns=2), head("附记", rows=2))),
    Row((head("座数"), head("长度"))),
)


def test_a_cell_knows_the_head_of_its_column() -> None:
    assert named((Row((head("年份"), head("座数"))),), Row((cell("2024"), cell("12")))) == [(["年份", "座数"], ())]


def test_heads_of_two_storeys_are_said_from_above() -> None:
    row = Row((cell("东部"), cell("12"), cell("3千米"), cell("沿海")))
    assert named(TWO_STOREYS, row) == [(["地区", "2023年·座数", "2023年·长度", "附记"], ())]


def test_a_row_knows_the_cell_that_reaches_down_into_it() -> None:
    first = Row((cell("东部", rows=2), cell("12"), cell("3千米"), cell("沿海")))
    second = Row((cell("其中新建", columns=2), cell("沿江")))
    assert named(TWO_STOREYS, first, second)[1] == (["2023年", "附记"], ("地区：东部",))


def test_a_cell_over_unlike_columns_says_the_first_and_the_last() -> None:
    row = Row((cell("东部", columns=3), cell("无")))
    assert named(TWO_STOREYS, row) == [(["地区—2023年·长度", "附记"], ())]


def test_a_cell_over_the_whole_table_is_a_head_itself_and_a_table_without_heads_names_none() -> None:
    assert named(TWO_STOREYS, Row((cell("合计", columns=4),))) == [([""], ())]
    assert named((), Row((cell("石桥"), cell("木桥")))) == [(["", ""], ())]
