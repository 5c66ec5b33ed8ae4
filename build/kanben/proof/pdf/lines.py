"""Gather drawn characters into lines: by baseline, from left to right by their ink, raised ones with their line.

Lengths are in em of the line unless a name says pt; places on the page are in pt, from its lower left corner.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kanben.composition.characters import CLOSE, HAN, OPEN
from kanben.proof.pdf.glyphs import Glyph, Sheet

CALLS = "".join(chr(0x2460 + i) for i in range(20)) + "".join(
    chr(start + i) for start in (0x3251, 0x32B1) for i in range(15)
)
"""① to ㊿."""
SAME_BASELINE = 0.3  # pt
CELLS_APART = 1.6  # em: wider than any gap in a line, narrower than what parts table cells or columns
RAISED = 0.85  # of the line's size: smaller characters that stand off the baseline belong to it
EMPTY = 0.46  # em of a mark without ink
REACH = (-0.35, 0.75)  # em below and above a baseline in which its raised characters stand

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of one line from left to right, raised ones among them; em in pt."""

    page: int
    chars: tuple[Glyph, ...]
    baseline: float
    em: float
    alone: bool = True
    """Whether nothing else stands on its baseline, as table cells do."""

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def left(self) -> float:
        """Where the line's body starts, in pt: an opening mark at line start has no left half."""
        first = self.chars[0]
        return first.x + (self.em / 2 if first.text in OPEN and self.has_empty_half(first) else 0)

    @property
    def right(self) -> float:
        """Where the line's body ends, in pt: a closing mark at line end has no right half."""
        last = self.chars[-1]
        if last.text in CLOSE and self.has_empty_half(last):
            return last.x + self.em / 2
        return last.x + (last.size if HAN.match(last.text) else last.width)  # PDFium widens some Han to their ink

    def has_empty_half(self, char: Glyph) -> bool:
        """Whether a mark is full width and its outer half empty; those of Taiwan and Hong Kong stand in the middle."""
        empty = char.ink[0] - char.x if char.text in OPEN else char.x + char.size - char.ink[2]
        return char.text in OPEN + CLOSE and char.width > 0.9 * self.em and empty > EMPTY * self.em

    @property
    def box(self) -> Box:
        inks = [char.ink for char in self.chars]
        return (
            min(ink[0] for ink in inks),
            min(ink[1] for ink in inks),
            max(ink[2] for ink in inks),
            max(ink[3] for ink in inks),
        )

    def is_raised(self, char: Glyph) -> bool:
        return char.size < RAISED * self.em and char.baseline - self.baseline > 0.1 * self.em

    @property
    def gaps(self) -> list[float]:
        """How much each two Han stand apart beyond their own width, in em."""
        return [(b.x - a.x) / self.em - 1 for a, b in pairwise(self.chars) if HAN.match(a.text) and HAN.match(b.text)]

    @property
    def gap(self) -> float | None:
        """The mean of the gaps; nothing where no two Han meet."""
        gaps = self.gaps
        return sum(gaps) / len(gaps) if gaps else None


def lines_of(sheet: Sheet) -> list[Line]:
    """Give a page's lines from top to bottom, and from left to right where several share a baseline."""
    pieces = [piece for row in rows(sheet.glyphs) for piece in split(row)]
    lines = [line_of(sheet.number, piece) for piece in join_raised(pieces)]
    return [Line(line.page, line.chars, line.baseline, line.em, stands_alone(line, lines)) for line in in_order(lines)]


def line_of(page: int, piece: list[Glyph]) -> Line:
    size = main(piece)
    return Line(page, tuple(sorted(piece, key=lambda glyph: glyph.middle)), size.baseline, size.size)


def in_order(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-round(line.baseline, 1), line.chars[0].x))


def stands_alone(line: Line, lines: list[Line]) -> bool:
    return sum(abs(other.baseline - line.baseline) < SAME_BASELINE for other in lines) == 1


def rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Put together what stands on one baseline."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.baseline):
        if found and found[-1][0].baseline - glyph.baseline < SAME_BASELINE:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return found


def split(row: list[Glyph]) -> list[list[Glyph]]:
    """Part a baseline where table cells or columns stand apart."""
    row.sort(key=lambda glyph: glyph.middle)  # by ink: halved marks have their origin before their neighbour's
    pieces = [[row[0]]]
    for before, glyph in pairwise(row):
        if glyph.x - (before.x + before.width) > CELLS_APART * max(before.size, glyph.size):
            pieces.append([])
        pieces[-1].append(glyph)
    return pieces


def main(piece: list[Glyph]) -> Glyph:
    """Give the character that stands for a line's size and baseline: of the largest usual size."""
    size = median(glyph.size for glyph in piece if HAN.match(glyph.text)) if has_han(piece) else largest(piece)
    return min(piece, key=lambda glyph: (round(abs(glyph.size - size), 2), -glyph.size))


def has_han(piece: list[Glyph]) -> bool:
    return any(HAN.match(glyph.text) for glyph in piece)


def largest(piece: list[Glyph]) -> float:
    return max(glyph.size for glyph in piece)


def join_raised(pieces: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put note calls, exponents and indices to the line that they belong to."""
    hosts = {id(piece): host_of(piece, pieces) for piece in pieces}
    joined = {id(piece): list(piece) for piece in pieces if hosts[id(piece)] is None}
    for piece in pieces:
        host = hosts[id(piece)]
        if host is not None and id(host) in joined:
            joined[id(host)] += piece
        elif host is not None:
            joined[id(piece)] = list(piece)
    return list(joined.values())


def host_of(piece: list[Glyph], pieces: list[list[Glyph]]) -> list[Glyph] | None:
    """Find the line of larger type beside which small type stands raised or lowered."""
    small = main(piece)
    found = [other for other in pieces if other is not piece and is_host(small, piece, other)]
    return min(found, key=lambda other: abs(main(other).baseline - small.baseline), default=None)


def is_host(small: Glyph, piece: list[Glyph], other: list[Glyph]) -> bool:
    large = main(other)
    if small.size >= RAISED * large.size:
        return False
    low, high = (large.baseline + reach * large.size for reach in REACH)
    beside = other[0].x - large.size <= piece[0].middle <= other[-1].x + other[-1].width + large.size
    return low < small.baseline < high and beside


def squeeze(text: str) -> str:
    """Take all spaces out."""
    return re.sub(r"\s", "", text)
