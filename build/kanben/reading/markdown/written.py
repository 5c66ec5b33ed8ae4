"""How an editor writes each construct: what a message calls it, in every language."""

from kanben.book.blocks import (
    CodeBlock,
    Definitions,
    Epigraph,
    Equation,
    Figure,
    FigureGroup,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    Verse,
)
from kanben.book.inlines import Cite, CrossReference, Image, IndexMark, Math, Note, Term
from kanben.book.node import Node
from kanben.book.text import text_of

WRITTEN: dict[type[Node], str] = {
    Cite: "[@…]",
    CodeBlock: "```",
    CrossReference: "[](#…)",
    Definitions: ": …",
    Epigraph: "::: epigraph",
    Equation: "$$…$$",
    Figure: "![…](…)",
    FigureGroup: "::: figures",
    Heading: "# …",
    Image: "![…](…)",
    IndexMark: "[…]{.index}",
    List: "- …",
    Math: "$…$",
    Note: "[^…]",
    Quote: "> …",
    Rule: "---",
    Table: "|…|…|",
    Term: "[…]{.term}",
    Verse: "| …",
}
SHORTEST = 10  # characters of a paragraph that tell which it is


def written(node: Node) -> str:
    """The marks of a construct; of a paragraph, which has none, the first words."""
    if isinstance(node, Paragraph):
        return f"{text_of(node)[:SHORTEST]}…"
    return WRITTEN[type(node)]
