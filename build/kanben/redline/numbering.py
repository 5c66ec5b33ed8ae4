"""Number what an editor steps through in a redline: each change once, however many words or cells it has."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from kanben.book.blocks import Definition, Item, Row, Table
from kanben.book.book import Part
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import GlossaryEntry, IndexEntry, ReferenceEntry
from kanben.book.node import Node
from kanben.book.walk import fields_of, rebuild

Member = Item | Row | Definition
Entry = GlossaryEntry | ReferenceEntry | IndexEntry


@dataclass
class Numbering:
    """Numbers what an editor steps through: each change once, however many words or cells it has."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    moves: dict[tuple[str, bool], str] = field(default_factory=dict)
    """The ids of both ends of each move; the one where it now stands is true."""

    def number(self, value: Any, taken: list[bool] | None = None) -> Any:
        """Give ids from the front; `taken` tells whether what is around has its id already."""
        if isinstance(value, tuple):
            items = tuple(self.number(item, taken) for item in value)
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        if not isinstance(value, Node):
            return value
        if isinstance(value, Table) and value.fates and taken is None:
            return self.number_columns(value)
        changed: dict[str, Any] = {}
        if isinstance(value, Change | ChangedBlocks) and not (taken and taken[0]):
            changed["id"] = f"change-{next(self.numbers)}"
            if taken is not None:
                taken[0] = True
        if isinstance(value, ChangedBlocks) and value.move:
            self.moves[value.move, bool(value.blocks)] = changed["id"]
        inside = self.around(value, taken)
        for name in fields_of(value):
            old = getattr(value, name)
            if (new := self.number(old, inside)) is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    def number_columns(self, table: Table) -> Table:
        """Each column that is new or gone is one change, and so is each such row."""
        columns = [[False] if fate else None for fate in table.fates]
        caption = self.number(table.caption)
        head, body = (tuple(self.number_row(row, columns) for row in rows) for rows in (table.head, table.body))
        return replace(table, caption=caption, head=head, body=body, sources=self.number(table.sources))

    def number_row(self, row: Row, columns: list[list[bool] | None]) -> Row:
        if row.change:
            numbered: Row = self.number(row)
            return numbered
        return replace(row, cells=tuple(map(self.number, row.cells, columns)))

    def around(self, value: Node, taken: list[bool] | None) -> list[bool] | None:
        """What stands in a change is part of it; a member that is new or gone as a whole is one change."""
        if isinstance(value, ChangedBlocks) and value.move:
            return None
        if isinstance(value, Change | ChangedBlocks):
            return [True]
        if isinstance(value, Member | Entry) and value.change and taken is None:
            return [False]
        return taken

    def lead(self, node: Node) -> Node:
        """Let each end of a move lead to the other."""
        if not isinstance(node, ChangedBlocks) or not node.move:
            return node
        return replace(node, target=self.moves.get((node.move, not node.blocks), ""))


def with_ids(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    numbering = Numbering()
    numbered = numbering.number(parts)
    led: tuple[Part, ...] = rebuild(numbered, numbering.lead)
    return led
