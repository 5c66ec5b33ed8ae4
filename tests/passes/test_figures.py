"""Figures and tables get their numbers, each kind for itself."""

from kanben.book.blocks import Figure, FigureGroup, Quote, Table
from kanben.book.inlines import Image, Text
from kanben.book.node import Node
from kanben.book.walk import walk
from kanben.passes.figures import number_figures
from kanben.passes.headings import number_headings
from tests.passes.small_books import book, paragraph, part, passed

FIGURE = Figure(Image("images/a.svg", "桥"), (Text("桥"),))
TABLE = Table((Text("桥表"),), (), ())


def label(node: Node) -> tuple[str, str]:
    assert isinstance(node, Figure | Table)
    return node.id, node.label


def test_figures_and_tables_count_apart_and_anew_in_each_chapter() -> None:
    text = paragraph("甲")
    first = part("桥", FIGURE, text, TABLE, Quote((FIGURE,)))
    appendix = part("附录", TABLE, FIGURE, part_id="back1", matter="back", kind="other")
    given, _ = passed(number_headings, book(first, part("路", TABLE, part_id="ch02"), appendix))
    made, told = passed(number_figures, given)
    assert told == []
    assert [label(node) for node in walk(made) if isinstance(node, Figure | Table)] == [
        ("ch01-f1", "图1-1"),
        ("ch01-t1", "表1-1"),
        ("ch01-f2", "图1-2"),
        ("ch02-t1", "表2-1"),
        ("back1-t1", "表1"),
        ("back1-f1", "图1"),
    ]
    assert made.parts[0].blocks[1] is text


def test_a_table_without_a_caption_is_not_counted() -> None:
    given, _ = passed(number_headings, book(part("桥", Table((), (), ()), TABLE)))
    made, _ = passed(number_figures, given)
    assert [label(node) for node in walk(made) if isinstance(node, Table)] == [("ch01-t1", ""), ("ch01-t2", "表1-1")]


def test_a_part_without_figures_stays_as_it_is() -> None:
    given = book(part("桥", paragraph("甲")))
    assert passed(number_figures, given)[0].parts[0] is given.parts[0]


def test_a_group_counts_as_one_figure_and_its_members_have_letters() -> None:
    image = Image("a.svg", "拱")
    group = FigureGroup(tuple(Figure(image, (), letter=letter) for letter in "ab"), (Text("两种"),))
    made, _ = passed(number_figures, book(part("论桥", Figure(image, (Text("拱"),)), group)))
    numbered = made.parts[0].blocks[1]
    assert isinstance(numbered, FigureGroup)
    assert (numbered.id, numbered.label) == ("ch01-f4", "图2")
    assert [(each.id, each.label, each.reference) for each in numbered.figures] == [
        ("ch01-f2", "(a)", "图2(a)"),
        ("ch01-f3", "(b)", "图2(b)"),
    ]
