"""Write the outline of a PDF (ISO 32000-1, 12.3.3): its bookmarks within one another, by their levels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Bookmark(NamedTuple):
    """`words` are its title and its place, as its object says them; levels count from 1, and some may be left out."""

    level: int
    words: bytes
    is_open: bool


@dataclass(slots=True)
class Item:
    """A bookmark at its place, or the outline itself; others are known by their numbers."""

    words: bytes
    is_open: bool
    above: int
    within: list[int] = field(default_factory=list)
    shown: int = 0
    """So many bookmarks are seen below it when it is open."""


def outline_of(bookmarks: Sequence[Bookmark], first: int) -> dict[int, bytes]:
    """The objects by their numbers, of which the outline's own comes last; none without bookmarks."""
    if not bookmarks:
        return {}
    items = nested(bookmarks, first)
    for item in reversed(items.values()):
        below = (items[number] for number in item.within)
        item.shown = sum(1 + each.shown * each.is_open for each in below)
    facts = {number: b"".join(facts_of(item)) for number, item in items.items()}
    for item in items.values():
        for one, other in zip(item.within, item.within[1:], strict=False):
            facts[one] += b"/Next %d 0 R" % other
            facts[other] += b"/Prev %d 0 R" % one
    return {number: b"<<%b>>" % facts[number] for number in sorted(facts)}


def nested(bookmarks: Sequence[Bookmark], first: int) -> dict[int, Item]:
    """The bookmarks within one another, behind the outline itself: each stands before what is within it."""
    own = first + len(bookmarks)
    items, open_items = {own: Item(b"/Type /Outlines", True, 0)}, [(0, own)]
    for number, (level, words, is_open) in enumerate(bookmarks, first):
        while open_items[-1][0] >= level:
            open_items.pop()
        above = open_items[-1][1]
        items[above].within.append(number)
        items[number] = Item(words, is_open, above)
        open_items.append((level, number))
    return items


def facts_of(item: Item) -> Iterator[bytes]:
    yield item.words
    if item.above:
        yield b"/Parent %d 0 R" % item.above
    if item.within:
        yield b"/First %d 0 R/Last %d 0 R" % (item.within[0], item.within[-1])
        yield b"/Count %d" % (item.shown if item.is_open else -item.shown)
