"""G4, G7, G9: what ends a page, and the pitch that all its lines keep (CLREQ 2.3, 3.3)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kanben.proof.pdf.finding import Finding, Spot, counted, spot, spots
from kanben.proof.pdf.lines import Line, squeeze
from kanben.proof.pdf.measured import Measured
from kanben.proof.pdf.paragraphs import Paragraph
from kanben.proof.pdf.survey import PageLines, Survey

LARGER = 1.05  # of the body: headings are larger
OFF_GRID = 0.5  # pt
RUBY_SIZE = 0.6  # of the body
RUBY_RISE = (0.6, 1.4)  # em above its line


def page_ends(text: Measured) -> Finding:
    """G4: no heading stands at a page's foot, and no single line of a paragraph on a page of its own."""
    stranded = [spot(line) for line in headings_at_foot(text.book)]
    orphans = [line for found in text.paragraphs for line in single(found.lines, first=True)]
    widows = [line for found in text.paragraphs for line in single(found.lines, first=False)]
    found = [*stranded, *spots(orphans), *spots(widows)]
    more = {"headings": len(stranded), "orphans": len(orphans), "widows": len(widows)}
    return counted("G4", found, bool(text.paragraphs), **more)


def headings_at_foot(book: Survey) -> Iterator[Line]:
    """Give the headings that end a page of text whose matter goes on overleaf."""
    titles = {(heading.sheet, squeeze(heading.title)) for heading in book.outline}
    for page, following in pairwise(book.pages):
        if following.is_blank or page.is_blank or page.is_contents:
            continue
        last = page.flow[-1] if page.flow else None
        if last and is_heading(book, last, titles) and any(not is_heading(book, line, titles) for line in page.flow):
            yield last


def is_heading(book: Survey, line: Line, titles: set[tuple[int, str]]) -> bool:
    return line.em > LARGER * book.em or (line.page, squeeze(line.text)) in titles


def single(lines: Sequence[Line], first: bool) -> list[Line]:
    """Give a paragraph's first (or last) line if the rest stands on another page."""
    if len({line.page for line in lines}) < 2:
        return []
    end, next_to_it = (lines[0], lines[1]) if first else (lines[-1], lines[-2])
    return [end] if end.page != next_to_it.page else []


def line_grid(text: Measured) -> Finding:
    """G7: the baselines of paragraphs stand whole pitches apart on every page."""
    book = text.book
    lines = [line for paragraph in text.paragraphs if is_running(paragraph) for line in paragraph.lines]
    phases = Counter(round(line.baseline % book.pitch, 1) for line in lines)
    if not phases:
        return counted("G7", (), False)
    phase = phases.most_common(1)[0][0]
    off = [line for line in lines if off_grid(line.baseline - phase, book.pitch) >= OFF_GRID]
    return counted("G7", spots(off), True, lines=len(lines), pitch=book.pitch)


def is_running(paragraph: Paragraph) -> bool:
    return len(paragraph.lines) > 1


def off_grid(distance: float, pitch: float) -> float:
    """How far a distance is from whole pitches, in pt."""
    rest = distance % pitch
    return min(rest, pitch - rest)


def ruby_pitch(text: Measured) -> Finding:
    """G9: ruby never pushes lines apart."""
    body = {id(line) for paragraph in text.paragraphs for line in paragraph.lines}
    found = [pair for page in text.book.pages for pair in lines_under_ruby(text.book, page) if id(pair[1]) in body]
    off = [pushed(text.book, above, line) for above, line in found]
    return counted("G9", [fault for fault in off if fault], bool(found), lines=len(found))


def pushed(book: Survey, above: Line, line: Line) -> Spot | None:
    return spot(line) if off_grid(above.baseline - line.baseline, book.pitch) >= OFF_GRID else None


def lines_under_ruby(book: Survey, page: PageLines) -> Iterator[tuple[Line, Line]]:
    """Give each body line with small type right above it, and the body line before."""
    body = [line for line in page.flow if abs(line.em - book.em) < 1 and line.alone]
    small = [line for line in page.flow if line.em <= RUBY_SIZE * book.em]
    for above, line in pairwise(body):
        low, high = (line.baseline + rise * book.em for rise in RUBY_RISE)
        if any(low < ruby.baseline < high and line.left <= ruby.chars[0].middle <= line.right for ruby in small):
            yield above, line
