"""Decide which works a style of notes may call the same as above.

A style tells 同上 and the short form by what was cited before. What was cited before is said here, so that it is right
wherever notes restart: no chapter knows of another, and 同上 follows only a note that cites that one work alone. Each
chapter names its works by names of its own (han2024@ch02), and a work of no one stands where 同上 must not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kanben.book.book import Repeated
from kanben.book.inlines import CiteItem
from kanben.place import Place

CiteItems = tuple[CiteItem, ...]
BETWEEN = (CiteItem("@between"),)
"""Cited where the next work must not be called the same as above."""
NO_ONE = {"id": "@between", "type": "document", "title": "—"}


@dataclass(frozen=True, slots=True)
class Found:
    """A citation of known works where it stands: its part, the label of its section, and its note, counted by part."""

    works: CiteItems
    part: str
    label: str
    in_note: bool
    note: int
    place: Place


def key_of(name: str) -> str:
    """The key of a work that was asked for by another name."""
    return name.partition("@")[0]


def with_repeats(found: Sequence[Found], repeated: Repeated) -> list[list[CiteItems]]:
    """What is asked for each citation of a style of notes."""
    if repeated == "full":
        return named_anew(found)
    alone = Counter((find.part, find.note) for find in found)
    asked: list[list[CiteItems]] = []
    last: Found | None = None
    for find in found:
        works = tuple(replace(item, key=f"{item.key}@{find.part}") for item in find.works)
        if not works:
            asked.append([])
            continue
        follows = last is not None and repeated == "ibid" and may_follow(find, last, alone[last.part, last.note])
        asked.append([works] if follows else [BETWEEN, works])
        last = find
    return asked


def may_follow(find: Found, last: Found, cites_in_last_note: int) -> bool:
    """Tell whether a citation stands in the same note as the last, or in the next, and that note cites once."""
    if find.part != last.part:
        return False
    return find.note == last.note or (find.note == last.note + 1 and cites_in_last_note == 1)


def named_anew(found: Sequence[Found]) -> list[list[CiteItems]]:
    """Each citation of a work by another name: then the style writes each in full."""
    times: Counter[str] = Counter()

    def anew(item: CiteItem) -> CiteItem:
        times[item.key] += 1
        return replace(item, key=f"{item.key}@{times[item.key]}") if times[item.key] > 1 else item

    return [[tuple(anew(item) for item in find.works)] if find.works else [] for find in found]
