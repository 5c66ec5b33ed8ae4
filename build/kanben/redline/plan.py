"""Pair the parts of two books, the blocks of each, and what moved from one place of the book to another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kanben.book.book import Part
from kanben.redline.likeness import Profiles
from kanben.redline.sequences import Pair, aligned
from kanben.redline.twins import Twin

Pairs = list[Pair[Twin]]
At = tuple[int, int]
"""The number of a part, and of a pair of blocks in it."""
Placed = list[tuple[At, Twin]]
SHARED = 0.3
"""So much of its blocks has a chapter in common with itself, at least, whatever its file is called."""
WORDS_MOVED, WORDS_MOVED_EDITED, LIKE_MOVED = 8, 20, 0.8
"""In characters: what is long enough to be known again elsewhere as it is, or edited and so much alike."""
MOST_ASKED = 250_000
"""Of so many pairs of blocks at most it is asked whether the one is the other, edited."""


@dataclass(frozen=True, slots=True, eq=False)
class PartPlan:
    """A part then and now, with its blocks paired; one of the two may be missing."""

    old: Twin | None
    new: Twin | None
    pairs: Pairs


@dataclass
class Plan:
    """All that is known before anything is marked; `moves` has the other end and the name of each move, by twin."""

    parts: list[PartPlan]
    profiles: Profiles
    moves: dict[int, tuple[Twin, str]] = field(default_factory=dict)


def plan_of(old: Sequence[Twin], new: Sequence[Twin]) -> Plan:
    profiles = Profiles()
    parts = [PartPlan(before, after, pairs_of(before, after, profiles)) for before, after in part_pairs(old, new)]
    plan = Plan(parts, profiles)
    find_moves(plan)
    return plan


def pairs_of(old: Twin | None, new: Twin | None, profiles: Profiles) -> Pairs:
    """The blocks of a part, paired."""
    before = old.inner("blocks").each() if old else []
    after = new.inner("blocks").each() if new else []
    return aligned(before, after, lambda twin: twin.typed, profiles.likeness)


# ---- parts ---------------------------------------------------------------------------------------------------


def part_pairs(old: Sequence[Twin], new: Sequence[Twin]) -> list[Pair[Twin]]:
    """Each part now with what it was, in the order of now; what is gone stands behind the part that it followed."""
    was = dict(matched_parts(old, new))
    found: list[Pair[Twin]] = [(old[was[n]] if n in was else None, twin) for n, twin in enumerate(new)]
    for n, twin in enumerate(old):
        if n not in was.values():
            before = old[n - 1] if n else None
            found.insert(
                next((at + 1 for at, pair in enumerate(found) if pair[0] is before and before), 0), (twin, None)
            )
    return found


def matched_parts(old: Sequence[Twin], new: Sequence[Twin]) -> Iterator[tuple[int, int]]:
    """New and old numbers of parts that are one: by their blocks, the most alike first, else by file or kind."""
    shares = [
        (shared(before.typed, after.typed), -n, -k) for k, after in enumerate(new) for n, before in enumerate(old)
    ]
    by_blocks = [(-k, -n) for share, n, k in sorted(shares, reverse=True) if share >= SHARED]
    by_name = [
        (k, n) for k, after in enumerate(new) for n, before in enumerate(old) if name_of(before) == name_of(after)
    ]
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    for k, n in (*by_blocks, *by_name):
        if k not in taken_new and n not in taken_old:
            taken_new.add(k)
            taken_old.add(n)
            yield k, n


def shared(old: Part, new: Part) -> float:
    """How much of two parts is the same, heading and blocks."""
    if old.kind != new.kind:
        return 0.0
    a, b = {old.heading, *old.blocks}, {new.heading, *new.blocks}
    return 2 * len(a & b) / (len(a) + len(b))


def name_of(twin: Twin) -> tuple[str, str]:
    """The kind of a part that there is but once, else its file."""
    part = twin.made
    return part.kind, part.place.file if part.kind in ("chapter", "other") else ""


# ---- moves ---------------------------------------------------------------------------------------------------


def find_moves(plan: Plan) -> None:
    """Pair what is gone in one place with what is new in another, if it is the same or nearly so."""
    gone = [(at, pair[0]) for at, pair in places(plan) if pair[0] and not pair[1]]
    fresh = [(at, pair[1]) for at, pair in places(plan) if pair[1] and not pair[0]]
    found = same_again(plan.profiles, gone, fresh)
    taken = {at for move in found for at in move}
    gone = [each for each in gone if each[0] not in taken]
    fresh = [each for each in fresh if each[0] not in taken]
    if len(gone) * len(fresh) <= MOST_ASKED:
        found += nearly_again(plan.profiles, gone, fresh)
    name_moves(plan, sorted(found, key=lambda move: move[1]))


def places(plan: Plan) -> Iterator[tuple[At, Pair[Twin]]]:
    for n, part in enumerate(plan.parts):
        for k, pair in enumerate(part.pairs):
            yield (n, k), pair


def same_again(profiles: Profiles, gone: Placed, fresh: Placed) -> list[tuple[At, At]]:
    """Old and new places of blocks that are equal, in the order of the old ones."""
    there: dict[object, list[At]] = {}
    for at, old in gone:
        if len(profiles.text(old.typed)) >= WORDS_MOVED:
            there.setdefault(old.typed, []).append(at)
    return [(there[new.typed].pop(0), at) for at, new in fresh if there.get(new.typed)]


def nearly_again(profiles: Profiles, gone: Placed, fresh: Placed) -> list[tuple[At, At]]:
    """Old and new places of blocks that are nearly equal, each new one with the most alike."""
    found: list[tuple[At, At]] = []
    left = dict(gone)
    for at, new in fresh:
        scores = [(profiles.likeness(old, new), here) for here, old in left.items()]
        best, here = max(scores, default=(0.0, at), key=lambda score: score[0])
        if best >= LIKE_MOVED and len(profiles.text(new.typed)) >= WORDS_MOVED_EDITED:
            found.append((here, at))
            del left[here]
    return found


def name_moves(plan: Plan, found: list[tuple[At, At]]) -> None:
    """Blocks that moved together, one after the other, are one move."""
    pairs = dict(places(plan))
    number, last = 0, ((-1, -1), (-1, -1))
    for here, there in found:
        (part, at), (other_part, other_at) = last
        number += (here, there) != ((part, at + 1), (other_part, other_at + 1))
        last = here, there
        old, new = pairs[here][0], pairs[there][1]
        assert old and new
        plan.moves[id(old)] = new, f"move-{number}"
        plan.moves[id(new)] = old, f"move-{number}"
