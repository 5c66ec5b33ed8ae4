"""Pair what two lists have in common, in its order: the longest such pairing, at a cost that no list can drive up."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import takewhile

WIDEST = 4000
"""Items that are laid beside each other at once; what is farther apart in longer lists is not paired."""


def paired(ours: Sequence[Hashable], others: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Give the places of what both have, first in ours and then in the others'."""
    found: list[tuple[int, int]] = []
    at, other_at = 0, 0
    while at < len(ours) and other_at < len(others):
        here, there = ours[at : at + WIDEST], others[other_at : other_at + WIDEST]
        pairs = [(at + n, other_at + m) for n, m in longest(here, there)]
        found += pairs
        at, other_at = (n + 1 for n in pairs[-1]) if pairs else (at + WIDEST, other_at + WIDEST)
    return found


def longest(ours: Sequence[Hashable], others: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pair equal ends, and between them by the longest common sequence."""
    same = sum(1 for _ in takewhile(equal, zip(ours, others, strict=False)))
    ours, others = ours[same:], others[same:]
    tail = sum(1 for _ in takewhile(equal, zip(reversed(ours), reversed(others), strict=False)))
    middle = common(ours[: len(ours) - tail], others[: len(others) - tail])
    ends = ((len(ours) - n, len(others) - n) for n in range(tail, 0, -1))
    return [*((n, n) for n in range(same)), *((same + n, same + m) for n, m in (*middle, *ends))]


def equal(pair: tuple[Hashable, Hashable]) -> bool:
    return pair[0] == pair[1]


def common(ours: Sequence[Hashable], others: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Find the longest common sequence row by row, where a whole row is one number (Hyyrö 2004)."""
    places: dict[Hashable, int] = {}
    for m, item in enumerate(others):
        places[item] = places.get(item, 0) | 1 << m
    row = all_set = (1 << len(others)) - 1
    rows = []
    for item in ours:
        met = row & places.get(item, 0)
        row = ((row + met) | (row - met)) & all_set
        rows.append(row)
    return [*reversed(list(backwards(rows, len(others))))]


def backwards(rows: Sequence[int], width: int) -> Iterator[tuple[int, int]]:
    """Walk from the end along the rows; a bit that is not set says that the sequence grows there."""
    n, m = len(rows) - 1, width - 1
    while n >= 0 and m >= 0:
        if rows[n] >> m & 1:
            m -= 1
        elif n and not rows[n - 1] >> m & 1:
            n -= 1
        else:
            yield n, m
            n, m = n - 1, m - 1
