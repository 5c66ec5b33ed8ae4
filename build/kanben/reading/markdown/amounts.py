"""Refuse what no book has so much of, before anyone tries to set it."""

from collections.abc import Iterator

from kanben.book.blocks import Cell, CodeBlock, Paragraph, Plain, Table
from kanben.book.inlines import Math, Note
from kanben.book.node import Blocks, Node
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.limits import CELL, CELLS, CODE_LINES, FILE, FORMULA, NOTES, NOTES_HERE, Limit
from kanben.place import Place
from kanben.trouble import Tell, Trouble, too_much


def is_small(data: bytes, file: str, tell: Tell) -> bool:
    """Whether a file may be read at all."""
    if len(data) > FILE.most:
        tell(too_much(FILE, len(data), Place(file, 1)))
    return len(data) <= FILE.most


def amounts(blocks: Blocks) -> Iterator[Trouble]:
    """What a file has too much of: each by itself, and the first note beyond those that it may have."""
    notes = 0
    for node in walk(blocks):
        if (found := amount(node)) and found[1] > found[0].most:
            yield too_much(*found, place_of(node))
        notes += isinstance(node, Note)
        if notes == NOTES.most + 1 and isinstance(node, Note):
            yield too_much(NOTES, notes, node.place)


def place_of(node: Node) -> Place:
    """Where a node stands; a cell stands where its words do."""
    return next(inner.place for inner in walk(node) if inner.place.file)


def amount(node: Node) -> tuple[Limit, int] | None:
    """What of a node is limited, and how much of it there is; None where nothing is."""
    match node:
        case Paragraph() | Plain():
            return NOTES_HERE, sum(isinstance(inner, Note) for inner in walk(node.children))
        case Cell():
            return CELL, len(text_of(node))
        case Table():
            return CELLS, sum(len(row.cells) for row in (*node.head, *node.body))
        case CodeBlock():
            return CODE_LINES, node.text.count("\n") + 1
        case Math():
            return FORMULA, len(node.tex)
    return None
