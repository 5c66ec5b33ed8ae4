"""Measure the lines of a finished PDF: where they start and end, and how far apart their characters stand.

All lengths are in em of the line (its Han width), unless a name says pt. Made for one column of horizontal text.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

import pypdfium2
from pypdfium2 import raw

OPENING = "“‘（《〈【〔〖「『"
CLOSING = "。．，、；：！？”’）》〉】〕〗」』"
NO_START = CLOSING + "·～／%‰℃"
NO_END = OPENING + "¥￥$€"
CALLS = "".join(chr(0x2460 + i) for i in range(20)) + "".join(chr(0x3251 + i) for i in range(15))
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
SPLIT = re.compile(
    r"[0-9]\n[0-9%‰℃年月日号时章节条项亿万元个米倍届次篇册处遍行字本位人家种吨岁级]|[0-9]\n多?[万亿]|[0-9][.,]\n[0-9]|[0-9]\n[.,～—][0-9]|第\n[0-9]|[¥￥$€]\n[0-9]|…\n…|—\n—"
)
"""A number parted from its unit or counter, or a long dash or ellipsis from its other half."""


@dataclass(frozen=True, slots=True)
class Char:
    """A character as it is drawn; x: its origin; ink: left and right; width: the font's own advance (pt)."""

    text: str
    x: float
    baseline: float
    ink: tuple[float, float]
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of one line from left to right, raised ones among them."""

    page: int
    chars: tuple[Char, ...]
    baseline: float
    em: float  # pt

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def left(self) -> float:
        """Where the line's body starts, in pt: an opening mark at line start has no left half."""
        first = self.chars[0]
        return first.x + (self.em / 2 if self._is_full(first, OPENING) else 0)

    @property
    def right(self) -> float:
        """Where the line's body ends, in pt: a closing mark at line end has no right half."""
        last = self.chars[-1]
        if self._is_full(last, CLOSING):
            return last.x + self.em / 2
        return last.x + (self.em if HAN.match(last.text) else last.width)  # the reader widens some Han to their ink

    def _is_full(self, char: Char, marks: str) -> bool:
        return char.text in marks and char.width > 0.9 * self.em

    @property
    def advances(self) -> list[tuple[str, float]]:
        """Each two neighbours, and from the first's origin to the second's."""
        return [(a.text + b.text, (b.x - a.x) / self.em) for a, b in pairwise(self.chars)]


def read_lines(pdf: bytes | Path) -> list[Line]:
    """Give the lines of all pages from top to bottom."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [line for number, page in enumerate(document, 1) for line in _page_lines(number, page)]
    finally:
        document.close()


def _page_lines(number: int, page: pypdfium2.PdfPage) -> list[Line]:
    for i in range(raw.FPDFPage_CountObjects(page)):
        _forget_actual_text(raw.FPDFPage_GetObject(page, i))
    text_page = page.get_textpage()
    chars = list(_chars(text_page))
    text_page.close()
    rows: dict[float, list[Char]] = {}
    for char in chars:
        rows.setdefault(round(char.baseline, 1), []).append(char)
    for baseline in [baseline for baseline in rows if all(char.text in CALLS for char in rows[baseline])]:
        below = [other for other in rows if 0 < baseline - other < 8]
        if below:  # note calls, raised: part of the line under them
            rows[max(below)] += rows.pop(baseline)
    return [_line(number, baseline, row) for baseline, row in sorted(rows.items(), reverse=True)]


def _forget_actual_text(page_object: raw.FPDF_PAGEOBJECT) -> None:
    """Take replacement text off: the reader would give all its characters one place."""
    for i in reversed(range(raw.FPDFPageObj_CountMarks(page_object))):
        mark = raw.FPDFPageObj_GetMark(page_object, i)
        if raw.FPDFPageObjMark_CountParams(mark) and raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText"):
            raw.FPDFPageObj_RemoveMark(page_object, mark)


def _line(number: int, baseline: float, row: list[Char]) -> Line:
    row.sort(key=lambda char: sum(char.ink))  # by ink: halved marks have their origin before their neighbour's
    widths = [char.width for char in row if HAN.match(char.text)] or [max(char.width for char in row)]
    exactly = next(char.baseline for char in row if round(char.baseline, 1) == baseline)
    return Line(number, tuple(row), exactly, median(widths))


def _chars(text_page: pypdfium2.PdfTextPage) -> Iterator[Char]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(text_page.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(text_page, i))
        if raw.FPDFText_IsGenerated(text_page, i) or not text.strip():
            continue
        raw.FPDFText_GetCharOrigin(text_page, i, x, y)
        left, _, right, _ = text_page.get_charbox(i, loose=True)
        ink_left, _, ink_right, _ = text_page.get_charbox(i)
        yield Char(text, x.value, y.value, (ink_left, ink_right), right - left)


@dataclass(frozen=True, slots=True)
class Measured:
    """The lines of a text whose paragraphs are indented, and the edges that most of them keep."""

    lines: tuple[Line, ...]
    left: float  # pt
    right: float  # pt

    @property
    def paragraph_starts(self) -> list[Line]:
        return [line for line in self.lines if line.left - self.left > 1.5 * line.em]

    @property
    def last_lines(self) -> list[Line]:
        starts = {id(line) for line in self.paragraph_starts}
        following = [*self.lines[1:], None]
        return [a for a, b in zip(self.lines, following, strict=True) if b is None or id(b) in starts]

    @property
    def full_lines(self) -> list[Line]:
        last = {id(line) for line in self.last_lines}
        return [line for line in self.lines if id(line) not in last]

    def start_faults(self) -> list[str]:
        """Lines that start with a mark that never may, a note call among them."""
        return [line.text[:4] for line in self.lines if line.text[0] in NO_START + CALLS]

    def end_faults(self) -> list[str]:
        return [line.text[-4:] for line in self.lines if line.text[-1] in NO_END]

    def splits(self) -> list[str]:
        joints = (f"{a.text}\n{b.text[:6]}" for a, b in pairwise(self.lines))
        return [joint for joint in joints if SPLIT.search(joint)]

    def edge_errors(self) -> list[float]:
        """How far each full line ends from the right edge, in em."""
        return [abs(line.right - self.right) / line.em for line in self.full_lines]

    def indents(self) -> list[float]:
        return [(line.left - self.left) / line.em for line in self.paragraph_starts]

    def last_line_han(self) -> list[int]:
        """How many Han each paragraph's last line has, of paragraphs of more than one line."""
        starts = {id(line) for line in self.paragraph_starts}
        return [len(HAN.findall(line.text)) for line in self.last_lines if id(line) not in starts]

    def widths(self, run: str) -> list[float]:
        """From the start of a run of characters to the start of the Han or quote after it."""
        found = ((line, match) for line in self.lines for match in re.finditer(f"{run}(?=[一-鿿”])", line.text))
        return [(line.chars[at.end()].x - line.chars[at.start()].x) / line.em for line, at in found]

    def advances(self, pattern: str) -> list[float]:
        """From origin to origin of the neighbours that match a pattern of two characters."""
        wanted = re.compile(pattern)
        return [advance for line in self.lines for pair, advance in line.advances if wanted.fullmatch(pair)]


def measure(lines: list[Line]) -> Measured:
    """Find the edges that most lines keep."""
    return Measured(tuple(lines), _edge([line.left for line in lines]), _edge([line.right for line in lines]))


def _edge(places: list[float]) -> float:
    usual = Counter(round(place, 1) for place in places).most_common(1)[0][0]
    return median(place for place in places if abs(place - usual) < 0.1)


def share(values: list[float], limit: float) -> float:
    """Give the share of values that stay within a limit."""
    return sum(value <= limit for value in values) / len(values)
