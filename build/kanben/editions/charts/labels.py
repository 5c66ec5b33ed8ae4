"""Break the words at an axis into lines, and keep those at the ends of lines apart."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from kanben.composition.characters import HAN, NO_END, NO_START
from kanben.composition.ems import ems

GAP = 0.5
"""Between names along an axis, in ems."""


def in_lines(words: str, width: float) -> str:
    """The words in lines that are about as long, and no longer than a width in ems, as far as they can be parted."""
    width = min(width, ems(words) / ceil(ems(words) / max(width, 1)) + 0.6)
    lines = [""]
    for at, character in enumerate(words):
        if at and may_part(words[at - 1], character) and ems(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return "\n".join(line.strip() for line in lines if line.strip())


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if before == " " or after == " ":
        return True
    return after not in NO_START and before not in NO_END and bool(HAN.match(before) or HAN.match(after))


def longest(words: Sequence[str]) -> float:
    """The length of the longest line, in ems."""
    return max((ems(line) for each in words for line in each.split("\n")), default=0.0)


def with_room(names: Sequence[str], places: Sequence[float], width: float) -> list[int]:
    """Which names have room along an axis of so many ems, from the last one back; `places` are shares of it."""
    kept: list[int] = []
    edge = float("inf")
    for n in reversed(range(len(names))):
        middle, half = places[n] * width, ems(names[n]) / 2
        if middle + half + GAP <= edge:
            kept.append(n)
            edge = middle - half
    return kept[::-1]


def apart(heights: Sequence[float], room: float) -> list[float]:
    """Heights moved as little as need be that no two are closer than a room, in the order given."""
    order = sorted(range(len(heights)), key=lambda n: heights[n])
    moved = [heights[n] for n in order]
    for _ in range(len(moved)):  # each round pushes a crowded pair apart by halves
        for low, high in pairwise(range(len(moved))):
            lack = room - (moved[high] - moved[low])
            if lack > 0:
                moved[low] -= lack / 2
                moved[high] += lack / 2
    found = [0.0] * len(heights)
    for place, n in enumerate(order):
        found[n] = moved[place]
    return found
