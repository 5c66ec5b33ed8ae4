"""Put under a figure or table where it is from: a div of paragraphs right behind it."""

from dataclasses import replace

from kanben.book.blocks import Figure, FigureGroup, Paragraph, Table
from kanben.book.node import Block, Blocks
from kanben.book.text import text_of
from kanben.place import Place
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.written import written
from kanben.trouble import trouble

Sourced = Figure | FigureGroup | Table


def sourced(before: Block | None, words: Blocks, place: Place, context: Context) -> Sourced | None:
    """The figure or table with its sources; None, having told why, where none stands before them."""
    fence = context.fence("source", place)
    if not text_of(words, notes=True).strip():
        context.tell(trouble("empty-source", fence))
    for block in words:
        if not isinstance(block, Paragraph):
            context.tell(trouble("not-in-source", block.place, what=written(block)))
    if isinstance(before, Sourced):
        return replace(before, sources=(*before.sources, *words))
    context.tell(trouble("stray-source", fence))
    return None
