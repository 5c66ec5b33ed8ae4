"""Take a Markdown text apart by lines: what is code, and what is the text of a note."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
NOTE_START = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")
INDENT = ("    ", "\t")


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `note` is the name of the note whose text it is, `fence` marks the line that opens a code block."""

    number: int
    text: str
    note: str = ""
    code: bool = False
    fence: bool = False


def lines_of(text: str) -> Iterator[Line]:
    """A note runs on over indented lines; a fence that nothing closes opens no code."""
    rows = text.split("\n")
    fence, note, gap = "", "", False
    for number, row in enumerate(rows, 1):
        if fence:
            yield Line(number, row, code=True)
            fence = "" if closes(fence, row) else fence
            continue
        if (mark := FENCE.match(row)) and is_closed(mark[1], rows[number:]):
            fence, note = mark[1], ""
            yield Line(number, row, code=True, fence=True)
            continue
        if start := NOTE_START.match(row):
            note = start[1]
        elif gap and row.strip() and not row.startswith(INDENT):
            note = ""
        gap = not row.strip()
        yield Line(number, row, note)


def is_closed(fence: str, rows: Sequence[str]) -> bool:
    return any(closes(fence, row) for row in rows)


def closes(fence: str, row: str) -> bool:
    bare = row.strip()
    return bare.startswith(fence) and not bare.strip(fence[0])
