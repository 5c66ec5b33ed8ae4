"""Test that bookmarks stand within one another as WeasyPrint has them, and lead back and forth."""

import re
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from weasyprint.document import Document

from kanben.editions.print.pieces.outline import Bookmark, outline_of

FIRST = 7
REFERENCE = re.compile(rb"/(\w+) (-?\d+)(?: 0 R)?")
BOOKMARKS = st.lists(st.tuples(st.integers(1, 6), st.booleans()), min_size=1, max_size=20)


def facts(data: bytes) -> dict[str, int]:
    return {name.decode(): int(number) for name, number in REFERENCE.findall(data)}


def read(objects: dict[int, bytes], number: int) -> Any:
    """A bookmark with those within it, as a reader follows them from the first to the last and back."""
    own = facts(objects[number])
    found, at = [], own.get("First", 0)
    while at:
        assert facts(objects[at])["Parent"] == number
        assert facts(objects[at]).get("Prev") == (found[-1][0] if found else None)
        found.append((at, read(objects, at)))
        at = facts(objects[at]).get("Next", 0)
    assert own.get("Last", 0) == (found[-1][0] if found else 0)
    return [(number - FIRST, inner) for number, inner in found]


def as_weasyprint_has_it(bookmarks: list[tuple[int, bool]]) -> Any:
    marks = [(level, n, (0, 0), "open" if is_open else "closed") for n, (level, is_open) in enumerate(bookmarks)]
    pages = [SimpleNamespace(height=0, bookmarks=marks)]

    def plain(tree: Any) -> Any:
        return [(n, plain(inner)) for n, _, inner, _ in tree]

    return plain(Document.make_bookmark_tree(SimpleNamespace(pages=pages)))


@given(BOOKMARKS)
def test_bookmarks_of_any_levels_stand_within_one_another(bookmarks: list[tuple[int, bool]]) -> None:
    objects = outline_of([Bookmark(level, b"", is_open) for level, is_open in bookmarks], FIRST)
    assert sorted(objects) == list(range(FIRST, FIRST + len(bookmarks) + 1))
    assert read(objects, FIRST + len(bookmarks)) == as_weasyprint_has_it(bookmarks)


def test_an_outline_says_how_many_bookmarks_a_reader_sees() -> None:
    levels = ((1, True), (2, True), (2, False), (3, True), (1, False), (2, True))
    objects = outline_of([Bookmark(level, b"", is_open) for level, is_open in levels], FIRST)
    counts = [facts(data).get("Count", 0) for data in objects.values()]
    assert counts == [2, 0, -1, 0, -1, 0, 4]


def test_a_book_without_headings_has_no_outline() -> None:
    assert outline_of([], FIRST) == {}
