"""Find which words of a paragraph stayed, so that an editor reads whole words as changed and not single characters.

Characters are matched by difflib, whose longest runs are what people see as unchanged. A run too short to be more
than chance between two changes is taken into them, and where one character was replaced, its word was.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from kanben.composition.words import IN_WORD, word_penalties

LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f.%_'’-]")
MARK = re.compile(r"[^\w]")
CHANCE, SHORT = 1, 3
"""In characters: what stayed by chance; what stayed by chance where both neighbours are twice as long."""
STOPS = "。！？；，、：”）"
FARTHEST = 40
"""So many characters at most is a change moved, to begin behind a mark and to end with one."""
GROWTH = 3
"""So many characters at most does a change grow to the end of a word."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Where the old words `a` to `b` gave way to the new words `c` to `d`; positions count from 0."""

    a: int
    b: int
    c: int
    d: int

    @property
    def size(self) -> int:
        return max(self.b - self.a, self.d - self.c)


class Line:
    """One side of a comparison: its keys, and its letters, with \ufffc for what is no character."""

    def __init__(self, keys: Sequence[Hashable], letters: str, language: str) -> None:
        self.keys, self.letters = keys, letters
        self.ends = {0, len(letters)} | {
            at for at, cost in word_penalties(letters, language).items() if cost < IN_WORD or MARK.match(letters[at])
        }


def changes_between(old: Line, new: Line) -> list[Changed]:
    """The changes in order; between them all stayed as it was."""
    found = matched(old, new)
    found = without_chance(found, old)
    found = [slid(each, n, found, old, new) for n, each in enumerate(found)]
    return joined([grown(each, n, found, old, new) for n, each in enumerate(found)])


def matched(old: Line, new: Line) -> list[Changed]:
    """The changes by difflib; a Latin word or a number is one thing."""
    a, b = units(old), units(new)
    starts_a, starts_b = [*(at for at, _ in a), len(old.keys)], [*(at for at, _ in b), len(new.keys)]
    matcher = SequenceMatcher(None, [key for _, key in a], [key for _, key in b], autojunk=False)
    return [
        Changed(starts_a[i], starts_a[j], starts_b[k], starts_b[m])
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def units(line: Line) -> list[tuple[int, Hashable]]:
    """Each unit's first character, and what it is compared by."""
    found: list[tuple[int, Hashable]] = []
    at = 0
    for is_latin, run in groupby(line.letters, lambda letter: bool(LATIN.match(letter))):
        size = len(list(run))
        if is_latin:
            found.append((at, tuple(line.keys[at : at + size])))
        else:
            found += [(n, line.keys[n]) for n in range(at, at + size)]
        at += size
    return found


def without_chance(found: list[Changed], old: Line) -> list[Changed]:
    """Take runs that stayed by chance into the changes around them."""
    kept: list[Changed] = []
    for change in found:
        while kept and is_chance(kept[-1], change, old.letters[kept[-1].b : change.a]):
            before = kept.pop()
            change = Changed(before.a, change.b, before.c, change.d)
        kept.append(change)
    return kept


def is_chance(before: Changed, after: Changed, between: str) -> bool:
    """Whether what stayed between two changes says nothing; what is no character always does."""
    if "\ufffc" in between:
        return False
    if not between.strip() or len(between) <= CHANCE:
        return not MARK.fullmatch(between) or before.size + after.size > SHORT
    return len(between) <= SHORT and 2 * len(between) <= min(before.size, after.size)


def slid(change: Changed, n: int, found: list[Changed], old: Line, new: Line) -> Changed:
    """Words added or deleted where they might stand earlier or later as well: between sentences, else between words."""
    if change.a < change.b and change.c < change.d:
        return change
    line, start, end = (new, change.c, change.d) if change.a == change.b else (old, change.a, change.b)
    back = min(FARTHEST, change.a - (found[n - 1].b if n else 0))
    on = min(FARTHEST, (found[n + 1].a if n + 1 < len(found) else len(old.keys)) - change.b)
    places = [-step for step in reach(line.keys, start - 1, end - 1, -1, back)]
    places += [0, *reach(line.keys, start, end, 1, on)]
    by = max(places, key=lambda step: (rank(line, start + step, end + step), -abs(step)))
    return Changed(change.a + by, change.b + by, change.c + by, change.d + by)


def reach(keys: Sequence[Hashable], start: int, end: int, way: int, room: int) -> range:
    """The steps that a change may be moved by, for what it leaves is what it meets."""
    step = 0
    while step < room and keys[start + way * step] == keys[end + way * step]:
        step += 1
    return range(1, step + 1)


def rank(line: Line, start: int, end: int) -> int:
    """How well a change stands: from the end of a sentence to the next, from word to word, or within words."""
    before, last = line.letters[start - 1] if start else "。", line.letters[end - 1]
    return 3 * (before in STOPS and last in STOPS) + (start in line.ends) + (end in line.ends)


def grown(change: Changed, n: int, found: list[Changed], old: Line, new: Line) -> Changed:
    """A single character that was replaced, with the word that it is of; no more is taken in than stayed beside it."""
    if 1 not in (change.b - change.a, change.d - change.c) or change.a == change.b or change.c == change.d:
        return change
    before = change.a - (found[n - 1].b if n else 0)
    after = (found[n + 1].a if n + 1 < len(found) else len(old.keys)) - change.b
    back = steps(old, new, change.a, change.c, -1, before)
    on = steps(old, new, change.b, change.d, 1, after)
    return Changed(change.a - back, change.b + on, change.c - back, change.d + on)


def steps(old: Line, new: Line, a: int, c: int, way: int, room: int) -> int:
    """How far an edge goes to stand between words on both sides; nowhere where that is too far."""
    for step in range(min(room, GROWTH) + 1):
        passed = old.letters[min(a, a + way * step) : max(a, a + way * step)]
        if MARK.search(passed) or "\ufffc" in passed:
            break
        if a + way * step in old.ends and c + way * step in new.ends:
            return step
    return 0


def joined(found: list[Changed]) -> list[Changed]:
    """Changes that touch are one."""
    kept: list[Changed] = []
    for change in found:
        if kept and kept[-1].b >= change.a:
            before = kept.pop()
            change = Changed(before.a, max(before.b, change.b), before.c, max(before.d, change.d))
        kept.append(change)
    return kept
