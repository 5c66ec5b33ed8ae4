"""Take code apart: its lines, and where Pygments knows the language their keywords, strings and comments."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from kanben.book.blocks import CodeBlock, CodeLine, CodePiece
from kanben.book.book import Book, Part
from kanben.book.node import Node
from kanben.book.walk import rebuild
from kanben.keep import kept_telling
from kanben.trouble import Tell, nearest, trouble

LONGEST = 100_000  # characters: longer code is set plainly
KINDS = {
    "Token.Comment": "comment",
    "Token.Keyword": "keyword",
    "Token.Operator.Word": "keyword",
    "Token.Name.Tag": "keyword",
    "Token.Literal.String": "string",
    "Token.Literal.Number": "number",
    "Token.Literal": "string",
    "Token.Name.Function": "name",
    "Token.Name.Class": "name",
    "Token.Name.Decorator": "name",
    "Token.Name.Attribute": "name",
}
"""What Pygments' kinds of tokens, and all below them, are to a reader."""
PLAIN = ("text", "txt", "plain", "none")


def highlight_code(book: Book, tell: Tell) -> Book:
    """Give each block of code its lines; an unknown language is told, and its code set plainly."""
    return replace(book, parts=tuple(kept_telling(part.id, tell, highlight_part, part) for part in book.parts))


def highlight_part(part: Part, tell: Tell) -> Part:
    def highlight(node: Node) -> Node:
        return replace(node, lines=tuple(lines_of(node, tell))) if isinstance(node, CodeBlock) else node

    highlighted: Part = rebuild(part, highlight)
    return highlighted


def lines_of(block: CodeBlock, tell: Tell) -> Iterator[CodeLine]:
    """The pieces of each line, in order; together they are the text."""
    line: list[CodePiece] = []
    for kind, text in tokens(block, tell):
        first, *others = text.split("\n")
        line += [CodePiece(kind, first)] * bool(first)
        for other in others:
            yield tuple(line)
            line = [CodePiece(kind, other)] * bool(other)
    yield tuple(line)


def tokens(block: CodeBlock, tell: Tell) -> Iterator[tuple[Any, str]]:
    """(kind, characters); neighbours of one kind are one."""
    language = block.language.lower()
    if not language or language in PLAIN or len(block.text) > LONGEST:
        yield "", block.text
        return
    from pygments.lexers import find_lexer_class_by_name  # where a title has such code
    from pygments.util import ClassNotFound

    try:
        lexer = find_lexer_class_by_name(language)(stripnl=False)
    except ClassNotFound:
        near = nearest(language, languages())
        tell(trouble("unknown-language", block.place, near=near, name=block.language))
        yield "", block.text
        return
    found = [(kind_of(str(token)), text) for token, text in lexer.get_tokens(block.text)]
    if "".join(text for _, text in found).rstrip("\n") != block.text.rstrip("\n"):  # a lexer may lose characters
        yield "", block.text
        return
    for kind, group in groupby(first(found, len(block.text)), itemgetter(0)):
        yield kind, "".join(text for _, text in group)


def first(pieces: Iterable[tuple[str, str]], length: int) -> Iterator[tuple[str, str]]:
    """So many characters of the pieces: behind them stands the line end without which some lexers know no last line."""
    for kind, text in pieces:
        yield kind, text[:length]
        length = max(length - len(text), 0)


def kind_of(token: str) -> str:
    while token and token not in KINDS:
        token = token.rpartition(".")[0]
    return KINDS.get(token, "")


@cache
def languages() -> tuple[str, ...]:
    """All names of languages that Pygments knows."""
    from pygments.lexers import get_all_lexers

    return tuple(alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases)
