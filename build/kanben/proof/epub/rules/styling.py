"""E7: the reader chooses size and colours; a stylesheet that fixes them takes the choice away."""

import re
from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.epub.publication import Publication
from kanben.proof.epub.styles import Declaration, Token, declarations, every_style, style_sources, unparsed
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

ABSOLUTE = frozenset({"px", "pt", "pc", "cm", "mm", "in", "q"})
SIZES = frozenset({"font-size", "font", "line-height", "text-indent", "letter-spacing", "word-spacing"})
SPACES = re.compile(r"margin|padding|^(max-|min-)?(width|height)$")
FREE = frozenset(
    {"inherit", "currentcolor", "transparent", "initial", "unset", "revert", "canvas", "canvastext", "linktext", "none"}
)
BODY = re.compile(r"^(?:\*|html|body|p|div|section|article|main|li|dd|td|span|:root)(?:[.#:\[][^\s,>+~]*)?$")

PICTURE = re.compile(r"(?:^|[\s>+~])(?:img|svg)(?:[.#:\[][^\s,>+~]*)?$")


def stylesheets(book: Publication) -> Ruling:
    """E7: sizes of text in em, rem or %, and no fixed colour on body text, so that it grows and turns dark."""
    if book.is_fixed:
        return asked("E7", [], False)
    sources = style_sources(book)
    faults = [fault for source in sources for rule in declarations(source) for fault in told(source.name, rule)]
    deep = [trouble("style-too-deep", Place(source.name)) for source in every_style(book) if source.is_too_deep]
    broken = [
        trouble("style-unparsed", Place(source.name, line), problem=why)
        for source in sources
        for line, why in unparsed(source)
    ]
    return asked("E7", [*deep, *broken, *faults], bool(sources))


def told(name: str, rule: Declaration) -> Iterator[Trouble]:
    if any(words.startswith(("@page", "@font-face")) or "print" in words for words in rule.around):
        return
    place = Place(name, rule.line)
    if units := sorted({unit for token in rule.value for unit in absolute(token)}):
        if rule.name in SIZES:
            yield trouble("fixed-size", place, selector=rule.selector, name=rule.name, unit=units[0])
        elif SPACES.search(rule.name):
            yield trouble("fixed-space", place, selector=rule.selector, name=rule.name, unit=units[0])
    if rule.name == "color" or (rule.name in ("background-color", "background") and not is_of_pictures(rule.selector)):
        yield from told_colour(place, rule)


def told_colour(place: Place, rule: Declaration) -> Iterator[Trouble]:
    if is_fixed_colour(rule):
        code = "fixed-body-colour" if is_body(rule.selector) else "fixed-colour"
        yield trouble(code, place, selector=rule.selector, name=rule.name)


def absolute(token: Token) -> Iterator[str]:
    """Give the absolute units of a value, within functions too; nought of anything is nought."""
    if token.type == "dimension" and token.value and token.lower_unit in ABSOLUTE:
        yield token.lower_unit
    for inner in getattr(token, "arguments", ()):
        yield from absolute(inner)


def is_fixed_colour(rule: Declaration) -> bool:
    """Whether a colour stands there for every theme; one for the dark or the light alone knows what it does."""
    if any("prefers-color-scheme" in words for words in rule.around):
        return False
    first = next(iter(rule.value), None)
    if first is None:
        return False
    if first.type == "ident":
        return first.lower_value not in FREE
    return first.type == "hash" or (first.type == "function" and first.lower_name not in ("url", "var", "light-dark"))


def is_body(selector: str) -> bool:
    """Whether one of the selectors is for body text as such: p, body, div.x."""
    return any(BODY.match(part.strip()) for part in selector.split(","))


def is_of_pictures(selector: str) -> bool:
    """Whether no text stands there: dark lines of a drawing want a light ground on a dark screen."""
    return all(PICTURE.search(part.strip()) for part in selector.split(","))
