"""Give a figure its long description: a div of plain words right behind it."""

from collections.abc import Iterator
from dataclasses import replace

from kanben.book.blocks import Cell, Figure, Item, List, Paragraph, Plain, Row, Table
from kanben.book.charts import Chart
from kanben.book.inlines import Code, Foreign, LineBreak, Link, Ruby, Styled, Text
from kanben.book.node import Block, Blocks, Node
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.place import NOWHERE, Place
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.written import written
from kanben.trouble import trouble

PLAIN = Paragraph | Plain | List | Item | Table | Row | Cell | Text | Styled | Foreign | Ruby | Code | LineBreak | Link
"""What a description may hold: print says it as one text, where nothing can be called, linked or shown."""


def described(before: Block | None, description: Blocks, place: Place, context: Context) -> Figure | None:
    """The figure with its description; None, having told why, where none stands before it."""
    fence = context.fence("description", place)
    if not text_of(description).strip():
        context.tell(trouble("empty-description", fence))
    for node, near in strangers(description, place):
        context.tell(trouble("not-in-description", near, what=written(node)))
    if isinstance(before, Figure) and not is_described(before):
        return replace(before, description=(*description, *before.description))
    context.tell(trouble("stray-description", fence))
    return None


def is_described(figure: Figure) -> bool:
    """Whether an editor has described it; of itself a chart is described by its numbers."""
    return len(figure.description) > isinstance(figure.image, Chart)


def strangers(description: Blocks, place: Place) -> Iterator[tuple[Node, Place]]:
    """What is no plain word, outermost first, each with the nearest known place."""
    inside: set[int] = set()
    for node in walk(description):
        place = node.place if node.place != NOWHERE else place
        if isinstance(node, PLAIN) or id(node) in inside:
            continue
        inside.update(id(inner) for inner in walk(node))
        yield node, place
