"""Count what was added, deleted and moved in a part: characters as publishers count them, and moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kanben.book.blocks import Table
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import GlossaryEntry, IndexEntry
from kanben.book.node import Fate, Node
from kanben.book.text import text_of
from kanben.book.walk import fields_of, walk
from kanben.redline.comparing import MarkedPart


@dataclass(frozen=True, slots=True)
class Amounts:
    """Characters without white space, and how many passages stand elsewhere."""

    added: int = 0
    deleted: int = 0
    moved: int = 0

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(self.added + other.added, self.deleted + other.deleted, self.moved + other.moved)


def amounts_of(marked: MarkedPart) -> Amounts:
    """What changed in a part; one that is new, or gone, counts from its heading to its end."""
    part = marked.part
    if marked.old is None:
        return Amounts(added=length(part.heading)) + counted(part.blocks)
    if marked.new is None:
        return Amounts(deleted=length(part.heading)) + counted(part.blocks)
    return counted((part.heading, *part.blocks))


def counted(value: Any) -> Amounts:
    if isinstance(value, tuple):
        return sum(map(counted, value), Amounts())
    match value:
        case Change() | ChangedBlocks(move="") if value.restyled:
            return Amounts()
        case Change():
            return Amounts(length(value.children), length(value.was))
        case ChangedBlocks(move=""):
            return Amounts(length(value.blocks), length(value.was))
        case ChangedBlocks():
            return Amounts(moved=bool(value.blocks)) + counted(value.blocks)
        case Node() if getattr(value, "change", ""):
            return of_fate(getattr(value, "change", ""), value)
        case Table() if value.fates:
            return counted((value.caption, value.sources)) + sum(in_cells(value), Amounts())
        case Node():
            return sum((counted(getattr(value, name)) for name in fields_of(value)), Amounts())
    return Amounts()


def in_cells(table: Table) -> Iterator[Amounts]:
    """The amounts of a table some of whose columns are new or gone, piece by piece."""
    for row in (*table.head, *table.body):
        if row.change:
            yield counted(row)
        else:
            yield from map(of_fate, table.fates, row.cells)


def of_fate(fate: Fate, value: Node) -> Amounts:
    """What changed in a member, which may be new or gone as a whole."""
    if not fate:
        return counted(value)
    return Amounts(added=length(value)) if fate == "added" else Amounts(deleted=length(value))


def length(value: Any) -> int:
    """The characters of text, notes and the names of entries."""
    names = "".join(node.term for node in walk(value) if isinstance(node, GlossaryEntry | IndexEntry))
    return sum(not character.isspace() for character in text_of(value, notes=True) + names)
