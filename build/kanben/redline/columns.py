"""Merge two tables of which one may have columns that the other has not: each column is new, gone, or stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kanben.book.blocks import Cell, Row, Table
from kanben.book.node import Fate
from kanben.book.text import text_of
from kanben.redline.sequences import Likeness, Pair, aligned
from kanben.redline.twins import Twin

Columns = list[Pair[int]]
"""The number that a column had, and the one that it has."""
UNDER_ONE_HEAD = 0.9
"""So much alike are columns under the same head, whatever was written into them."""


@dataclass(frozen=True, slots=True)
class ColumnMerger:
    """`merge_cells` marks what changed in a cell that stays; `likeness` tells rows and columns that stay."""

    merge_cells: Callable[[Twin, Twin], Cell]
    likeness: Likeness[Twin]

    def columns(self, old: Twin, new: Twin) -> Columns:
        """The columns of two tables, paired: alike, under the same head, or as many between two that are."""
        before, after = list(enumerate(columns_of(old))), list(enumerate(columns_of(new)))
        pairs = aligned(before, after, lambda column: column[1].typed, lambda a, b: self.alike(a[1], b[1]))
        numbers = [(was and was[0], now and now[0]) for was, now in pairs]
        runs = [list(run) for _, run in groupby(numbers, stays)]
        return [column for run in runs for column in (run if stays(run[0]) else in_place(run))]

    def alike(self, old: Twin, new: Twin) -> float:
        head = text_of(old.typed.cells[0])
        return UNDER_ONE_HEAD if head and head == text_of(new.typed.cells[0]) else self.likeness(old, new)

    def table(self, columns: Columns, old: Twin, new: Twin) -> Table:
        """The new table with the columns of both."""
        head, body = (self.rows(columns, old.inner(name), new.inner(name)) for name in ("head", "body"))
        merged: Table = replace(new.made, head=head, body=body, fates=tuple(map(fate_of, columns)))
        return merged

    def rows(self, columns: Columns, old: Twin, new: Twin) -> tuple[Row, ...]:
        """The rows of two heads or bodies: those are one that are alike in the columns that stay."""
        staying = [(was, now) for was, now in columns if was is not None and now is not None]
        before = [(row, chosen(row, [was for was, _ in staying])) for row in old.each()]
        after = [(row, chosen(row, [now for _, now in staying])) for row in new.each()]
        pairs = aligned(before, after, lambda row: row[1].typed, lambda a, b: self.likeness(a[1], b[1]))
        return tuple(self.row(columns, was and was[0], now and now[0]) for was, now in pairs)

    def row(self, columns: Columns, old: Twin | None, new: Twin | None) -> Row:
        cells = tuple(self.cell(cell_at(old, was), cell_at(new, now)) for was, now in columns)
        side = new or old
        assert side
        row: Row = replace(side.made, cells=cells)
        return row if old and new else replace(row, change="added" if new else "deleted")

    def cell(self, old: Twin | None, new: Twin | None) -> Cell:
        """A cell that stays, or is new or gone; an empty one where a row and a column do not meet in either table."""
        if old and new:
            return self.merge_cells(old, new)
        side = new or old
        return side.made if side else Cell(())


def columns_of(table: Twin) -> list[Twin]:
    """Each column as a row of its cells."""
    rows = [row.inner("cells").each() for name in ("head", "body") for row in table.inner(name).each()]
    return [row_of(cells) for cells in zip(*rows, strict=True)]


def chosen(row: Twin, columns: Sequence[int]) -> Twin:
    """A row of some of its cells alone."""
    cells = row.inner("cells").each()
    return row_of([cells[n] for n in columns])


def row_of(cells: Sequence[Twin]) -> Twin:
    return Twin(Row(tuple(cell.typed for cell in cells)), Row(tuple(cell.made for cell in cells)))


def cell_at(row: Twin | None, column: int | None) -> Twin | None:
    return row.inner("cells").each()[column] if row and column is not None else None


def stays(column: Pair[int]) -> bool:
    return None not in column


def in_place(columns: Columns) -> Columns:
    """What is gone and what is new between two columns that stay: the same ones, edited, where these are as many."""
    gone, fresh = ([number for number in side if number is not None] for side in zip(*columns, strict=True))
    return list(zip(gone, fresh, strict=True)) if len(gone) == len(fresh) else columns


def fate_of(column: Pair[int]) -> Fate:
    was, now = column
    return "added" if was is None else "deleted" if now is None else ""


def is_grid(table: Table) -> bool:
    """Whether each row has one cell in each column."""
    rows = spans(table)
    return len(set(map(len, rows))) == 1 and all(span == (1, 1) for row in rows for span in row)


def spans(table: Table) -> list[list[tuple[int, int]]]:
    """The rows and columns that each cell spans, row by row."""
    return [[(cell.rows, cell.columns) for cell in row.cells] for row in (*table.head, *table.body)]
