"""What a rule's measurement found: a verdict, a figure against its goal, and the lines that offend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kanben.proof.pdf.lines import Box, Line
from kanben.proof.ruling import Verdict


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule is broken: page of the file from 1, the line's words, its box in pt (empty: the whole page)."""

    page: int
    text: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's row; `more` holds the other figures by name."""

    rule: str
    verdict: Verdict
    figure: float | None
    unit: str
    goal: str
    spots: tuple[Spot, ...] = ()
    more: tuple[tuple[str, float], ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted({spot.page for spot in self.spots}))


def spot(line: Line) -> Spot:
    return Spot(line.page, line.text, line.box)


def spots(lines: Iterable[Line]) -> tuple[Spot, ...]:
    return tuple(map(spot, lines))


def counted(rule: str, found: Iterable[Spot], measurable: bool = True, **more: float) -> Finding:
    """A rule that allows no fault: the figure is how many there are."""
    faults = tuple(found)
    verdict: Verdict = ("fail" if faults else "ok") if measurable else "unmeasured"
    return Finding(rule, verdict, len(faults) if measurable else None, "", "0", faults, tuple(more.items()))


def judged(
    rule: str, good: bool, figure: float, unit: str, goal: str, found: Iterable[Spot] = (), **more: float
) -> Finding:
    """A rule that is judged by its figure; its lines are told even where it is kept."""
    return Finding(rule, "ok" if good else "fail", figure, unit, goal, tuple(found), tuple(more.items()))


def unmeasured(rule: str, goal: str, unit: str = "") -> Finding:
    """A rule for which the book holds no example."""
    return Finding(rule, "unmeasured", None, unit, goal)


def quantile(values: Sequence[float], part: float) -> float:
    """Give the value that a part of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def share(values: Sequence[float], limit: float) -> float:
    """Give the share of values that stay within a limit."""
    return sum(value <= limit for value in values) / len(values)
