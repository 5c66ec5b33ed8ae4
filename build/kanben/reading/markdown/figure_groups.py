"""Read figures that stand side by side under one caption: a div of pictures, whose last paragraph is the caption."""

from collections.abc import Iterator
from dataclasses import replace

from kanben.book.blocks import Figure, FigureGroup, Paragraph
from kanben.book.inlines import Image, Text
from kanben.book.node import Block, Blocks, Inline
from kanben.book.text import text_of
from kanben.place import Place
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.landscape import LANDSCAPE
from kanben.reading.markdown.written import written
from kanben.trouble import trouble

LETTERS = "abcdefghijkl"
FEWEST, MOST = 2, len(LETTERS)


def figure_group(name: str, found: Blocks, place: Place, context: Context) -> FigureGroup | None:
    """The group; None, having told why, where it has no caption or too few or too many pictures."""
    fence = context.fence("figures", place)
    *above, last = found or (None,)
    if not isinstance(last, Paragraph) or not text_of(last).strip() or is_pictures(last):
        context.tell(trouble("group-without-caption", fence))
        return None
    members = [figure for block in above if block for figure in members_of(block, context)]
    if not FEWEST <= len(members) <= MOST:
        context.tell(trouble("few-figures", fence, count=len(members), fewest=FEWEST, most=MOST))
        return None
    figures = tuple(replace(figure, letter=letter) for figure, letter in zip(members, LETTERS, strict=False))
    return FigureGroup(figures, last.children, name=name, place=place)


def is_pictures(paragraph: Paragraph) -> bool:
    return all(isinstance(word, Image) or is_space(word) for word in paragraph.children)


def is_space(word: Inline) -> bool:
    return isinstance(word, Text) and not word.text.strip()


def members_of(block: Block, context: Context) -> Iterator[Figure]:
    """A figure, or the pictures without captions that a paragraph holds; all else is told."""
    if isinstance(block, Figure):
        if block.landscape:
            spot = context.source.find(LANDSCAPE, block.place.line)
            context.tell(trouble("unknown-class", spot, name=LANDSCAPE))
        yield block
    elif isinstance(block, Paragraph) and is_pictures(block):
        for word in block.children:
            if isinstance(word, Image):
                yield Figure(word, (), place=word.place)
    else:
        context.tell(trouble("not-in-figures", block.place, what=written(block)))
