"""Compare two books: the whole of the room in one function, and the way back to either of the two."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kanben.book.blocks import Table
from kanben.book.book import Book, Part
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import IndexGroup
from kanben.book.node import Fate, Inline, Node
from kanben.book.walk import fields_of
from kanben.redline.columns import without_columns
from kanben.redline.merging import Merger
from kanben.redline.plan import PartPlan, plan_of
from kanben.redline.tokens import canonical
from kanben.redline.twins import twins_of


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """A part with its changes marked; `old` and `new` are its numbers in the two books, None where it is not in one.

    `was` has the facts of the old part, without blocks.
    """

    part: Part
    was: Part | None
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class Redline:
    """Two finished books as one: accepting all that is marked gives the new one, refusing it the old one."""

    old: Book
    new: Book
    parts: tuple[MarkedPart, ...]

    @property
    def changed_order(self) -> frozenset[int]:
        """The new numbers of parts that stand before one which they followed, or behind one which they preceded."""
        both = [(part.old, part.new) for part in self.parts if part.old is not None and part.new is not None]
        return frozenset(new for old, new in both if any((a < old) != (b < new) for a, b in both if a != old))


def compare(old_read: Book, old: Book, new_read: Book, new: Book) -> Redline:
    """Mark in the new book all that differs from the old one; each is given as it was read, and as it is finished."""
    before, after = twins_of(old_read, old), twins_of(new_read, new)
    plan = plan_of(before, after)
    merger = Merger(plan, new.record.language)
    old_numbers = {id(twin): n for n, twin in enumerate(before)}
    new_numbers = {id(twin): n for n, twin in enumerate(after)}

    def mark(part: PartPlan) -> MarkedPart:
        was = replace(part.old.made, blocks=()) if part.old else None
        return MarkedPart(merger.part(part), was, old_numbers.get(id(part.old)), new_numbers.get(id(part.new)))

    return Redline(old, new, tuple(map(mark, plan.parts)))


# ---- the two books again -------------------------------------------------------------------------------------

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
