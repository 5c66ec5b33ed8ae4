"""Read formulas: $…$ in a line, and $$…$$ that stands by itself, with its name and the marks behind it.

Named is a formula as [$$…$$]{#eq-growth} or, as pandoc-crossref writes it, $$…$$ {#eq-growth}.
"""

import re
from collections.abc import Sequence
from typing import Any

from kanben.book.blocks import Equation, Paragraph, Plain
from kanben.book.inlines import Math
from kanben.book.node import Block, Blocks
from kanben.place import Place
from kanben.reading.markdown.context import Context
from kanben.reading.markdown.inlines import formula, inlines

Json = Any
Leaf = type[Paragraph] | type[Plain]
SPACES = ("Space", "SoftBreak")
MARKS = re.compile("[，。；：、,.;:]+")
NAME = re.compile(r"\{#([^\s{}]+)\}")


def has_equation(words: Sequence[Json]) -> bool:
    return any(map(equation_in, words))


def equation_in(word: Json) -> tuple[str, str] | None:
    """(name, TeX) of a displayed formula, or of a span that holds nothing else and says nothing but a name."""
    match word:
        case {"t": "Math", "c": [{"t": "DisplayMath"}, tex]}:
            return "", tex
        case {"t": "Span", "c": [[name, [], []], [{"t": "Math", "c": [{"t": "DisplayMath"}, tex]}]]}:
            return name, tex
    return None


def with_equations(kind: Leaf, words: Sequence[Json], place: Place, context: Context) -> Blocks:
    """A paragraph with displayed formulas: they and the words between them, each a block."""
    found: list[Block] = []
    waiting = list(words)
    while waiting:
        count = next((n for n, word in enumerate(waiting) if equation_in(word)), len(waiting))
        found += words_between(kind, waiting[:count], place, bool(found), context)
        if count < len(waiting):
            made = equation(waiting, count, place.line, context)
            found.append(made)
            place = Place(place.file, made.place.line)
        del waiting[: count + 1]
    return tuple(found)


def words_between(kind: Leaf, words: Sequence[Json], place: Place, goes_on: bool, context: Context) -> Blocks:
    words = stripped(words)
    if not words:
        return ()
    children = inlines(words, place.line, context)
    return (Paragraph(children, goes_on=goes_on, place=place) if kind is Paragraph else Plain(children, place=place),)


def stripped(words: Sequence[Json]) -> Sequence[Json]:
    while words and words[0]["t"] in SPACES:
        words = words[1:]
    while words and words[-1]["t"] in SPACES:
        words = words[:-1]
    return words


def equation(words: list[Json], at: int, line: int, context: Context) -> Equation:
    """The formula that stands `at` a place of a paragraph; its name and its marks are taken out of what follows."""
    name, tex = equation_in(words[at]) or ("", "")
    math: Math = formula(tex, True, line, context)
    name = name or taken(NAME, words, at + 1).strip("{#}")
    return Equation(math, taken(MARKS, words, at + 1), name=name, place=math.place)


def taken(pattern: re.Pattern[str], words: list[Json], at: int) -> str:
    """Take what fits from the beginning of the words from a place on, whatever space stands before it."""
    first = next((n for n in range(at, len(words)) if words[n]["t"] not in SPACES), len(words))
    if first == len(words) or words[first]["t"] != "Str" or not (found := pattern.match(words[first]["c"])):
        return ""
    rest = words[first]["c"][found.end() :]
    words[at : first + 1] = [{"t": "Str", "c": rest}] if rest else []
    return found[0]
