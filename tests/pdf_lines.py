"""Ask a finished PDF for its lines and their measures, by the product's own proofing room; lengths in em."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kanben.composition.characters import HAN
from kanben.proof.pdf.finding import share
from kanben.proof.pdf.glyphs import read_pdf
from kanben.proof.pdf.lines import CALLS, Line, lines_of
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.paragraphs import shortfall
from kanben.proof.pdf.rules.gaps import long_marks
from kanben.proof.pdf.rules.line_ends import cut_runs, line_ends, line_starts
from kanben.proof.pdf.survey import survey

__all__ = ["CALLS", "Line", "MeasuredText", "measure", "read_lines", "share"]


def read_lines(pdf: bytes | Path) -> list[Line]:
    """Give the lines of all pages of a PDF from top to bottom."""
    return [line for sheet in read_pdf(pdf).sheets for line in lines_of(sheet)]


@dataclass(frozen=True)
class MeasuredText:
    """The lines of a text whose paragraphs are indented."""

    text: Measured

    def start_faults(self) -> list[str]:
        """Lines that start with a mark that never may."""
        return [spot.text[:4] for spot in line_starts(self.text).spots]

    def end_faults(self) -> list[str]:
        return [spot.text[-4:] for spot in line_ends(self.text).spots]

    def splits(self) -> list[str]:
        """Lines that begin with a note call, with what a number needs, or with half of a dash or ellipsis."""
        return [spot.text[:6] for rule in (cut_runs, long_marks) for spot in rule(self.text).spots]

    def edge_errors(self) -> list[float]:
        """How far each full line ends from the right edge."""
        return [abs(shortfall(self.text.book, line)) for line in self.text.full_lines]

    def indents(self) -> list[float]:
        return [paragraph.indent for paragraph in self.text.paragraphs]

    def last_line_han(self) -> list[int]:
        """How many Han each paragraph's last line has, of paragraphs of more than one line."""
        last = [paragraph.lines[-1] for paragraph in self.text.paragraphs if len(paragraph.lines) > 1]
        return [len(HAN.findall(line.text)) for line in last]

    def widths(self, run: str) -> list[float]:
        """From the start of a run of characters to the start of the Han or quote after it."""
        found = ((line, at) for line in self.text.book.lines for at in re.finditer(f"{run}(?=[一-鿿”])", line.text))
        return [(line.chars[at.end()].x - line.chars[at.start()].x) / line.em for line, at in found]

    def advances(self, pattern: str) -> list[float]:
        """From origin to origin of the neighbours that match a pattern of two characters."""
        wanted = re.compile(pattern)
        pairs = ((line, a, b) for line in self.text.book.lines for a, b in pairwise(line.chars))
        return [(b.x - a.x) / line.em for line, a, b in pairs if wanted.fullmatch(a.text + b.text)]


def measure(pdf: bytes) -> MeasuredText:
    return MeasuredText(Measured(survey(read_pdf(pdf))))
