"""What every rule measures: the surveyed book, its paragraphs, and where each line goes on in the next."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kanben.proof.pdf.lines import Line
from kanben.proof.pdf.paragraphs import Paragraph, paragraphs
from kanben.proof.pdf.survey import SAME_SIZE, Survey, is_note_start

NEAR = 2.2  # em: lines of one block, where its pitch is not known
SLACK = 2.5  # em: a line that ends less before the longest of its size goes on in the next


@dataclass(frozen=True)
class Measured:
    """A surveyed book; `note_rules` gives the width and thickness, in pt, of the rule above a page's notes."""

    book: Survey
    note_rules: dict[int, tuple[float, float]] = field(default_factory=dict)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs(self.book)

    @cached_property
    def full_lines(self) -> list[Line]:
        """The lines that must reach the right edge."""
        return [line for paragraph in self.paragraphs for line in paragraph.full_lines]

    @cached_property
    def joints(self) -> list[tuple[Line, Line]]:
        """Each two lines of which the second goes on where the first ends."""
        body = [joint for paragraph in self.paragraphs for joint in pairwise(paragraph.lines)]
        known = {id(line) for paragraph in self.paragraphs for line in paragraph.lines}
        return body + [joint for zone in zones(self.book) for joint in other_joints(zone, known)]


def zones(book: Survey) -> Iterator[tuple[Line, ...]]:
    for page in book.pages:
        if page.is_running:
            yield page.flow
            yield page.notes


def other_joints(zone: tuple[Line, ...], known: set[int]) -> Iterator[tuple[Line, Line]]:
    """Give the joints of notes, lists, quotations and headings: near, of one size, the first line about full."""
    for a, b in pairwise(zone):
        if id(b) in known or not (a.alone and b.alone) or is_note_start(b) or not is_under(a, b):
            continue
        longest = max(line.right for line in zone if abs(line.em - b.em) < SAME_SIZE * b.em)
        if a.right > longest - SLACK * b.em:
            yield a, b


def is_under(a: Line, b: Line) -> bool:
    """Whether a line may go on from the one above: of its size, near, not set right (unless both are centred)."""
    near = a.baseline - b.baseline < NEAR * b.em and abs(a.em - b.em) < SAME_SIZE * b.em
    centred = abs(a.left + a.right - b.left - b.right) < b.em
    return near and (b.left - a.left < SLACK * b.em or centred)
