"""Align two sequences of blocks: first what is equal and stands once in each (patience), then what is alike between.

Between two anchors the pairing is the one of greatest likeness in all that keeps the order (Needleman and Wunsch).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeVar

Piece = TypeVar("Piece")
Pair = tuple[Piece | None, Piece | None]
"""What stood there, and what stands there now."""
Likeness = Callable[[Piece, Piece], float]
LARGEST = 40_000
"""Of so many pairs, at most, the likeness is asked between two anchors."""


def aligned(
    old: Sequence[Piece], new: Sequence[Piece], key: Callable[[Piece], Hashable], likeness: Likeness[Piece]
) -> list[Pair[Piece]]:
    """Pair the pieces in order; in a gap what is gone comes before what is new. A likeness of 0 is no pair."""
    a, b = [key(piece) for piece in old], [key(piece) for piece in new]
    anchors = [(-1, -1), *patient(a, b), (len(old), len(new))]
    found: list[Pair[Piece]] = []
    for (i, j), (m, n) in pairwise(anchors):
        if i >= 0:
            found.append((old[i], new[j]))
        between = gap(old[i + 1 : m], new[j + 1 : n], a[i + 1 : m], b[j + 1 : n], likeness)
        found += between
    return found


def patient(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where keys that stand once on both sides match, as many as keep their order."""
    counts_a, counts_b = Counter(a), Counter(b)
    there = {key: n for n, key in enumerate(b) if counts_b[key] == 1}
    return increasing([(n, there[key]) for n, key in enumerate(a) if counts_a[key] == 1 and key in there])


def increasing(matches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of matches whose second places grow; the first ones do so already."""
    tails: list[int] = []
    chains: list[tuple[int, int]] = []  # the match at each length's end, and the one before it, by their numbers
    ends: list[int] = []
    for n, (_, place) in enumerate(matches):
        length = bisect_left(tails, place)
        chains.append((n, ends[length - 1] if length else -1))
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [n]
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(matches[at])
        at = chains[at][1]
    return found[::-1]


def gap(
    old: Sequence[Piece],
    new: Sequence[Piece],
    a: Sequence[Hashable],
    b: Sequence[Hashable],
    likeness: Likeness[Piece],
) -> list[Pair[Piece]]:
    """Pair what stands between two anchors; where that is too much, only what is equal, and the small gaps between."""
    if len(old) * len(new) <= LARGEST:
        return alike(old, new, likeness)
    found: list[Pair[Piece]] = []
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    for tag, i, j, m, n in matcher.get_opcodes():
        if tag == "equal":
            found += zip(old[i:j], new[m:n], strict=True)
        elif (j - i) * (n - m) <= LARGEST:
            between = alike(old[i:j], new[m:n], likeness)
            found += between
        else:
            found += apart(old[i:j], new[m:n])
    return found


def apart(old: Sequence[Piece], new: Sequence[Piece]) -> list[Pair[Piece]]:
    return [*((piece, None) for piece in old), *((None, piece) for piece in new)]


def alike(old: Sequence[Piece], new: Sequence[Piece], likeness: Likeness[Piece]) -> list[Pair[Piece]]:
    """The pairs of the greatest likeness in all."""
    if not old or not new:
        return apart(old, new)
    scores = [[likeness(before, after) for after in new] for before in old]
    best = sums(scores)
    found: list[Pair[Piece]] = []
    i = j = 0
    gone: list[Piece] = []
    fresh: list[Piece] = []
    while i < len(old) and j < len(new):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found += [*apart(gone, fresh), (old[i], new[j])]
            gone, fresh, i, j = [], [], i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            gone.append(old[i])
            i += 1
        else:
            fresh.append(new[j])
            j += 1
    return [*found, *apart([*gone, *old[i:]], [*fresh, *new[j:]])]


def sums(scores: list[list[float]]) -> list[list[float]]:
    """The greatest likeness of what is left, from each pair of places on."""
    height, width = len(scores), len(scores[0])
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in reversed(range(height)):
        for j in reversed(range(width)):
            paired = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return best
