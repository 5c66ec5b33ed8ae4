"""Messages to the worker: a part of a book that came before is the same object again."""

import io
from dataclasses import replace

from kanben.book.book import Book, Part
from kanben.press import serve
from tests.sample_book import sample_book


def sent(book: Book) -> Book:
    pipe = io.BytesIO()
    serve.send(pipe, (book,))
    pipe.seek(0)
    (arrived,) = serve.receive(pipe)
    assert isinstance(arrived, Book)
    return arrived


def renamed(part: Part) -> Part:
    return replace(part, id=f"{part.id}x")


def test_a_book_arrives_as_it_was_sent() -> None:
    assert sent(sample_book()) == sample_book()


def test_parts_that_came_before_are_the_same_objects() -> None:
    first, second = sent(sample_book()), sent(sample_book())

    assert all(one is other for one, other in zip(first.parts, second.parts, strict=True))


def test_a_changed_part_comes_anew() -> None:
    book = sample_book()
    before = sent(book)
    changed = replace(book, parts=(renamed(book.parts[0]), *book.parts[1:]))
    after = sent(changed)

    assert after == changed
    assert [one is other for one, other in zip(before.parts, after.parts, strict=True)].count(False) == 1


def test_a_part_is_forgotten_when_two_messages_had_none_of_it() -> None:
    book = sample_book()
    other = replace(book, parts=tuple(map(renamed, book.parts)))
    first = sent(book)
    sent(other)
    sent(other)

    assert sent(book).parts[0] is not first.parts[0]
