"""Leaf blocks are counted part by part, for layout to say where a page begins."""

from kanben.book.blocks import CodeBlock, Definition, Definitions, Item, List, Paragraph, Plain, Quote
from kanben.book.entries import ReferenceEntry, References
from kanben.book.inlines import Text
from kanben.book.walk import walk
from kanben.passes.spots import count_spots
from tests.passes.small_books import book, heading, paragraph, part, passed


def test_paragraphs_items_and_works_are_counted_from_one_in_each_part() -> None:
    code, section = CodeBlock("x"), heading(2, "石")
    items = List((Item((Plain((Text("甲"),)),)), Item((paragraph("乙"),))))
    works = part(
        "参考文献", References((ReferenceEntry("zhao", (Text("论桥"),)),)), part_id="references", matter="back"
    )
    given = book(part("桥", section, paragraph("一"), code, Quote((paragraph("二"),)), items), works)
    made, told = passed(count_spots, given)
    assert told == []
    leaves = [node for node in walk(made) if isinstance(node, Paragraph | Plain | ReferenceEntry)]
    assert [leaf.spot for leaf in leaves] == [1, 2, 3, 4, 1]
    assert made.parts[0].blocks[0] is section
    assert made.parts[0].blocks[2] is code


def test_the_terms_of_a_list_of_definitions_are_leaves_too() -> None:
    given = book(part("桥", Definitions((Definition((Text("拱桥"),), (paragraph("弯者"),)),)), paragraph("一")))
    made, _ = passed(count_spots, given)
    leaves = [node.spot for node in walk(made) if isinstance(node, Definition | Paragraph)]
    assert sorted(leaves) == [1, 2, 3]
