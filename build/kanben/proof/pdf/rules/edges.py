"""G1 to G3, W2, W3: the shape of paragraphs and both edges of the type area (CLREQ 3.1.5, 3.2; GB/T 15834 5.1.10)."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from kanben.composition.characters import CLOSE, HAN, LATIN, OPEN
from kanben.proof.pdf.finding import Finding, counted, judged, quantile, share, spot, spots, unmeasured
from kanben.proof.pdf.lines import Line
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.paragraphs import Paragraph, inset, is_text, shortfall
from kanben.proof.pdf.survey import is_note_start

INDENT, EXACT = 2.0, 0.02  # em
SPACE = 0.1  # of a pitch: paragraphs farther apart have space between them
NEAR, FAR = 0.06, 0.12  # em from the right edge
NEAR_SHARE, FAR_SHARE = 0.99, 0.995
LAST = 2  # characters at least of a paragraph's last line
HEADING_STEP = 2.0  # pitches: what stands farther apart is parted on purpose


def indents(text: Measured) -> Finding:
    """G1: paragraphs start two em in, and nothing is white between them."""
    found = [paragraph for paragraph in text.paragraphs if len(paragraph.lines) > 1]
    if not found:
        return unmeasured("G1", "2.00 ± 0.02", "em")
    off = [paragraph.lines[0] for paragraph in found if indent_error(text, paragraph) > EXACT]
    spaces = list(paragraph_spaces(text))
    space = median(spaces) if spaces else 0.0
    usual = median(paragraph.indent for paragraph in found)
    good = not off and space <= SPACE
    return judged("G1", good, usual, "em", "2.00 ± 0.02", spots(off), off=len(off), space=space, starts=len(found))


def indent_error(text: Measured, paragraph: Paragraph) -> float:
    """How far an indent is from two em; an opening mark there may keep its empty left half, or lose it."""
    first = paragraph.lines[0]
    kept = (first.chars[0].x - text.book.area(first.page).left) / first.em
    return min(abs(paragraph.indent - INDENT), abs(kept - INDENT))


def paragraph_spaces(text: Measured) -> Iterator[float]:
    """Give the white before each paragraph that follows another on its page, in pitches."""
    first = {id(paragraph.lines[0]) for paragraph in text.paragraphs}
    for page in text.book.pages:
        for a, b in pairwise(page.flow):
            step = (a.baseline - b.baseline) / text.book.pitch
            if id(b) in first and is_text(text.book, a) and step < HEADING_STEP:
                yield step - 1


def right_edge(text: Measured) -> Finding:
    """G2: full lines end at the right edge, all of them."""
    lines = text.full_lines
    if not lines:
        return unmeasured("G2", "≥ 99", "%")
    errors = [abs(shortfall(text.book, line)) for line in lines]
    off = [spot(line) for line, error in zip(lines, errors, strict=True) if error > NEAR]
    near, far = share(errors, NEAR), share(errors, FAR)
    gaps = [gap for line in lines for gap in line.gaps]
    more = {"within 0.12 em %": 100 * far, "gap p99 em": quantile(gaps, 0.99) if gaps else 0.0, "lines": len(lines)}
    return judged("G2", near >= NEAR_SHARE and far >= FAR_SHARE, 100 * near, "%", "≥ 99", off, **more)


def last_lines(text: Measured) -> Finding:
    """G3: a paragraph's last line has two characters at least."""
    last = [paragraph.lines[-1] for paragraph in text.paragraphs if len(paragraph.lines) > 1]
    last += [note[-1] for page in text.book.pages for note in notes(page.notes) if len(note) > 1]
    short = [line for line in last if sum(bool(HAN.match(c) or LATIN.match(c)) for c in line.text) < LAST]
    return counted("G3", spots(short), bool(last), paragraphs=len(last))


def notes(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Put the lines of a page's notes together, note by note."""
    found: list[list[Line]] = []
    for line in lines:
        if is_note_start(line) or not found:
            found.append([])
        found[-1].append(line)
    return found


def marks_at_right_edge(text: Measured) -> Finding:
    """W2: a full-width mark at the end of a line takes half its width: its body ends at the edge."""
    ending = [line for line in text.full_lines if line.text[-1] in CLOSE and line.has_empty_half(line.chars[-1])]
    if not ending:
        return unmeasured("W2", "≥ 99", "%")
    errors = [abs(shortfall(text.book, line)) for line in ending]
    off = [spot(line) for line, error in zip(ending, errors, strict=True) if error > NEAR]
    within = share(errors, NEAR)
    return judged("W2", within >= NEAR_SHARE, 100 * within, "%", "≥ 99", off, lines=len(ending))


def marks_at_left_edge(text: Measured) -> Finding:
    """W3: an opening mark at the start of a line loses its empty left half."""
    lines = [line for paragraph in text.paragraphs for line in paragraph.lines[1:]]
    opening = [line for line in lines if line.text[0] in OPEN]
    off = [line for line in opening if inset(text.book, line) > FAR and left_ink(text, line) > FAR]
    return counted("W3", spots(off), bool(opening), lines=len(opening))


def left_ink(text: Measured, line: Line) -> float:
    """How far the first ink stands from the left edge, in em."""
    return (line.chars[0].ink[0] - text.book.area(line.page).left) / line.em
