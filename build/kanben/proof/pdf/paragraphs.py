"""Put the body's lines together to paragraphs, over pages; other blocks (lists, quotations, tables) end them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kanben.composition.characters import HAN
from kanben.proof.pdf.lines import Line
from kanben.proof.pdf.survey import PageLines, Survey

AT_EDGE = 0.3  # em
SHORT = 1.0  # em: a line so much shorter than the measure ends a paragraph
CLOSED = 6.0  # em: not even a ragged line is so short within a paragraph
STEP = 1.3  # pitches: lines farther apart are not of one block
INDENTS = (0.5, 4.5)  # em


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body: how far its first line is indented, in em, and its lines."""

    indent: float
    lines: tuple[Line, ...]

    @property
    def full_lines(self) -> tuple[Line, ...]:
        return self.lines[:-1]


Block = list[Line]


def paragraphs(book: Survey) -> list[Paragraph]:
    """Give the body's paragraphs in reading order; a paragraph of one line is one only if it is indented."""
    found: list[list[Line]] = []
    for block, goes_on in streams(book):
        if hangs(book, block):
            continue
        for line in block:
            new = line is block[0] and not goes_on
            if new or not found or starts(book, line) or shortfall(book, found[-1][-1]) > CLOSED:
                found.append([])
            found[-1].append(line)
    made = [Paragraph(inset(book, lines[0]), tuple(lines)) for lines in found]
    return [paragraph for paragraph in made if is_paragraph(paragraph)]


def is_paragraph(paragraph: Paragraph) -> bool:
    return len(paragraph.lines) > 1 or INDENTS[0] < paragraph.indent < INDENTS[1]


def inset(book: Survey, line: Line) -> float:
    """How far a line starts from the left edge of the type area, in em."""
    return (line.left - book.area(line.page).left) / line.em


def shortfall(book: Survey, line: Line) -> float:
    """How far a line ends before the right edge of the type area, in em."""
    return (book.area(line.page).right - line.right) / line.em


def starts(book: Survey, line: Line) -> bool:
    return inset(book, line) > INDENTS[0]


def streams(book: Survey) -> Iterator[tuple[Block, bool]]:
    """Give blocks of body lines, and whether each goes on with the paragraph that the last page left open."""
    open_end = False
    for page in book.pages:
        found = blocks(book, page) if page.is_running else []
        for block in found:
            first_of_page = block[0] is page.flow[0]
            yield block, open_end and first_of_page and not starts(book, block[0])
        if not page.is_blank:
            open_end = bool(found) and found[-1][-1] is page.flow[-1]


def blocks(book: Survey, page: PageLines) -> list[Block]:
    """Gather the lines of body size that stand one pitch apart."""
    found: list[Block] = []
    before: Line | None = None
    for line in page.flow:
        if is_text(book, line):
            near = before is not None and before.baseline - line.baseline < STEP * book.pitch
            if not near:
                found.append([])
            found[-1].append(line)
        before = line if is_text(book, line) else None
    return found


def is_text(book: Survey, line: Line) -> bool:
    """Whether a line belongs to the body: of its size, from its left edge or indented."""
    place = inset(book, line)
    return book.is_body(line) and -AT_EDGE < place < INDENTS[1] and bool(HAN.search(line.text))


def hangs(book: Survey, block: Block) -> bool:
    """Whether a block's entries hang (the first line out, the rest in), as in a list of references.

    Both ways look alike by their left edges alone: only a short line tells that it ends its paragraph.
    """
    pairs = [(shortfall(book, a) > SHORT, starts(book, b)) for a, b in pairwise(block)]
    against_indented = sum(is_short and not is_in for is_short, is_in in pairs)
    against_hanging = sum(is_short and is_in for is_short, is_in in pairs)
    return against_hanging < against_indented
