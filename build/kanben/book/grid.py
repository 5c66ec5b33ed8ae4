"""Where the cells of a table stand, each over all rows and columns that it spans."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from kanben.book.blocks import Cell, Row


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its first row and first column, counted from 0."""

    cell: Cell
    row: int
    column: int

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.cell.columns)


def grid(rows: Sequence[Row]) -> list[list[Placed]]:
    """For each row all cells that stand in it, from the left: its own, and those that reach down into it."""
    found: list[list[Placed]] = []
    for number, row in enumerate(rows):
        above = found[-1] if found else []
        found.append(placed(row, number, [each for each in above if each.row + each.cell.rows > number]))
    return found


def placed(row: Row, number: int, reaching: Sequence[Placed]) -> list[Placed]:
    """Put a row's cells into the columns that the reaching ones leave free."""
    taken = {column for each in reaching for column in each.columns}
    free = (column for column in count() if column not in taken)
    own = []
    for cell in row.cells:
        own.append(Placed(cell, number, next(free)))
        for _ in range(cell.columns - 1):
            next(free)
    return sorted((*reaching, *own), key=lambda each: each.column)
