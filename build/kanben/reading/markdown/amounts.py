"""Refuse what no book has so much of, before anyone tries to set it."""

from collections import Counter
from collections.abc import Iterator

from kanben.book.blocks import Cell, CodeBlock, Heading, Paragraph, Plain, Table
from kanben.book.charts import Chart
from kanben.book.inlines import Math, Note
from kanben.book.node import Blocks, Node
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.limits import (
    CELL,
    CELLS,
    CELLS_IN_FILE,
    CHARTS,
    CODE_LINES,
    FILE,
    FORMULA,
    HEADINGS,
    NOTES,
    NOTES_HERE,
    Limit,
)
from kanben.place import Place
from kanben.trouble import Tell, Trouble, too_much


def is_small(data: bytes, file: str, tell: Tell) -> bool:
    """Whether a file may be read at all."""
    if len(data) > FILE.most:
        tell(too_much(FILE, len(data), Place(file, 1)))
    return len(data) <= FILE.most


def amounts(blocks: Blocks) -> Iterator[Trouble]:
    """What a file has too much of: each by itself, and the first beyond those that it may have together."""
    counts: Counter[str] = Counter()
    for node in walk(blocks):
        if (found := amount(node)) and found[1] > found[0].most:
            yield too_much(*found, place_of(node))
        if together := share(node):
            limit, count = together
            counts[limit.code] += count
            if counts[limit.code] - count <= limit.most < counts[limit.code]:
                yield too_much(limit, counts[limit.code], node.place)


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
            return CELLS, cells_of(node)
        case CodeBlock():
            return CODE_LINES, node.text.count("\n") + 1
        case Math():
            return FORMULA, len(node.tex)
    return None


def share(node: Node) -> tuple[Limit, int] | None:
    """What of a node is limited for all of a file together."""
    match node:
        case Note():
            return NOTES, 1
        case Heading():
            return HEADINGS, 1
        case Chart():
            return CHARTS, 1
        case Table():
            return CELLS_IN_FILE, cells_of(node)
    return None


def cells_of(table: Table) -> int:
    return sum(len(row.cells) for row in (*table.head, *table.body))
