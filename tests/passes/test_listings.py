"""The lists of figures and of tables."""

from kanben.book.blocks import Figure, Table
from kanben.book.entries import ListedEntry, Listing
from kanben.book.inlines import Image, Note, Text
from kanben.passes.listings import list_figures
from tests.passes.small_books import book, paragraph, part, passed

PICTURE = Image("images/arch.svg", "拱")
FIGURE = Figure(PICTURE, (Text("拱"), Note((paragraph("注。"),))), id="ch01-f1", label="图1-1")
BARE = Figure(PICTURE, (), id="ch01-f2")
TABLE = Table((Text("跨径"),), (), (), id="ch01-t1", label="表1-1")
FIGURES = part("图目录", Listing(), part_id="figures", matter="front", kind="figures")
TABLES = part("表目录", Listing(), part_id="tables", matter="front", kind="tables")


def test_each_list_names_what_has_a_number_without_its_notes() -> None:
    made, told = passed(list_figures, book(FIGURES, TABLES, part("论桥", FIGURE, BARE, TABLE)))
    assert [each.blocks for each in made.parts[:2]] == [
        (Listing((ListedEntry("图1-1", "拱", "ch01-f1", "figures-1"),)),),
        (Listing((ListedEntry("表1-1", "跨径", "ch01-t1", "tables-1"),)),),
    ]
    assert told == []


def test_a_list_of_nothing_is_no_part_of_the_book() -> None:
    made, _ = passed(list_figures, book(FIGURES, TABLES, part("论桥", BARE, TABLE)))
    assert [each.id for each in made.parts] == ["tables", "ch01"]
