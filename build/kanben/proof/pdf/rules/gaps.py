"""U1, W1, S1, L4: how wide marks and the gaps in a line are (CLREQ 3.1.6, 3.2; GB/T 15834-2011 5.1)."""

import re
from collections.abc import Iterator
from statistics import median

from kanben.composition.characters import CLOSE, HAN, OPEN
from kanben.proof.pdf.finding import Finding, Spot, judged, spot, unmeasured
from kanben.proof.pdf.lines import Line
from kanben.proof.pdf.measured import Measured

LONG_MARK = re.compile("——|……")
ADVANCE = 0.02  # em
STROKE = 0.05  # em: what may stay white between the two halves of a dash
PAIRS = ("》，", "。”", "：“", "）、", "”（")
TRIPLE = "”、“"
PAIR, TRIPLE_WIDTH = 1.5, 2.0  # em
MEDIAN = 0.03  # em
FEW = 3  # of a kind of pair say nothing yet
LATIN = re.compile("[A-Za-z0-9]")
HAN_LATIN = (0.12, 0.33)  # em
TOLERANCE = 0.005  # em
LOOSE = 0.12  # em a Han pair
LOOSE_SHARE = 0.02


def long_marks(text: Measured) -> Finding:
    """U1: a dash is one stroke of 2 em, an ellipsis six dots in 2 em, and neither is cut."""
    found = [(line, at.start()) for line in text.book.lines for at in LONG_MARK.finditer(line.text)]
    cut = [spot(b) for a, b in text.joints if a.text[-1] == b.text[0] and b.text[0] in "—…" and halved(a, b)]
    broken = [spot(line) for line, at in found if is_broken(line, at)]
    widths = [width for line, at in found if (width := extent(line, at, at + 2, 2)) is not None]
    if not found and not cut:
        return unmeasured("U1", "2.00 ± 0.02", "em")
    figure = median(widths) if widths else 2.0
    good = not cut and not broken and abs(figure - 2) <= ADVANCE
    more = {"cut": len(cut), "broken": len(broken), "runs": len(found)}
    return judged("U1", good, figure, "em", "2.00 ± 0.02", cut + broken, **more)


def halved(before: Line, line: Line) -> bool:
    """Whether one dash or ellipsis stands on two lines: an odd number of halves on either."""
    sign = line.text[0]
    ending, starting = (len(t) - len(t.lstrip(sign)) for t in (before.text[::-1], line.text))
    return ending % 2 == 1 or starting % 2 == 1


def is_broken(line: Line, at: int) -> bool:
    """Whether the two halves stand apart; in some fonts one glyph of 2 em draws both."""
    a, b = line.chars[at], line.chars[at + 1]
    step = (b.x - a.x) / line.em
    if abs(step) < ADVANCE:
        return abs(a.width / line.em - 2) > ADVANCE
    white = a.text == "—" and b.ink[0] - a.ink[2] > STROKE * line.em
    return white or abs(step - 1) > ADVANCE


def extent(line: Line, start: int, end: int, joints: int) -> float | None:
    """How wide some marks are, in em: from the Han before them to the Han after, less the line's gap at each joint."""
    if start == 0 or end >= len(line.chars):
        return None
    before, after = line.chars[start - 1], line.chars[end]
    if not (HAN.match(before.text) and HAN.match(after.text)):
        return None
    return (after.x - before.x - before.size) / line.em - joints * (line.gap or 0)


def mark_runs(text: Measured) -> Finding:
    """W1: two adjacent marks take an em and a half, three take two."""
    widths = {marks: list(run_widths(text, marks)) for marks in (*PAIRS, TRIPLE)}
    medians = {marks: median(found) for marks, found in widths.items() if len(found) >= FEW}
    if not medians:
        return unmeasured("W1", "1.50 ± 0.03", "em")
    off = {marks: abs(width - (TRIPLE_WIDTH if marks == TRIPLE else PAIR)) for marks, width in medians.items()}
    worst = max(off, key=lambda marks: off[marks])
    found = wide_runs(text, [marks for marks in off if off[marks] > MEDIAN])
    return judged("W1", off[worst] <= MEDIAN, medians[worst], "em", "1.50 ± 0.03", found, **medians)


def run_widths(text: Measured, marks: str) -> Iterator[float]:
    for line in text.book.lines:
        for at in alone(line, marks):
            width = extent(line, at, at + len(marks), len(marks) + 1)
            if width is not None:
                yield width


def wide_runs(text: Measured, kinds: list[str]) -> list[Spot]:
    return [spot(line) for line in text.book.lines if any(True for marks in kinds for _ in alone(line, marks))]


def alone(line: Line, marks: str) -> Iterator[int]:
    """Give the places of a run of marks that has no other mark beside it."""
    for at in re.finditer(re.escape(marks), line.text):
        around = line.text[max(at.start() - 1, 0) : at.start()] + line.text[at.end() : at.end() + 1]
        if any(sign in OPEN + CLOSE for sign in around):
            continue
        if all(map(line.has_empty_half, line.chars[at.start() : at.end()])):
            yield at.start()


def han_and_latin(text: Measured) -> Finding:
    """S1: Han and Latin letters or digits stand an eighth of an em apart, and never much farther."""
    lines = [line for paragraph in text.paragraphs if len(paragraph.lines) > 1 for line in paragraph.lines]
    gaps = [(gap, line) for line in lines for gap in mixed_gaps(line)]
    if not gaps:
        return unmeasured("S1", "0.12–0.33", "em")
    low, high = HAN_LATIN
    off = dict.fromkeys(spot(line) for gap, line in gaps if not low - TOLERANCE <= gap <= high + TOLERANCE)
    values = [gap for gap, _ in gaps]
    return judged("S1", not off, median(values), "em", "0.12–0.33", off, least=min(values), most=max(values))


def mixed_gaps(line: Line) -> Iterator[float]:
    for a, b in zip(line.chars, line.chars[1:], strict=False):
        if line.is_raised(a) or line.is_raised(b):
            continue
        if HAN.match(a.text) and LATIN.match(b.text):
            yield (b.x - a.x - a.size) / line.em
        elif LATIN.match(a.text) and HAN.match(b.text):
            yield (b.x - a.x - a.width) / line.em


def loose_lines(text: Measured) -> Finding:
    """L4: few lines are set so loose that the eye sees it."""
    gaps = [(gap, line) for line in text.full_lines if (gap := line.gap) is not None]
    if not gaps:
        return unmeasured("L4", "≤ 2", "%")
    loose = [spot(line) for gap, line in gaps if gap > LOOSE]
    part = len(loose) / len(gaps)
    return judged("L4", part <= LOOSE_SHARE, 100 * part, "%", "≤ 2", loose, lines=len(gaps))
