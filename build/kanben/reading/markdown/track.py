"""The bare letters of some lines, so that pandoc's words can be found whatever marks stand between them."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from html import unescape

from kanben.reading.markdown.lines import NOTE_START, Line

MARKS = re.compile(r"[\W_]+")
WORDLESS = re.compile(r"^ {0,3}(?::{3,}|\[[^\]^]+\]:\s*\S)")  # the fence of a div; where a link by name leads


def letters(text: str) -> str:
    return MARKS.sub("", text)


class Track:
    """Offsets count letters; a line without letters has its place between two offsets."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = list(lines)
        self.starts: list[int] = []
        bare: list[str] = []
        length = 0
        for line in self.lines:
            self.starts.append(length)
            bare.append(letters_of(line))
            length += len(bare[-1])
        self.letters = "".join(bare)

    def line_at(self, offset: int) -> int:
        """The index of the line that holds a letter."""
        return max(bisect_left(self.starts, offset + 1) - 1, 0)

    def number(self, offset: int) -> int:
        """The number in the file of the line that holds a letter."""
        return self.lines[self.line_at(offset)].number if self.lines else 0

    def next_line(self, offset: int) -> int:
        """The offset where the line after a letter's begins."""
        return self.start(self.line_at(offset) + 1)

    def block_end(self, offset: int) -> int:
        """The offset at the next blank line."""
        at = self.line_at(offset)
        while at < len(self.lines) and self.lines[at].text.strip():
            at += 1
        return self.start(at)

    def start(self, index: int) -> int:
        return self.starts[index] if index < len(self.starts) else len(self.letters)


def letters_of(line: Line) -> str:
    if line.code:
        return "" if line.fence else letters(line.text)
    if WORDLESS.match(line.text):
        return ""
    return letters(unescape(NOTE_START.sub("", line.text) if line.note else line.text))
