"""Refuse what no book has so much of, before anyone tries to set it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from kanben.book.blocks import Cell, CodeBlock, Definition, Heading, Paragraph, Plain, Table
from kanben.book.book import Part
from kanben.book.charts import Chart
from kanben.book.inlines import Cite, Math, Note
from kanben.book.node import Blocks, Node
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.limits import (
    CELL,
    CELLS,
    CELLS_IN_FILE,
    CHARTS,
    CITES_HERE,
    CODE_LINES,
    DEFINITIONS,
    FILE,
    FORMULA,
    FORMULAS,
    HEADINGS,
    HEADINGS_IN_ALL,
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
        for limit, count in amount(node):
            if count > limit.most:
                yield too_much(limit, count, place_of(node))
        if together := share(node):
            limit, count = together
            counts[limit.code] += count
            if counts[limit.code] - count <= limit.most < counts[limit.code]:
                yield too_much(limit, counts[limit.code], place_of(node))


def place_of(node: Node) -> Place:
    """Where a node stands; a cell stands where its words do."""
    return next(inner.place for inner in walk(node) if inner.place.file)


def amount(node: Node) -> Iterator[tuple[Limit, int]]:
    """What of a node is limited, and how much of it there is."""
    match node:
        case Paragraph() | Plain():
            inner = tuple(walk(node.children))
            yield NOTES_HERE, sum(isinstance(each, Note) for each in inner)
            yield CITES_HERE, sum(len(each.items) for each in inner if isinstance(each, Cite))
        case Cell():
            yield CELL, len(text_of(node))
        case Table():
            yield CELLS, cells_of(node)
        case CodeBlock():
            yield CODE_LINES, node.text.count("\n") + 1
        case Math():
            yield FORMULA, len(node.tex)


def share(node: Node) -> tuple[Limit, int] | None:
    """What of a node is limited for all of a file together."""
    match node:
        case Note():
            return NOTES, 1
        case Heading():
            return HEADINGS, 1
        case Chart():
            return CHARTS, 1
        case Definition():
            return DEFINITIONS, 1
        case Math():
            return FORMULAS, 1
        case Table():
            return CELLS_IN_FILE, cells_of(node)
    return None


def cells_of(table: Table) -> int:
    return sum(len(row.cells) for row in (*table.head, *table.body))


def headings_in_all(parts: Iterable[Part]) -> Iterator[Trouble]:
    """The first heading beyond those that a book may have."""
    every = (heading for part in parts for heading in (part.heading, *part.blocks) if isinstance(heading, Heading))
    for beyond in islice(every, HEADINGS_IN_ALL.most, HEADINGS_IN_ALL.most + 1):
        yield too_much(HEADINGS_IN_ALL, HEADINGS_IN_ALL.most + 1, beyond.place)
