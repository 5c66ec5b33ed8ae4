"""Passages in another language: `::: {lang=en}`. Each paragraph says it of its own words."""

from dataclasses import replace
from typing import Any

from kanben.book.blocks import Epigraph, Heading, Paragraph, Plain
from kanben.book.inlines import Foreign
from kanben.book.node import Blocks, Node
from kanben.book.walk import rebuild
from kanben.place import Place
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.inlines import check_language


def in_language(attributes: Any, blocks: Blocks, line: int, context: Context) -> Blocks:
    """The blocks of a div, their words marked as those of the language that it names."""
    language = dict(attributes[2]).get("lang", "")
    if "lang" not in dict(attributes[2]):
        return blocks
    check_language(language, Place(context.source.file, line), context)

    def mark(node: Node) -> Node:
        match node:
            case Paragraph() | Plain() | Heading() if node.children:
                return replace(node, children=(Foreign(language, node.children, place=node.place),))
            case Epigraph() if node.source:
                return replace(node, source=(Foreign(language, node.source, place=node.place),))
        return node

    marked: Blocks = rebuild(blocks, mark)
    return marked
