"""Messages to the worker: a part of a book that came before is the same object again."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kanben.book.book import Book, Part
from kanben.place import Place
from kanben.press import serve
from kanben.trouble import Stop, trouble
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


class Watched(io.BytesIO):
    """A pipe that remembers what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[object] = []

    def write(self, data: Any) -> int:
        self.given.append(data)
        return super().write(data)


def test_a_picture_goes_to_the_pipe_as_it_is_and_is_not_copied() -> None:
    picture = bytes(1_000_000)
    pipe = Watched()
    serve.send(pipe, (replace(sample_book(), pictures={"images/a.png": picture}),))

    assert any(data is picture for data in pipe.given)


def test_a_message_that_is_cut_off_is_none() -> None:
    pipe = io.BytesIO()
    serve.send(pipe, ("value", bytes(1_000_000)))
    for end in (0, 1, 20, 999_999):
        with pytest.raises(EOFError):
            serve.receive(io.BytesIO(pipe.getvalue()[:end]))


def test_a_room_that_cannot_be_loaded_is_told_at_every_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "without_pango.py").write_text("raise OSError('cannot load library')\n", encoding="utf-8")
    (tmp_path / "with_a_slip.py").write_text("1 / 0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert serve.ready("json") is None
    assert serve.ready("without_pango") == ("stop", Stop((trouble("layout-died", Place("title.yaml")),)))
    kind, account = serve.ready("with_a_slip") or ("", "")
    assert kind == "fault"
    assert account.endswith("with_a_slip.py:1 <module>\nZeroDivisionError: division by zero")
