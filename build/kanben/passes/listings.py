"""List the figures and the tables of a book, where its editor wants such lists."""

from collections.abc import Iterator
from dataclasses import replace

from kanben.book.blocks import Figure, FigureGroup, Table
from kanben.book.book import Book, Part
from kanben.book.entries import ListedEntry, Listing
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.trouble import Tell

KINDS = {"figures": (Figure, FigureGroup), "tables": (Table,)}
"""What each list is of, by the kind of its part."""


def list_figures(book: Book, tell: Tell) -> Book:
    """Fill the lists of figures and of tables; one that would be empty is no part of the book."""
    parts = tuple(filled(part, book) if part.kind in KINDS else part for part in book.parts)
    return replace(book, parts=tuple(part for part in parts if part.kind not in KINDS or entries_in(part)))


def filled(part: Part, book: Book) -> Part:
    return replace(part, blocks=(Listing(tuple(listed(book, part)), place=part.place),))


def entries_in(part: Part) -> tuple[ListedEntry, ...]:
    return tuple(entry for block in part.blocks if isinstance(block, Listing) for entry in block.entries)


def listed(book: Book, part: Part) -> Iterator[ListedEntry]:
    """Each figure or table that has a number of its own, in the order of the book."""
    found = (node for node in walk(book) if isinstance(node, Figure | FigureGroup | Table))
    wanted = (node for node in found if isinstance(node, KINDS[part.kind]) and node.label and not is_member(node))
    for number, node in enumerate(wanted, 1):
        words = text_of(node.caption)
        yield ListedEntry(node.label, words, node.id, f"{part.id}-{number}", place=node.place)


def is_member(node: Figure | FigureGroup | Table) -> bool:
    """Whether a figure is one of a group, whose number it shares."""
    return isinstance(node, Figure) and bool(node.letter)
