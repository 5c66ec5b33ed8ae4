"""Judge one possible line: how loose, how tight, how it ends."""

from typing import NamedTuple

from kanben.composition.amounts import (
    LINE,
    LONGEST_RUNT,
    LOOSE,
    LOOSEST,
    RAGGED,
    RAGGED_HEADING,
    RUNT,
    SHORT_LAST,
    SHORTEST_LAST,
    TIGHT,
    VISIBLY_LOOSE,
)
from kanben.composition.paragraph import Paragraph

WORST = 1e5
FEWEST_GAPS = 0.2  # a line without gaps is as bad as one whose only gap opens five times


class Judgement(NamedTuple):
    """The demerits of a line, and the opening of each of its gaps in em."""

    demerits: float
    opening: float


def judge(par: Paragraph, start: int, end: int, measure: float) -> Judgement | None:
    """Weigh a line in a measure (px); nothing if it cannot be squeezed into it."""
    width, stop = par.line_width(start, end)
    spare, penalty = measure - width, par.breaks.allowed.get(end, 0)
    if spare < -0.01:
        badness = _tightness(-spare, par.shrink[stop - 1] - par.shrink[start])
        return None if badness is None else Judgement((LINE + badness + penalty) ** 2, 0)
    if end in par.breaks.forced:
        penalty += _shortness(par, start, stop, width)
        return Judgement((LINE + penalty) ** 2, 0)
    if not par.atoms.justify:
        ragged = (RAGGED_HEADING if par.atoms.heading else RAGGED) * (spare / par.em) ** 2
        return Judgement((LINE + ragged + penalty) ** 2, 0)
    opening = spare / par.em / max(par.gaps[stop - 1] - par.gaps[start], FEWEST_GAPS)
    badness = min(100 * (opening / LOOSE) ** 3, WORST)
    penalty += VISIBLY_LOOSE if opening > LOOSEST else 0
    return Judgement((LINE + badness + penalty) ** 2, opening)


def _tightness(lack: float, room: float) -> float | None:
    return None if lack > room else TIGHT * (lack / room) ** 2


def _shortness(par: Paragraph, start: int, stop: int, width: float) -> int:
    """Punish a short last line, and most of all one with fewer than two Han."""
    if not start or width >= LONGEST_RUNT * par.em:
        return 0
    if par.classes[start:stop].count("han") < 2:
        return RUNT
    return SHORT_LAST if width < SHORTEST_LAST * par.em else 0
