"""N1, N2: notes stand on the page of their call, count from ① on each, under a rule of a quarter (GB/T 9704 apart)."""

import re
from collections.abc import Iterator
from itertools import groupby
from statistics import median

from kanben.proof.pdf.finding import Finding, Spot, counted, judged, spot, unmeasured
from kanben.proof.pdf.lines import CALLS, Line
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.survey import PageLines, is_note_start

MARK = re.compile(rf"([{CALLS}])|\[([0-9]+)\]|([0-9]+)")
QUARTER, EXACT = 0.25, 0.02  # of the measure


def notes_by_page(text: Measured) -> Finding:
    """N1: each page's calls count 1 to n in reading order, and so do its notes."""
    circled = any(char.text in CALLS and line.is_raised(char) for line in text.book.lines for char in line.chars)
    pages = [page for page in text.book.pages if not page.is_contents]
    called = [calls(page, circled) for page in pages]
    noted = [note_marks(page) for page in pages]
    faults = [fault for found in zip(pages, called, noted, strict=True) for fault in page_faults(*found)]
    measurable = any(called) or any(noted)
    return counted("N1", faults, measurable, calls=sum(map(len, called)), notes=sum(map(len, noted)))


def page_faults(page: PageLines, called: list[int], noted: list[int]) -> Iterator[Spot]:
    """Tell a page on which calls and notes do not both count from 1."""
    expected = list(range(1, len(noted) + 1))
    if called != expected or noted != expected:
        line = page.notes[0] if page.notes else next((x for x in page.flow if any(map(x.is_raised, x.chars))), None)
        yield spot(line) if line else Spot(page.number, "")


def calls(page: PageLines, circled: bool) -> list[int]:
    """Read the raised marks of a page in order; a note that is called again counts where it is called first."""
    return list(dict.fromkeys(number for line in page.flow for number in raised_marks(line, circled)))


def raised_marks(line: Line, circled: bool) -> Iterator[int]:
    for raised, chars in groupby(line.chars, line.is_raised):
        run = "".join(char.text for char in chars) if raised else ""
        for mark in MARK.finditer(run):
            if mark[1] or not circled or (mark[2] and value(mark) > len(CALLS)):
                yield value(mark)  # among circled marks [3] is a citation, but [51] follows ㊿


def note_marks(page: PageLines) -> list[int]:
    starts = (MARK.match(line.text) for line in page.notes if is_note_start(line))
    return [value(mark) for mark in starts if mark]


def value(mark: re.Match[str]) -> int:
    return CALLS.index(mark[1]) + 1 if mark[1] else int(mark[2] or mark[3])


def note_rule(text: Measured) -> Finding:
    """N2: the rule above notes is a quarter of the measure."""
    rules = text.note_rules
    if not any(page.notes for page in text.book.pages):
        return unmeasured("N2", "0.25 ± 0.02")
    widths = {page: rules[page][0] / (text.book.measure * text.book.em) for page in rules}
    pages = [page for page in text.book.pages if page.notes and page.flow]
    off = [spot(page.notes[0]) for page in pages if abs(widths.get(page.number, 0.0) - QUARTER) > EXACT]
    width = median(widths.values()) if widths else 0.0
    thick = median(thickness for _, thickness in rules.values()) if rules else 0.0
    size = median(line.em for page in pages for line in page.notes) if pages else 0.0
    return judged("N2", not off, width, "of measure", "0.25 ± 0.02", off, **{"thick pt": thick, "note pt": size})
