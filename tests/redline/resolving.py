"""Go back from a redline to either of its two books: accept all that is marked, or refuse it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import compress
from typing import Any

from kanben.book.blocks import Table
from kanben.book.book import Part
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import IndexGroup
from kanben.book.node import Fate, Inline, Node
from kanben.book.walk import fields_of
from kanben.redline.comparing import MarkedPart, Redline
from kanben.redline.tokens import canonical

Take = Callable[[Change | ChangedBlocks], tuple[Node, ...]]


def accepted(redline: Redline) -> tuple[Part, ...]:
    """The parts of the new book."""
    kept = sorted((part for part in redline.parts if part.new is not None), key=lambda part: part.new or 0)
    return tuple(replace(each.part, **side_of(each.part, new_side, "deleted")) for each in kept)


def refused(redline: Redline) -> tuple[Part, ...]:
    """The parts of the old book, with the numbers of the new one where nothing else changed."""
    kept = sorted((part for part in redline.parts if part.old is not None), key=lambda part: part.old or 0)
    return tuple(old_part(each) for each in kept)


def old_part(marked: MarkedPart) -> Part:
    assert marked.was
    sides = side_of(marked.part, old_side, "added")
    return replace(
        marked.was, heading=replace(marked.was.heading, children=sides["heading"].children), blocks=sides["blocks"]
    )


def side_of(part: Part, take: Take, dropped: Fate) -> dict[str, Any]:
    return {"heading": resolved(part.heading, take, dropped), "blocks": resolved(part.blocks, take, dropped)}


def new_side(change: Change | ChangedBlocks) -> tuple[Node, ...]:
    return change.children if isinstance(change, Change) else change.blocks


def old_side(change: Change | ChangedBlocks) -> tuple[Node, ...]:
    return change.was


def resolved(value: Any, take: Take, dropped: Fate) -> Any:
    """A tree without marks: one side of every change, and no member that the other side alone has."""
    if isinstance(value, tuple):
        items = tuple(inner for item in value for inner in resolved_item(item, take, dropped))
        return canonical(items) if items and isinstance(items[0], Inline) else items
    if not isinstance(value, Node):
        return value
    if isinstance(value, Table) and value.fates:
        value = without_columns(value, dropped)
    changed = {name: resolved(getattr(value, name), take, dropped) for name in fields_of(value)}
    if getattr(value, "change", ""):
        changed["change"] = ""
    return replace(value, **changed)


def resolved_item(item: Any, take: Take, dropped: Fate) -> tuple[Any, ...]:
    if isinstance(item, Change | ChangedBlocks):
        return tuple(resolved(take(item), take, dropped))
    if dropped and getattr(item, "change", "") == dropped:
        return ()
    found = resolved(item, take, dropped)
    return () if isinstance(found, IndexGroup) and not found.entries and item.entries else (found,)


def without_columns(table: Table, fate: Fate) -> Table:
    """A table of both states as that of one: without the columns that only the other has."""
    kept = [each != fate for each in table.fates]
    head, body = (
        tuple(replace(row, cells=tuple(compress(row.cells, kept))) for row in rows) for rows in (table.head, table.body)
    )
    return replace(table, head=head, body=body, fates=())
