"""Choose all lines of a paragraph together: Knuth and Plass, forward, with Chinese demerits."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from typing import NamedTuple

from kanben.composition.amounts import BALANCE_STEP, EMERGENCY, UNEVEN
from kanben.composition.judgement import Judgement, judge
from kanben.composition.line import Line
from kanben.composition.paragraph import Paragraph


class Reach(NamedTuple):
    """How far from the measure a line's end is sought, of natural widths: px."""

    short: float
    beyond: float


NEAR, GOOD = 0.05, 2000
"""The share of the measure that is looked at first, and the demerits of a line that make looking farther needless."""
SHORT_OF, BEYOND, SHORT_OF_HEADING = 4.5, 2.5, 9
"""In em: how far is looked then."""

Measures = tuple[float, ...]
"""Those of the next lines, in px; the last one holds for all lines that follow."""
Spot = tuple[int, int]
"""The atom that a line starts with, and which of the measures is the line's."""


class _Way(NamedTuple):
    """The best way to a line's start: its demerits so far, the start before it, the opening of the line between."""

    total: float
    before: Spot
    opening: float


class Plans:
    """The lines of one paragraph, planned once for the measures that it meets."""

    def __init__(self, par: Paragraph) -> None:
        self.par = par
        self._ends: dict[tuple[int, Measures], int] = {}
        self._lines: dict[tuple[int, Measures], Line] = {}

    def line(self, start: int, *measures: float) -> Line:
        """Give the line from atom `start`; measures (px) are its own and those of the lines after it."""
        key = start, _shortened(measures)
        if key not in self._lines:
            if key not in self._ends:
                self._plan(start, measures)
            self._lines[key] = Line(self.par, start, self._ends[key], measures[0])
        return self._lines[key]

    def _plan(self, start: int, measures: Measures) -> None:
        narrower = balanced(self.par, start, measures) if self.par.atoms.heading else measures
        for n, (begin, end) in enumerate(plan(self.par, start, narrower)):
            self._ends.setdefault((begin, _shortened(measures[min(n, len(measures) - 1) :])), end)


def _shortened(measures: Measures) -> Measures:
    """Give the measures to the hundredth of a px, without what the last one says already."""
    rounded = [round(measure, 2) for measure in measures]
    while rounded[-2:-1] == rounded[-1:]:
        rounded.pop()
    return tuple(rounded)


def plan(par: Paragraph, start: int, measures: Measures) -> list[tuple[int, int]]:
    """Give start and end of each line from an atom on, for the lines with the least sum of demerits."""
    if par.atoms.justify:
        near = NEAR * min(measures)
        lines, total = _plan_within(par, start, measures, Reach(near, near))
        if total <= GOOD * len(lines):
            return lines
    short = SHORT_OF_HEADING if par.atoms.heading else SHORT_OF
    return _plan_within(par, start, measures, Reach(short * par.em, BEYOND * par.em))[0]


def _plan_within(par: Paragraph, start: int, measures: Measures, reach: Reach) -> tuple[list[tuple[int, int]], float]:
    """Plan with line ends sought so far from the measure; give the sum of demerits too."""
    begin, rest = (start, 0), len(measures) - 1
    best: dict[Spot, _Way] = {begin: _Way(0, begin, 0)}
    todo = [begin]
    for here in todo:  # grows while it is read, always sorted
        atom, n = here
        if atom == par.count:
            continue
        total, _, before = best[here]
        for end, (demerits, opening) in _ends(par, atom, measures[n], reach):
            demerits += par.atoms.line_cost + UNEVEN * (opening - before) ** 2
            cost, there = total + demerits, (end, min(n + 1, rest))
            if there not in best:
                insort(todo, there)
            if there not in best or cost < best[there].total:
                best[there] = _Way(cost, here, opening)
    last = min((spot for spot in best if spot[0] == par.count), key=lambda spot: best[spot].total)
    return [*_walk_back(best, begin, last)][::-1], best[last].total


def _walk_back(best: dict[Spot, _Way], begin: Spot, spot: Spot) -> Iterator[tuple[int, int]]:
    while spot != begin:
        before = best[spot].before
        yield before[0], spot[0]
        spot = before


def balanced(par: Paragraph, start: int, measures: Measures) -> Measures:
    """Narrow the measures as far as a heading needs no more lines: they become about equally long."""
    lines, step = len(plan(par, start, measures)), BALANCE_STEP * par.em
    widest = max(par.line_width(*line)[0] for line in plan(par, start, measures))
    while lines > 1 and widest > step:
        narrower = tuple(min(measure, widest - step) for measure in measures)
        tried = plan(par, start, narrower)
        width = max(par.line_width(*line)[0] for line in tried)
        if len(tried) > lines or width > widest - step:
            break
        measures, widest = narrower, width
    return measures


def _ends(par: Paragraph, start: int, measure: float, reach: Reach) -> list[tuple[int, Judgement]]:
    """List the possible ends of a line with their judgements, shortest first; never empty."""
    order, goal = par.breaks.order, par.natural[start] + measure
    low = bisect_right(order, start)
    first = bisect_left(order, bisect_left(par.natural, goal - reach.short), low)
    last = bisect_right(order, bisect_right(par.natural, goal + reach.beyond), low)
    if forced := par.breaks.forced.intersection(order[low:last]):
        last = bisect_right(order, min(forced))
        first = min(first, last - 1)
    found = [(end, judged) for end in order[first:last] if (judged := judge(par, start, end, measure))]
    return found or [(_emergency_end(par, start, low, measure), Judgement(EMERGENCY**2, 0.5))]


def _emergency_end(par: Paragraph, start: int, low: int, measure: float) -> int:
    """Give the farthest end that fits, if need be inside a word, else the nearest end that does not fit."""
    order = par.breaks.order
    fitting = [end for end in order[low:] if par.line_width(start, end)[0] <= measure]
    if not fitting and par.atoms.breaks_anywhere:
        fitting = [end for end in range(start + 1, order[low]) if par.line_width(start, end)[0] <= measure]
    return max(fitting, default=order[low])
