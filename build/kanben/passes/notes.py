"""Number the notes."""

from dataclasses import replace
from itertools import count

from kanben.book.book import Book
from kanben.book.nodes import Node, Note
from kanben.book.walk import rebuild
from kanben.trouble import Tell


def number_notes(book: Book, tell: Tell) -> Book:
    """Give each note its id (n12, over the whole book) and its number in its part; print counts by page itself."""
    ids = count(1)
    parts = []
    for part in book.parts:
        numbers = count(1)

        def number(node: Node, numbers: "count[int]" = numbers) -> Node:
            return replace(node, id=f"n{next(ids)}", number=next(numbers)) if isinstance(node, Note) else node

        parts.append(rebuild(part, number))
    return replace(book, parts=tuple(parts))
