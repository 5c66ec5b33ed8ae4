"""The pages of print are marked at the very character where they begin."""

from dataclasses import replace

from kanben.book.blocks import Cell, Figure, Heading, Paragraph, Plain, Row, Table
from kanben.book.book import Part
from kanben.book.entries import Glossary, GlossaryEntry, ReferenceEntry, References
from kanben.book.inlines import Code, Image, Note, PageBreak, Ruby, Styled, Term, Text
from kanben.book.node import Inline
from kanben.book.page_map import PageMap, PageStart
from kanben.book.walk import walk
from kanben.passes.page_marks import mark_pages
from tests.passes.small_books import book, heading, paragraph, part

P2 = PageBreak("2", "p2")
P3 = PageBreak("3", "p3")


def marked(children: tuple[Inline, ...], *starts: tuple[str, int]) -> tuple[Inline, ...]:
    """A paragraph's words with marks at these (label, offset)."""
    given = book(part("桥", Paragraph(children, spot=1)))
    pages = PageMap(starts=tuple(PageStart(label, "ch01", 1, offset) for label, offset in starts))
    found = mark_pages(given, pages).parts[0].blocks[0]
    assert isinstance(found, Paragraph)
    return found.children


def test_a_text_is_cut_at_the_offset() -> None:
    assert marked((Text("甲乙丙丁"),), ("2", 2)) == (Text("甲乙"), P2, Text("丙丁"))
    assert marked((Text("甲乙丙丁"),), ("2", 0)) == (P2, Text("甲乙丙丁"))
    assert marked((Text("甲乙丙丁"),), ("2", 1), ("3", 3)) == (Text("甲"), P2, Text("乙丙"), P3, Text("丁"))


def test_white_space_is_not_counted() -> None:
    assert marked((Text("a b　c d"),), ("2", 2)) == (Text("a b　"), P2, Text("c d"))


def test_styled_words_are_cut_within_and_notes_do_not_count() -> None:
    note = Note((paragraph("很长的注文"),))
    words = (Text("甲"), note, Styled("strong", (Text("乙丙"),)), Text("丁"))
    assert marked(words, ("2", 2)) == (Text("甲"), note, Styled("strong", (Text("乙"), P2, Text("丙"))), Text("丁"))
    term = Term((Text("石桥"),), "t1", "t1-u1")
    assert marked((term, Text("丁")), ("2", 2)) == (term, P2, Text("丁"))


def test_ruby_and_code_are_not_cut() -> None:
    ruby = Ruby("漢字", "hàn zì")
    assert marked((ruby, Text("甲")), ("2", 0)) == (P2, ruby, Text("甲"))
    assert marked((Code("xyz"), Text("甲")), ("2", 3)) == (Code("xyz"), P2, Text("甲"))


def test_a_mark_beyond_the_words_stands_at_their_end() -> None:
    assert marked((Text("甲"),), ("2", 9)) == (Text("甲"), P2)


def test_a_page_that_begins_with_a_heading_or_a_figure_is_marked_there() -> None:
    figure = Figure(Image("images/a.svg", "桥"), (Text("图"),), id="ch01-f1")
    top = replace(heading(1, "桥"), id="ch01")
    pages = PageMap(starts=(PageStart("2", "ch01", 0, 0, "ch01"), PageStart("3", "ch01", 0, 0, "ch01-f1")))
    made: Part = mark_pages(book(part(top, figure)), pages).parts[0]
    assert made.heading == replace(top, before=(P2,))
    assert made.blocks == (replace(figure, before=(P3,)),)


def test_a_page_that_begins_with_a_table_without_caption_or_a_word_of_the_glossary_is_marked_there() -> None:
    table = Table((), (), (Row((Cell((Plain((Text("甲"),)),)),)),), id="ch01-t1")
    entry = GlossaryEntry("石桥", (paragraph("释义。"),), id="t1")
    pages = PageMap(starts=(PageStart("2", "ch01", 0, 0, "ch01-t1"), PageStart("3", "ch01", 0, 0, "t1")))
    made = mark_pages(book(part("桥", table, Glossary((entry,)))), pages).parts[0]
    assert made.blocks == (replace(table, before=(P2,)), Glossary((replace(entry, before=(P3,)),)))


def test_a_page_that_begins_with_a_work_is_marked_before_its_label_and_one_within_it_in_its_words() -> None:
    work = ReferenceEntry("zhao", (Text("论桥"),), "[1]", "r1", spot=1)
    pages = PageMap(starts=(PageStart("2", "ch01", 1, 0), PageStart("3", "ch01", 1, 1)))
    made = mark_pages(book(part("文献", References((work,)))), pages).parts[0]
    marked_work = replace(work, before=(P2,), children=(Text("论"), P3, Text("桥")))
    assert made.blocks == (References((marked_work,)),)
    assert [node for node in walk(made.blocks) if isinstance(node, PageBreak)] == [P2, P3]


def test_without_print_the_book_stays_as_it_is_and_other_blocks_keep_their_identity() -> None:
    text, section = Paragraph((Text("甲"),), spot=2), Heading(2, (Text("石"),), id="ch01-s1")
    given = book(part("桥", Paragraph((Text("乙"),), spot=1), section, text), part("路", text, part_id="ch02"))
    assert mark_pages(given, PageMap()) is given
    made = mark_pages(given, PageMap(starts=(PageStart("2", "ch01", 1, 0),)))
    assert made.parts[0].blocks[1] is section
    assert made.parts[0].blocks[2] is text
    assert made.parts[1].blocks[0] is text
