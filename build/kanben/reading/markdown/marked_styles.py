"""Styles that no mark carries: dots and lines stand under words alone (GB/T 15834-2011, 4.12, 4.16)."""

import re
from dataclasses import replace

from kanben.book.inlines import Ruby, Style, Styled, Text
from kanben.book.node import Inline, Inlines, Node
from kanben.book.walk import rebuild
from kanben.place import Place

MARKS = re.compile("([“”‘’「」『』（）《》〈〉【】〔〕［］，、；：。．！？…—～·\u3000]+)")
CARRIED_BY_WORDS: tuple[Style, ...] = ("dot", "name", "work")


def styled(style: Style, words: Inlines, place: Place) -> Inlines:
    """The words in a style; where it is none for marks, those between words stand outside of it."""
    if style not in CARRIED_BY_WORDS:
        return (Styled(style, words, place=place),)
    found: list[Inline] = []
    run: list[Inline] = []
    for word in pieces(words if style == "dot" else rebuild(words, held_together)):
        if isinstance(word, Text) and MARKS.fullmatch(word.text):
            found += [*wrapped(style, run, place), word]
            run = []
        else:
            run.append(word)
    return (*found, *wrapped(style, run, place))


def held_together(node: Node) -> Node:
    """A reading over a name keeps its characters together, for the line under them."""
    return replace(node, whole=True) if isinstance(node, Ruby) else node


def pieces(words: Inlines) -> list[Inline]:
    """The words with their marks apart."""
    found: list[Inline] = []
    for word in words:
        if isinstance(word, Text):
            found += [replace(word, text=piece) for piece in MARKS.split(word.text) if piece]
        else:
            found.append(word)
    return found


def wrapped(style: Style, run: list[Inline], place: Place) -> list[Inline]:
    return [Styled(style, tuple(run), place=place)] if run else []
