"""Read stylesheets: files, style elements and style attributes alike, declaration by declaration."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

from kanben.fetched import fetched, is_too_deep
from kanben.proof.epub.markup import XHTML, Document, local
from kanben.proof.epub.publication import CSS_TYPE, Publication

Token = Any
"""A token of tinycss2, which has no types of its own."""


@dataclass(frozen=True, slots=True)
class Source:
    """A stylesheet, or a bit of one in a page; `line` is where it begins, `inline` names the styled element."""

    name: str
    line: int
    css: str
    inline: str = ""

    @property
    def is_too_deep(self) -> bool:
        return is_too_deep(self.css)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property with its value's tokens, the selectors it is for, and the at-rules around it."""

    name: str
    value: tuple[Token, ...]
    selector: str
    around: tuple[str, ...]
    line: int


def style_sources(book: Publication) -> list[Source]:
    """Give every stylesheet of the book that can be parsed; E7 tells the others."""
    return [source for source in every_style(book) if not source.is_too_deep]


def every_style(book: Publication) -> Iterator[Source]:
    for item in book.items:
        if item.media_type == CSS_TYPE and (data := book.archive.read(item.name)) is not None:
            yield Source(item.name, 1, data.decode("utf-8", "replace"))
    for page in book.pages:
        yield from styles_in(page)


def styles_in(page: Document) -> Iterator[Source]:
    """Give the style elements and attributes of a page of an EPUB, or of the web."""
    for element in page.every():
        line = element.sourceline or 1
        if element.tag in ("style", f"{{{XHTML}}}style"):
            yield Source(page.name, line, element.text or "")
        if css := element.get("style"):
            yield Source(page.name, line, css, local(element))


def declarations(source: Source) -> Iterator[Declaration]:
    """Give every declaration of a source, those within @media and @supports too."""
    if source.inline:
        yield from declared(source, tinycss2.parse_blocks_contents(source.css), source.inline, ())
    else:
        rules = tinycss2.parse_stylesheet(source.css, skip_comments=True, skip_whitespace=True)
        yield from ruled(source, rules, ())


def ruled(source: Source, rules: list[Token], around: tuple[str, ...]) -> Iterator[Declaration]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selector = " ".join(tinycss2.serialize(rule.prelude).split())
            yield from declared(source, tinycss2.parse_blocks_contents(rule.content), selector, around)
        elif rule.type == "at-rule" and rule.content is not None:
            words = f"@{rule.lower_at_keyword} {tinycss2.serialize(rule.prelude).strip()}".strip()
            if rule.lower_at_keyword in ("media", "supports", "layer"):
                inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                yield from ruled(source, inner, (*around, words))
            else:
                content = tinycss2.parse_blocks_contents(rule.content)
                yield from declared(source, content, words, (*around, words))


def declared(source: Source, content: list[Token], selector: str, around: tuple[str, ...]) -> Iterator[Declaration]:
    for node in content:
        if node.type == "declaration":
            value = tuple(token for token in node.value if token.type not in ("whitespace", "comment"))
            yield Declaration(node.lower_name, value, selector, around, source.line + node.source_line - 1)


def unparsed(source: Source) -> Iterator[tuple[int, str]]:
    """Give the line of each rule or declaration that no parser understands, and why."""
    nodes = [] if source.inline else tinycss2.parse_stylesheet(source.css, skip_comments=True, skip_whitespace=True)
    inner = [tinycss2.parse_blocks_contents(node.content) for node in nodes if node.type == "qualified-rule"]
    for node in [*nodes, *(part for content in inner for part in content)]:
        if node.type == "error":
            yield source.line + node.source_line - 1, node.message


def addresses(source: Source) -> Iterator[tuple[str, int]]:
    """Give what a stylesheet fetches, each with its line."""
    yield from ((href, source.line + line - 1) for href, line in fetched(source.css))
