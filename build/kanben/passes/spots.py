"""Count the leaf blocks."""

from dataclasses import replace
from itertools import count

from kanben.book.blocks import Definition, Paragraph, Plain
from kanben.book.book import Book
from kanben.book.entries import ReferenceEntry
from kanben.book.node import Node
from kanben.book.walk import rebuild
from kanben.trouble import Tell

LEAVES = Paragraph | Plain | ReferenceEntry | Definition


def count_spots(book: Book, tell: Tell) -> Book:
    """Give each leaf block its number in its part: layout says by it where a page begins."""
    parts = []
    for part in book.parts:
        numbers = count(1)

        def number(node: Node, numbers: "count[int]" = numbers) -> Node:
            return replace(node, spot=next(numbers)) if isinstance(node, LEAVES) else node

        parts.append(rebuild(part, number))
    return replace(book, parts=tuple(parts))
