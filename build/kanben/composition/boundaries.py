"""Say what may happen to the space between two neighbours on a line."""

from functools import cache
from typing import Literal, get_args

from kanben.composition.characters import CharacterClass

Boundary = Literal["pair", "bracket", "pause", "stop", "word", "autospace", "even", "fixed"]
"""pair: two marks share one empty half; bracket, pause, stop: a mark's empty half may be squeezed; word: a Western
space; autospace: Han beside Latin; even: opens with the others; fixed: never changes."""
BOUNDARIES: tuple[Boundary, ...] = get_args(Boundary)

_MARKS = ("pause", "stop", "closer")
_WESTERN = {"latin", "none"}


@cache
def boundary(a: CharacterClass, b: CharacterClass, a_full: bool, b_full: bool) -> Boundary:
    """Name the boundary between two atoms; *_full: that atom is a full-width mark with an empty half."""
    if a_full and a in _MARKS:
        return "pair" if b_full else _after_mark(a)
    if b_full and b == "open":
        return "pair" if a_full else "bracket"
    if a == "space":
        return "word"
    if {a, b} == {"han", "latin"}:
        return "autospace"
    return "fixed" if b == "space" or a == b == "dash" or {a, b} <= _WESTERN else "even"


def _after_mark(mark: CharacterClass) -> Boundary:
    if mark == "pause":
        return "pause"
    return "stop" if mark == "stop" else "bracket"
