"""Split a manuscript into lines that know their number, their indent and what stands before them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kanben.manuscript.traced import Traced

Gap = Literal["line", "blank", "page"]
"""What parts a line from the one before: nothing but the line's end, a blank line, or a form feed."""

Role = Literal[
    "text",
    "contents",
    "title",
    "subtitle",
    "creator",
    "publisher",
    "date",
    "repeated title",
    "page number",
    "running head",
    "heading",
    "note",
]
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
WHITE = "\t\n\r\v\f\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Line:
    """`words` have no white space at their ends; `foot` says that a block of notes stands before this line.

    `lone` marks a note that nothing calls: it is told, and joined to nothing.
    """

    number: int
    words: Traced
    indent: int
    gap: Gap
    role: Role = "text"
    foot: bool = False
    lone: bool = False

    @property
    def text(self) -> str:
        return self.words.text


def is_control(character: str) -> bool:
    """A character that no edition can print and that is no white space either."""
    return character == "\ufeff" or (unicodedata.category(character) == "Cc" and character not in WHITE)


def width(text: str) -> float:
    """The width of words in em: half an em for what is not full width."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text if c > "\x1f")


def raw_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line's start and end, and the line end before it."""
    start, before = 0, "\n"
    for match in LINE_END.finditer(text):
        yield start, match.start(), before
        start, before = match.end(), match.group()
    yield start, len(text), before


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines that hold words, in order; control characters are left out of them."""
    lines: list[Line] = []
    gap: Gap = "line"
    number = 0
    for start, end, before in raw_lines(text):
        number += before != "\f"
        if before == "\f":
            gap = "page"
        spots = tuple(spot for spot in range(start, end) if not is_control(text[spot]))
        words = Traced("".join(text[spot] for spot in spots), spots)
        if not words.text.strip():
            gap = "blank" if gap != "page" and before != "\f" else gap
            continue
        lead = words.text[: len(words.text) - len(words.text.lstrip())]
        lines.append(Line(number, words.strip(), round(width(lead.replace("\t", "  ")) * 2), gap))
        gap = "line"
    return tuple(lines)
