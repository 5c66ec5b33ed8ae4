"""Notes are numbered in their part, and named over the whole book."""

from kanben.book.nodes import Note, Quote, Styled
from kanben.book.walk import walk
from kanben.passes.notes import number_notes
from tests.passes.small_books import book, heading, paragraph, part, passed


def note(words: str) -> Note:
    return Note((paragraph(words),))


def test_notes_count_in_the_order_of_their_calls_anew_in_each_part() -> None:
    nested = Quote((paragraph("乙", Styled("strong", (note("二"),))),))
    first = part(heading(1, "桥", note("题")), paragraph("甲", note("一")), nested)
    made, told = passed(number_notes, book(first, part("路", paragraph(note("三")), part_id="ch02")))
    assert told == []
    notes = [node for node in walk(made) if isinstance(node, Note)]
    assert [(found.id, found.number) for found in notes] == [("n1", 1), ("n2", 2), ("n3", 3), ("n4", 1)]


def test_what_holds_no_note_keeps_its_identity() -> None:
    text = paragraph("甲")
    made, _ = passed(number_notes, book(part("桥", text, paragraph(note("一"))), part("路", text, part_id="ch02")))
    assert made.parts[0].blocks[0] is text
    assert made.parts[1].blocks[0] is text
