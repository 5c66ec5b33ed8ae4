"""Notes are numbered in their part, and named over the whole book."""

from kanben.book.blocks import Quote
from kanben.book.inlines import Note, Styled
from kanben.book.walk import walk
from kanben.passes.notes import number_notes, share_notes
from tests.passes.small_books import at, book, heading, paragraph, part, passed


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


def named(name: str, words: str, file: str = "chapters/01.md") -> Note:
    return Note((paragraph(words),), name=name, place=at(3, file))


def test_a_note_that_is_called_again_has_the_number_of_the_first_and_no_words() -> None:
    text = paragraph("甲", named("a", "注"), "乙", named("b", "别的"), "丙", named("a", "注"), "丁", named("c", "又"))
    shared, _ = passed(share_notes, book(part("桥", text)))
    made, _ = passed(number_notes, shared)
    notes = [node for node in walk(made) if isinstance(node, Note)]
    assert [(found.id, found.number, found.same) for found in notes] == [
        ("n1", 1, ""),
        ("n2", 2, ""),
        ("n3", 1, "n1"),
        ("n4", 3, ""),
    ]
    assert [bool(found.blocks) for found in notes] == [True, True, False, True]


def test_notes_of_one_wording_or_of_another_part_stay_apart() -> None:
    first = part("桥", paragraph("甲", named("a", "同上"), "乙", named("b", "同上"), "丙", note("同上"), note("同上")))
    second = part("路", paragraph("甲", named("a", "同上", "chapters/02.md")), part_id="ch02")
    shared, _ = passed(share_notes, book(first, second))
    made, _ = passed(number_notes, shared)
    notes = [node for node in walk(made) if isinstance(node, Note)]
    assert [(found.number, found.same) for found in notes] == [(1, ""), (2, ""), (3, ""), (4, ""), (1, "")]
