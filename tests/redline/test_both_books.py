"""A redline holds both books whole: to accept all its changes gives the new one, to refuse them the old one."""

from dataclasses import replace
from functools import cache
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from kanben.book.book import Book, Part
from kanben.book.inlines import Cite, CrossReference, Note
from kanben.book.node import Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.press.title import pass_through
from kanben.reading.folder import read_title
from kanben.redline.comparing import Redline, compare
from kanben.redline.twins import as_typed
from tests.budgets import examples
from tests.passes.small_books import book, heading, paragraph, part
from tests.real_titles import DIGEST
from tests.redline.any_books import books, edited
from tests.redline.resolving import accepted, refused


def typed(parts: tuple[Part, ...], *titles: Book) -> tuple[Part, ...]:
    """Parts as editors typed them."""
    digests = {name: sha256(data).hexdigest() for title in titles for name, data in title.pictures.items()}
    found: tuple[Part, ...] = as_typed(parts, digests)
    return found


def holds_both(redline: Redline, old: Book, new: Book) -> None:
    assert typed(accepted(redline), new) == typed(new.parts, new)
    assert typed(refused(redline), old, new) == typed(old.parts, old, new)


@examples(60)
@given(books(), books())
def test_two_books_that_have_nothing_to_do_with_each_other(old: Book, new: Book) -> None:
    holds_both(compare(old, old, new, new), old, new)


@examples(60)
@given(books(), st.data(), st.integers(1, 6))
def test_a_book_and_the_same_book_edited(old: Book, data: st.DataObject, count: int) -> None:
    new = edited(old, data.draw, count)
    holds_both(compare(old, old, new, new), old, new)


@examples(8)
@given(st.data(), st.integers(1, 8))
def test_the_real_digest_edited_anywhere(data: st.DataObject, count: int) -> None:
    old = digest()
    new = edited(old, data.draw, count)
    holds_both(compare(old, old, new, new), old, new)


@examples(3)
@given(st.data(), st.integers(1, 8))
def test_what_is_shown_of_the_digest_says_the_words_of_both_finished_books(data: st.DataObject, count: int) -> None:
    old, new = digest(), edited(digest(), data.draw, count)
    old_finished, new_finished = (pass_through(book, lambda trouble: None) for book in (old, new))
    redline = compare(old, old_finished, new, new_finished)
    assert said(accepted(redline), new_finished) == said(new_finished.parts, new_finished)
    assert said(refused(redline), old_finished) == said(old_finished.parts, old_finished)


def test_a_note_that_a_new_paragraph_calls_before_the_old_one_does_is_still_a_note_of_the_old_book() -> None:
    called = paragraph("桥有九孔", Note((paragraph("见县志"),), name="a"), "。")
    old = book(part(heading(1, "桥"), called))
    new = book(part(heading(1, "桥"), called, called))
    old_finished, new_finished = (pass_through(each, lambda trouble: None) for each in (old, new))
    redline = compare(old, old_finished, new, new_finished)
    assert said(refused(redline), old_finished) == said(old_finished.parts, old_finished) == ["桥桥有九孔见县志。"]
    assert said(accepted(redline), new_finished) == ["桥桥有九孔见县志。桥有九孔见县志。"]


def said(parts: tuple[Part, ...], title: Book) -> list[str]:
    """The words that editors typed in each part, without those of citations and references, which passes give.

    A note says its words at each call, though pages print them at the first.
    """
    notes = {
        (note.place.file, note.name): note.blocks for note in walk(title.parts) if isinstance(note, Note) if note.blocks
    }

    def typed_there(node: Node) -> Node:
        match node:
            case Cite() | CrossReference():
                return replace(node, children=())
            case Note() if not node.blocks:
                return replace(node, blocks=notes[node.place.file, node.name])
        return node

    return [text_of(rebuild(part, typed_there), notes=True) for part in parts]


@cache
def digest() -> Book:
    title = read_title(DIGEST, lambda trouble: None)
    assert title
    return title
