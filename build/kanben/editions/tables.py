"""How much room a table needs, which tells on which screens its rows become stacks. Widths are in em of its type."""

import re
from typing import Any, Literal

from kanben.book.blocks import Cell, Table
from kanben.book.grid import Placed, grid
from kanben.book.inlines import LineBreak, Note
from kanben.book.text import text_of
from kanben.book.walk import walk

LATIN, PADDING = 0.56, 0.9
SHORT, COMFORT = 6.0, 6.0
"""Words up to this width are not broken; longer ones have a line of at least so much."""
PHONE, TABLET = 21.0, 40.0
UNBROKEN = re.compile(r"(?:[!-,.-~\u00a1-\u024f\u0370-\u052f]|-(?![A-Za-z]))+-?|-")
"""A run of Latin, Greek or Cyrillic, which may end behind a hyphen before a letter."""
DATE = re.compile(r"\d{4}年(\d{1,2}月(\d{1,2}日)?)?")
Room = Literal["", "wide", "broad"]


def room_of(table: Table) -> Room:
    """Empty for a table that fits a phone, `wide` for one that fits a tablet, else `broad`."""
    need = need_of(table)
    return "" if need <= PHONE else "wide" if need <= TABLET else "broad"


def need_of(table: Table) -> float:
    """The least width with which all cells read well, and none of a few words is broken."""
    return sum(width + PADDING for width in column_widths(table).values())


def column_widths(table: Table) -> dict[int, float]:
    """The least width of each column with which its cells read well; a cell over several asks for none."""
    cells = [each for rows in (table.head, table.body) for row in grid(rows) for each in row]
    widths = {column: 0.0 for each in cells for column in each.columns}
    for each in filter(is_single, cells):
        widths[each.column] = max(widths[each.column], least_width(each.cell))
    return widths


def is_single(each: Placed) -> bool:
    return each.cell.columns == 1


def least_width(cell: Cell) -> float:
    words = text_of(cell.blocks)
    if is_short(cell):
        return width_of(words)
    return max(COMFORT, *(width_of(run) for run in UNBROKEN.findall(words)), 0.0)


def is_short(cell: Cell) -> bool:
    """Whether a cell's words are so few that they stay on one line, as does a date."""
    words = text_of(cell.blocks)
    few = width_of(words) <= SHORT or DATE.fullmatch(words) is not None
    return few and not any(isinstance(node, LineBreak) for node in walk(cell))


def width_of(words: str) -> float:
    return sum(LATIN if ord(character) < 0x530 else 1.0 for character in words)


def head_has_notes(table: Table) -> bool:
    """Whether the heads hold calls, which a reader must reach even where the heads are put away."""
    return any(isinstance(node, Note) for node in walk(table.head))


TABLES: dict[str, Any] = {"room_of": room_of, "is_short": is_short, "head_has_notes": head_has_notes}
"""What templates ask of a table."""
