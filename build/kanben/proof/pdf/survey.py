"""Find what a book's pages have in common: body size, type area, pitch of lines, heads and folios, notes, contents."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from kanben.composition.characters import HAN
from kanben.proof.pdf.glyphs import Heading, Printed, Sheet
from kanben.proof.pdf.lines import CALLS, Line, lines_of

FOLIO = re.compile(r"[-–—·.\s]*([0-9]{1,4}|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})[-–—·.\s]*")
NOTE_START = re.compile(rf"[{CALLS}]|\[[0-9]+\]|(?P<figure>[0-9]{{1,3}})")
ENTRY_END = re.compile(r"(?:[.…·⋯‥]{3,}|[.·…]\s*)?([0-9]{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})$")
NOTE_SIZE = 0.95  # of the body's: notes are smaller
SAME_SIZE = 0.02
RECURS = 0.15  # of the pages: what stands at the same height on so many is a head or a folio
OFTEN = 0.25  # as often as the indent, lines begin at the edge
NOT_PITCH = 1.2  # lines of the body stand one pitch apart, heads and folios farther
HEAD_SIZE = 1.15  # of the body: headings of chapters recur too, but are larger
COVERS = "封"  # what the labels of covers begin with: 封面, 封二, 封三, 封底
ENTRIES = 0.4  # of a page's lines end with a folio: contents


@dataclass(frozen=True, slots=True)
class Area:
    """The left and right edge of the type area, in pt."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines by what they are for, each from top to bottom."""

    sheet: Sheet
    flow: tuple[Line, ...]
    notes: tuple[Line, ...] = ()
    heads: tuple[Line, ...] = ()
    folio: str = ""
    folio_line: Line | None = None
    is_contents: bool = False

    @property
    def number(self) -> int:
        return self.sheet.number

    @property
    def is_running(self) -> bool:
        """Whether text runs on the page: it is neither contents nor a cover."""
        return not self.is_contents and not self.sheet.label.startswith(COVERS)

    @property
    def is_blank(self) -> bool:
        return not (self.flow or self.notes)


@dataclass(frozen=True, slots=True)
class Survey:
    """A measured book: pages by their parts, body size and pitch in pt, the type area of right and of left pages."""

    pages: tuple[PageLines, ...]
    em: float
    pitch: float
    areas: tuple[Area, Area]
    outline: tuple[Heading, ...] = field(default=())

    def area(self, page: int) -> Area:
        return self.areas[page % 2]

    @property
    def measure(self) -> float:
        """The width of the type area in em."""
        return max(area.right - area.left for area in self.areas) / self.em

    def is_body(self, line: Line) -> bool:
        return line.alone and abs(line.em - self.em) < SAME_SIZE * self.em

    @property
    def lines(self) -> list[Line]:
        """All running lines: flow and notes, without heads, folios, contents and covers."""
        return [line for page in self.pages if page.is_running for line in (*page.flow, *page.notes)]


def survey(printed: Printed) -> Survey:
    """Measure a read PDF."""
    pages = [(sheet, lines_of(sheet)) for sheet in printed.sheets]
    every = [line for _, lines in pages for line in lines]
    em = body_size(every)
    body = [line for line in every if line.alone and abs(line.em - em) < SAME_SIZE * em and HAN.search(line.text)]
    pitch = usual([a.baseline - b.baseline for a, b in pairwise(body) if a.page == b.page], em)
    areas = areas_of(body)
    openers = {heading.sheet for heading in printed.outline if heading.depth == 0}
    small = {sheet.number: [line for line in lines if line.em < HEAD_SIZE * em] for sheet, lines in pages}
    limits = furniture([lines for number, lines in small.items() if number not in openers], list(small.values()), pitch)
    parted = tuple(part(sheet, lines, limits, em, areas[sheet.number % 2]) for sheet, lines in pages)
    return Survey(parted, em, pitch, areas, printed.outline)


def body_size(lines: Iterable[Line]) -> float:
    """Give the size in which most Han stand; cells of tables, which may be more, only where nothing else is."""
    sizes: Counter[float] = Counter()
    every = list(lines)
    for line in [line for line in every if line.alone] or every:
        sizes[round(line.em, 2)] += len(HAN.findall(line.text)) or 0
    return sizes.most_common(1)[0][0]


def usual(values: Sequence[float], otherwise: float) -> float:
    """Give the value that occurs most, to a tenth of a pt, as exactly as its occurrences say."""
    if not values:
        return otherwise
    mode = Counter(round(value, 1) for value in values).most_common(1)[0][0]
    return median(value for value in values if abs(value - mode) <= 0.1)


def left_edge(values: Sequence[float]) -> float:
    """Give the leftmost place where many lines begin: of short paragraphs most lines are first ones, set in."""
    begin = Counter(round(value, 1) for value in values)
    most = max(begin.values())
    edge = min(value for value, count in begin.items() if count >= OFTEN * most)
    return median(value for value in values if abs(value - edge) <= 0.1)


def areas_of(body: Sequence[Line]) -> tuple[Area, Area]:
    """Find both edges for left and right pages; a side with few lines takes the other's."""
    sides = [[line for line in body if line.page % 2 == side] for side in (0, 1)]
    found = [
        Area(left_edge([line.left for line in side]), usual([line.right for line in side], 0)) if side else None
        for side in sides
    ]
    left, right = found
    if left is None or (right is not None and len(sides[1]) > 10 * len(sides[0])):
        left = right
    if right is None or (left is not None and len(sides[0]) > 10 * len(sides[1])):
        right = left
    return (left or Area(0, 0), right or Area(0, 0))


def furniture(headed: Sequence[list[Line]], pages: Sequence[list[Line]], pitch: float) -> tuple[float, float]:
    """Give the height above which heads stand, and the height below which folios stand.

    Where chapters begin, what recurs at the top is no head but the first line below a title.
    """
    top = max(bands(headed, pitch), default=float("inf"))
    bottom = min(bands([lines[::-1] for lines in pages], pitch), default=float("-inf"))
    return top, bottom


def bands(pages: Sequence[list[Line]], pitch: float) -> list[float]:
    """Find the heights, in pt, at which the outermost line of many pages recurs, well apart from the next."""
    apart: defaultdict[float, list[float]] = defaultdict(list)
    for lines in pages:
        if lines and not is_note_start(lines[0]):
            first = lines[0].baseline
            inner = (abs(first - line.baseline) for line in lines if abs(first - line.baseline) > 1)
            apart[round(first)].append(next(inner, float("inf")))
    enough = max(2.0, RECURS * sum(map(bool, pages)))
    return [height for height, gaps in apart.items() if len(gaps) >= enough and median(gaps) > NOT_PITCH * pitch]


def part(sheet: Sheet, lines: list[Line], limits: tuple[float, float], em: float, area: Area) -> PageLines:
    """Tell a page's heads and folio, notes and flow apart."""
    top, bottom = limits
    outside = [line for line in lines if line.baseline > top - 2 or line.baseline < bottom + 2]
    inside = [line for line in lines if line not in outside]
    folio = next((line for line in outside[::-1] if FOLIO.fullmatch(line.text)), None)
    heads = tuple(line for line in outside if line is not folio)
    flow, notes = part_notes(inside, em)
    number = FOLIO.fullmatch(folio.text) if folio else None
    label = number[1] if number else ""
    return PageLines(sheet, tuple(flow), tuple(notes), heads, label, folio, is_contents(inside, area))


def part_notes(lines: list[Line], em: float) -> tuple[list[Line], list[Line]]:
    """Take the small lines at the page's foot, from the first that starts with a note mark."""
    body = [i for i, line in enumerate(lines) if line.em >= NOTE_SIZE * em]
    start = body[-1] + 1 if body else 0
    tail = lines[start:]
    first = next((i for i, line in enumerate(tail) if is_note_start(line)), None)
    if first is None:
        return lines, []
    return lines[: start + first], tail[first:]


def is_note_start(line: Line) -> bool:
    """Whether a line starts with a note mark; a plain figure is one only if it is raised."""
    found = NOTE_START.match(line.text)
    if found is None or not line.alone or len(line.text) < 3:
        return False
    return not found["figure"] or line.is_raised(line.chars[0])


def is_contents(lines: list[Line], area: Area) -> bool:
    """Whether most of a page's lines end, at the right edge, with a folio parted from their words."""
    entries = [line for line in lines if ends_with_folio(line, area)]
    heights = {round(line.baseline) for line in lines}
    return len(entries) >= 3 and len(entries) >= ENTRIES * len(heights)


def ends_with_folio(line: Line, area: Area) -> bool:
    found = ENTRY_END.search(line.text)
    if found is None or abs(line.right - area.right) > line.em:
        return False
    return not line.alone or len(found[0]) > len(found[1]) or len(found[1]) == len(line.text)
