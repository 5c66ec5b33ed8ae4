"""Read the marks of an index: `[词]{.index}`, and a div around the paragraphs of a longer passage."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kanben.book.blocks import Paragraph, Plain
from kanben.book.inlines import Edge, IndexMark, Note
from kanben.book.node import Blocks, Inlines, Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.place import Place
from kanben.reading.markdown.attributes import INDEX_KEYS
from kanben.reading.markdown.context import Context
from kanben.trouble import trouble

Json = Any
LEAVES = Paragraph | Plain
BETWEEN = re.compile("[;；]")


def check_index_keys(attributes: Json, line: int, context: Context) -> None:
    """What belongs to the mark of an index says nothing without it."""
    _, classes, pairs = attributes
    if "index" in classes:
        return
    for name, _ in pairs:
        if name in INDEX_KEYS:
            context.tell(trouble("unknown-attribute", context.source.find(name, line), name=name))
    if "main" in classes:
        context.tell(trouble("unknown-class", context.source.find(".main", line), name="main"))


def index_mark(attributes: Json, children: Inlines, place: Place, context: Context, edge: Edge = "") -> IndexMark:
    """A mark of these words, or of a bare place: then it names its entry."""
    _, classes, pairs = attributes
    values = dict(pairs)
    if not text_of(children).strip() and not values.get("entry", "").strip():
        context.tell(trouble("index-word-missing", place))
    return IndexMark(
        children,
        entry=values.get("entry", "").strip(),
        under=values.get("under", "").strip(),
        see=names(values.get("see", "")),
        see_also=names(values.get("see-also", "")),
        main="main" in classes,
        edge=edge,
        place=place,
    )


def names(value: str) -> tuple[str, ...]:
    """`甲；乙` names two entries."""
    return tuple(name for piece in BETWEEN.split(value) if (name := piece.strip()))


def index_range(attributes: Json, found: Blocks, place: Place, context: Context) -> Blocks:
    """Mark where a passage begins and where it ends: in the first and in the last of its leaf blocks with words."""
    leaves = [leaf for leaf in leaves_of(found) if text_of(leaf).strip()]
    begin = index_mark(attributes, (), place, context, "begin")
    if not leaves:
        context.tell(trouble("empty-index-range", place))
        return found
    end = replace(begin, edge="end", see=(), see_also=())
    return marked(found, leaves, begin, end)


def leaves_of(found: Blocks) -> list[Paragraph | Plain]:
    """The leaf blocks of a passage; those of its notes stand elsewhere."""
    noted = {id(inner) for note in walk(found) if isinstance(note, Note) for inner in walk(note.blocks)}
    return [node for node in walk(found) if isinstance(node, LEAVES) and id(node) not in noted]


def marked(found: Blocks, leaves: Sequence[Paragraph | Plain], begin: IndexMark, end: IndexMark) -> Blocks:
    first, last = id(leaves[0]), id(leaves[-1])

    def mark(node: Node) -> Node:
        if not isinstance(node, LEAVES) or id(node) not in (first, last):
            return node
        before, after = (begin,) if id(node) == first else (), (end,) if id(node) == last else ()
        return replace(node, children=(*before, *node.children, *after))

    blocks: Blocks = rebuild(found, mark)
    return blocks
