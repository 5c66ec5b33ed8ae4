"""Tell each cell of a table what it stands under: where a screen is narrow, rows become stacks of named cells."""

from collections.abc import Sequence
from dataclasses import replace

from kanben.book.blocks import Figure, Row, Table
from kanben.book.book import Book, Part
from kanben.book.grid import Placed, grid
from kanben.book.node import Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild
from kanben.keep import kept
from kanben.trouble import Tell


def name_cells(book: Book, tell: Tell) -> Book:
    """Give the cells of a table's body the words of their heads, and rows those of the cells that reach into them."""
    return replace(book, parts=tuple(kept(part.id, name_in_part, part) for part in book.parts))


def name_in_part(part: Part) -> Part:
    named: Part = rebuild(part, name_table)
    return named


def name_table(node: Node) -> Node:
    """A table with the names of its cells; a figure with those of the tables in its description."""
    if isinstance(node, Figure):
        described = rebuild(node.description, name_table)
        return node if described is node.description else replace(node, description=described)
    if not isinstance(node, Table):
        return node
    heads = heads_of(grid(node.head))
    return replace(node, body=tuple(name_row(n, row, heads) for n, row in enumerate(grid(node.body))))


Heads = dict[int, tuple[str, ...]]


def heads_of(head: Sequence[Sequence[Placed]]) -> Heads:
    """The words over each column, those of a group of columns first."""
    over: dict[int, dict[Placed, str]] = {}
    for each in (each for row in head for each in row):
        for column in each.columns:
            over.setdefault(column, {})[each] = text_of(each.cell.blocks)
    return {column: tuple(filter(None, words.values())) for column, words in over.items()}


def name_row(number: int, row: Sequence[Placed], heads: Heads) -> Row:
    """Name the row's own cells; of those that reach down from above keep the words."""
    cells = tuple(replace(each.cell, heads=head_of(each, heads)) for each in row if each.row == number)
    reaching = [(head_of(each, heads), text_of(each.cell.blocks)) for each in row if each.row < number]
    return Row(cells, tuple("：".join(filter(None, words)) for words in reaching))


def head_of(each: Placed, heads: Heads) -> str:
    """The heads of a cell; where it spans, what is over all its columns, and over the whole table nothing."""
    if each.cell.columns >= len(heads):
        return ""
    first, last = heads.get(each.columns[0], ()), heads.get(each.columns[-1], ())
    shared = [word for word in first if word in last]
    return "·".join(shared) if shared or not first else f"{'·'.join(first)}—{'·'.join(last)}"
