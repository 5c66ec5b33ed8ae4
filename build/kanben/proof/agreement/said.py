"""What a finished edition says, in an order and a form that all editions share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kanben.place import Place

Kind = Literal["heading", "text", "note", "picture"]
ADDED = re.compile(r"[①-⑳㉑-㉟㊱-㊿§‐-]|（第[0-9ivxlc]+[页頁]）|[\x00-\x1f\ufffe]")
MADE = re.compile(r"^(?:见于|又称|見於|又稱)：?|[见見]第[0-9ivxlc、–—-]+[页頁]$")
"""What each edition says in its own way: where a word is used."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a piece of the flow, a note, or a picture's words; `page` counts a PDF's pages from 1, else 0.

    `words` are without white space, and without note calls.
    """

    kind: Kind
    words: str
    place: Place
    page: int = 0
    note: str = ""
    """The id of a note, whose pieces belong together."""
    floats: bool = False
    """Whether it is a table's or a caption, which print may set behind the text that follows."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link by its words and by what it leads to: an id of the book, or an address; unknown in a PDF."""

    words: str
    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Said:
    """An edition: its passages and links in reading order."""

    edition: str
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]

    def of(self, kind: Kind) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.passages if passage.kind == kind)


def squeeze(words: str) -> str:
    """Take white space off, and what no reader sees."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff]+", "", words)


def plain(words: str) -> str:
    """The same without what an edition adds: note calls, which print counts by page, and pages of what is referred to.

    Hyphens go too: print may have put one at a line's end, and a reader of PDFs takes those for none.
    """
    return ADDED.sub("", squeeze(words))


def bare(words: str) -> str:
    """Letters and figures alone: of a table in a picture's description each edition writes the joints otherwise."""
    return "".join(filter(str.isalnum, plain(words)))


def as_typed(words: str) -> str:
    """The same without the words that each edition adds in its own way; nothing where only marks are left."""
    found = MADE.sub("", MADE.sub("", plain(words)))
    return found if found.strip("：、，；") else ""


def united(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Make one passage of the pieces of each note: one may have paragraphs, or go on at the foot of the next page."""
    found: list[Passage] = []
    for passage in passages:
        last = next((each for each in reversed(found) if each.kind == "note"), None) if passage.note else None
        if last and last.note == passage.note:
            found[found.index(last)] = replace(last, words=last.words + passage.words)
        else:
            found.append(passage)
    return tuple(found)
