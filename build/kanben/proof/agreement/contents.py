"""Find where the contents of editions are not the same: their lists on screens, the bookmarks of a PDF."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product, zip_longest

from kanben.place import Place
from kanben.proof.agreement.compare import Difference
from kanben.proof.agreement.leading import goal, leads_alike
from kanben.proof.agreement.pairing import paired
from kanben.proof.agreement.said import PRINT, Link, Said, bare


def other_contents(here: Said, there: Said) -> Iterator[Difference]:
    """Lay each list of one beside those of the other; the first of each is whole. Tell all once."""
    told: set[tuple[str, str, str]] = set()
    for (n, ours), (m, others) in product(enumerate(listed(here, there)), enumerate(listed(there, here))):
        pair = (within(ours, others), within(others, ours)) if n or m else (ours, others)
        for difference in other_entries(*pair):
            told_as = (difference.kind, difference.words, dict(difference.more).get("level", ""))
            if told_as not in told:
                told.add(told_as)
                yield difference


def listed(said: Said, other: Said) -> Sequence[Sequence[Link]]:
    """Give the lists; print has bookmarks of headings, too, that the other has but does not list."""
    if said.edition != PRINT or not other.contents:
        return said.contents
    heads = {bare(head) for head in (*other.aside, *(passage.words for passage in other.of("heading")))}
    unlisted = heads - {bare(entry.words) for entry in other.contents[0]}
    return [[entry for entry in entries if bare(entry.words) not in unlisted] for entries in said.contents]


def within(entries: Sequence[Link], others: Sequence[Link]) -> Sequence[Link]:
    """Give the first level, and more of those that the others open as well: a list beside a page opens its own part."""
    opened = {bare(above.words) for above, below in pairwise(others) if above.level == 1 < below.level}
    deepest = max((entry.level for entry in others), default=0)
    found, above = [], ""
    for entry in entries:
        above = bare(entry.words) if entry.level == 1 else above
        found += [entry] if entry.level == 1 or (above in opened and entry.level <= deepest) else []
    return found


def other_entries(ours: Sequence[Link], others: Sequence[Link]) -> Iterator[Difference]:
    pairs = paired([key(entry) for entry in ours], [key(entry) for entry in others])
    for (at, other_at), (to, other_to) in pairwise(((-1, -1), *pairs, (len(ours), len(others)))):
        for n, m in zip_longest(range(at + 1, to), range(other_at + 1, other_to)):
            if n is not None:
                yield unlike(ours[n], others[m] if m is not None else None, others)
    for n, m in pairs:
        if not leads_alike(ours[n], others[m]):
            yield Difference("link", ours[n], ours[n].words, goal(others[m]), more=(("goal", goal(ours[n])),))


def key(entry: Link) -> tuple[int, str]:
    return entry.level, bare(entry.words)


def unlike(entry: Link, other: Link | None, others: Sequence[Link]) -> Difference:
    at = other.place if other else Place(others[0].place.file)
    levels = (("level", str(entry.level)), ("other_level", str(other.level if other else 0)), ("at", str(at)))
    return Difference("entry", entry, entry.words, other.words if other else "", more=levels)
