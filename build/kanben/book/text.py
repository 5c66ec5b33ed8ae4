"""The words of nodes, without their form."""

from typing import Any

from kanben.book.blocks import CodeBlock, Heading
from kanben.book.book import ContentsEntry
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.inlines import Code, Math, Note, Ruby, Text
from kanben.book.walk import walk


def text_of(value: Any, notes: bool = False) -> str:
    """Join the characters that an editor typed, as they now are; notes only on wish, and never what templates add."""
    left_out: set[int] = set()
    found: list[str] = []
    for node in walk(value):
        if id(node) in left_out:
            continue
        match node:
            case Note() if not notes:
                left_out.update(id(inner) for inner in walk(node))
            case Change() | ChangedBlocks():
                left_out.update(id(inner) for inner in walk(node.was))
            case Text(text) | Code(text) | CodeBlock(text):
                found.append(text)
            case Ruby(base):
                found.append(base)
            case Math():
                found.append(node.words or node.tex)
    return "".join(found)


def heading_text(heading: Heading | ContentsEntry) -> str:
    """The words of a heading as a line of plain text: 第一章　桥."""
    return "　".join(filter(None, (heading.label, text_of(heading.children))))


def solid(text: str) -> int:
    """How many characters are no white space: by these the pages of print are found in the Book."""
    return sum(not character.isspace() for character in text)
