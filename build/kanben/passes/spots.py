"""Count the leaf blocks."""

from dataclasses import replace
from itertools import count

from kanben.book.blocks import Definition, Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.entries import ReferenceEntry
from kanben.book.node import Node
from kanben.book.walk import rebuild
from kanben.keep import kept
from kanben.trouble import Tell

LEAVES = Paragraph | Plain | ReferenceEntry | Definition


def count_spots(book: Book, tell: Tell) -> Book:
    """Give each leaf block its number in its part: layout says by it where a page begins."""
    return replace(book, parts=tuple(kept(part.id, count_in_part, part) for part in book.parts))


def count_in_part(part: Part) -> Part:
    numbers = count(1)

    def number(node: Node) -> Node:
        return replace(node, spot=next(numbers)) if isinstance(node, LEAVES) else node

    counted: Part = rebuild(part, number)
    return counted
