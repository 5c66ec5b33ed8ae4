"""Choose all lines of a paragraph together: Knuth and Plass, forward, with Chinese demerits."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from kanben.composition.amounts import EMERGENCY, UNEVEN
from kanben.composition.judgement import Judgement, judge
from kanben.composition.line import Line
from kanben.composition.paragraph import Paragraph

WINDOW = 3  # em to both sides of the measure in which a line's end is sought


class _Way(NamedTuple):
    """The best way to a line's start: its demerits so far, the start before it, the opening of the line between."""

    total: float
    start: int
    opening: float


class Plans:
    """The lines of one paragraph, planned once for each measure that it meets."""

    def __init__(self, par: Paragraph) -> None:
        self.par = par
        self._ends: dict[float, dict[int, int]] = {}  # by measure: start of each line, its end
        self._lines: dict[tuple[int, float, float], Line] = {}

    def line(self, start: int, measure: float, full_measure: float) -> Line:
        """Give the line from atom `start`, in its own measure (px); full_measure is that of lines without indent."""
        key = start, round(measure, 2), round(full_measure, 2)
        if key not in self._lines:
            self._lines[key] = Line(self.par, start, self._end(start, measure, full_measure), measure)
        return self._lines[key]

    def _end(self, start: int, measure: float, full_measure: float) -> int:
        ends = self._ends.setdefault(round(full_measure, 2), {})
        if start not in ends:
            ends.update(plan(self.par, start, measure, full_measure))
        return ends[start]


def plan(par: Paragraph, start: int, first_measure: float, measure: float) -> dict[int, int]:
    """Give the end of each line by its start, for the lines with the least sum of demerits; measures in px."""
    best, todo = {start: _Way(0, start, 0)}, [start]
    for here in todo:  # grows while it is read, always sorted
        if here == par.count:
            continue
        total, _, before = best[here]
        for end, (demerits, opening) in _ends(par, here, measure if here > start else first_measure):
            cost = total + demerits + UNEVEN * (opening - before) ** 2
            if end not in best:
                todo.insert(bisect_left(todo, end), end)
            if end not in best or cost < best[end].total:
                best[end] = _Way(cost, here, opening)
    return _walk_back(best, start, par.count)


def _walk_back(best: dict[int, _Way], start: int, end: int) -> dict[int, int]:
    lines = {}
    while end != start:
        lines[best[end].start], end = end, best[end].start
    return lines


def _ends(par: Paragraph, start: int, measure: float) -> list[tuple[int, Judgement]]:
    """List the possible ends of a line with their judgements, shortest first; never empty."""
    order, goal, window = par.breaks.order, par.natural[start] + measure, WINDOW * par.em
    low = bisect_right(order, start)
    first = bisect_left(order, bisect_left(par.natural, goal - window), low)
    last = bisect_right(order, bisect_right(par.natural, goal + window), low)
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
