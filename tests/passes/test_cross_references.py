"""Links within the book find what they point to."""

from kanben.book.blocks import Figure
from kanben.book.book import Book
from kanben.book.inlines import CrossReference, Image, Note, Text
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.passes.cross_references import resolve_cross_references
from kanben.passes.figures import number_figures
from kanben.passes.headings import number_headings
from tests.passes.small_books import at, book, heading, paragraph, part, passed

FIGURE = Figure(Image("images/a.svg", "桥"), (Text("桥"),), name="fig")


def resolved(given: Book) -> tuple[list[tuple[str, str]], list[str]]:
    """(id, words) of each link, and what was told."""
    numbered = passed(number_figures, passed(number_headings, given)[0])[0]
    made, told = passed(resolve_cross_references, numbered)
    return [(node.target, text_of(node.children)) for node in walk(made) if isinstance(node, CrossReference)], told


def to(name: str, *words: Text) -> CrossReference:
    return CrossReference(name, words, place=at(9))


def test_a_link_without_words_takes_the_label_of_its_target() -> None:
    links = paragraph(to("bridge"), to("stone"), to("fig"))
    text = part(heading(1, "桥", name="bridge"), heading(2, "石", name="stone"), FIGURE, links)
    assert resolved(book(text)) == ([("ch01", "第一章"), ("ch01-s1", "1.1"), ("ch01-f1", "图1-1")], [])


def test_what_has_no_number_is_called_by_its_title() -> None:
    preface = part(heading(1, "前言", name="pre"), part_id="preface", matter="front", kind="preface")
    assert resolved(book(preface, part("桥", paragraph(to("pre"))))) == ([("preface", "《前言》")], [])


def test_words_of_the_editors_own_stay() -> None:
    text = part(heading(1, "桥", name="bridge"), paragraph(to("bridge", Text("上文"))))
    assert resolved(book(text)) == ([("ch01", "上文")], [])


def test_a_made_id_may_be_named_too() -> None:
    assert resolved(book(part("桥", paragraph(to("ch01", Text("此章")), to("ch01"))))) == (
        [("ch01", "此章"), ("ch01", "第一章")],
        [],
    )


def test_an_authors_name_goes_before_a_made_id() -> None:
    second = part(heading(1, "路", name="ch01"), paragraph(to("ch01")), part_id="ch02")
    assert resolved(book(part("桥"), second)) == ([("ch02", "第二章")], [])


def test_a_name_that_nothing_has_is_told_with_the_nearest() -> None:
    text = part(heading(1, "桥", name="bridges"), paragraph(to("bridge")))
    assert resolved(book(text))[1] == [
        "chapters/01.md:9: nothing is named #bridge [unknown-target]\n    mend: did you mean bridges?"
    ]
    assert resolved(book(part("桥", paragraph(to("zzz")))))[1] == [
        "chapters/01.md:9: nothing is named #zzz [unknown-target]\n    mend: name the heading, figure or table: {#zzz}"
    ]
    assert resolved(book(part("桥", paragraph(to("zzz"))), whole=False))[1] == []


def test_a_name_given_twice_is_told_where_it_stands_again() -> None:
    text = part(heading(1, "桥", name="a", line=1), heading(2, "石", name="a", line=5), paragraph(to("a")))
    links, told = resolved(book(text))
    assert links == [("ch01", "第一章")]
    assert told == [
        "chapters/01.md:5: #a is given twice (first at chapters/01.md:1) [repeated-name]\n"
        "    mend: give one of them another name"
    ]


def test_what_holds_no_link_keeps_its_identity() -> None:
    given = book(part(heading(1, "桥", name="bridge"), paragraph("甲")))
    assert passed(resolve_cross_references, given)[0] is given


def test_each_reference_of_the_running_text_has_an_id_and_those_of_notes_have_none() -> None:
    note = Note((paragraph(to("ch01")),))
    made, _ = passed(resolve_cross_references, book(part("桥", paragraph(to("ch01"), note, to("ch01")))))
    (block,) = made.parts[0].blocks
    assert [node.id for node in walk(block) if isinstance(node, CrossReference)] == ["ch01-x1", "", "ch01-x2"]


def test_a_title_with_title_marks_of_its_own_is_called_with_inner_ones() -> None:
    preface = part(heading(1, "《桥》前言", name="pre"), part_id="preface", matter="front", kind="preface")
    assert resolved(book(preface, part("桥", paragraph(to("pre"))))) == ([("preface", "《〈桥〉前言》")], [])
