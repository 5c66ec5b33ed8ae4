"""What a finished edition says, in an order and a form that all editions share."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kanben.place import Place

PRINT = "PDF"
Kind = Literal["heading", "text", "note", "picture", "formula", "mark", "title", "leaf"]
ADDED = re.compile(r"[①-⑳㉑-㉟㊱-㊿§‐-]|（第[0-9ivxlc]+[页頁]）|[\x00-\x1f\ufffe]")
LEAD, BEFORE, PIECES = 12, 6, 40
"""Letters by which a place is known, and those before a call; of how many pieces they are taken."""
MADE = re.compile(r"^(?:见于|又称|見於|又稱)：?|[见見]第[0-9ivxlc、–—-]+[页頁]$")
"""What each edition says in its own way: where a word is used."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a piece of the flow, a note, or words of a picture or formula; `page` counts those of a PDF, else 0.

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
    """A link by its words and by what it leads to: an address, else ids of the book and the words that stand there.

    Of a note's call the words are those before it: its number print counts by page. What nobody can tell is empty.
    """

    words: str
    place: Place
    page: int = 0
    is_call: bool = False
    in_note: bool = False
    address: str = ""
    targets: frozenset[str] = frozenset()
    lead: str = ""
    onto: int = 0
    """The page of a PDF to which it leads."""
    level: int = 0
    """Of an entry of the contents, from 1."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What an edition states of its publication; one that is aside repeats some of it for somebody else."""

    name: str
    words: str
    place: Place
    aside: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """An edition: its passages and links in reading order; `aside` are headings of what is not compared.

    `marks` say of what it is built: levels of headings, items, cells, emphasis, pages, pictures, each with its words.
    `leaf` is what stands on its title leaf, `contents` are the entries of its contents, or bookmarks, by their lists.
    """

    edition: str
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]
    aside: frozenset[str] = frozenset()
    marks: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()
    leaf: tuple[Passage, ...] = ()
    contents: tuple[tuple[Link, ...], ...] = ()
    ways: tuple[Link, ...] = ()
    """The links of the contents that a PDF prints."""
    pages: tuple[Link, ...] = ()
    """The pages of print by their labels, each with the words at which it begins; of a PDF those that have a label."""

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


def lead_of(words: Sequence[str], begin: int = 0) -> str:
    """The first letters from a piece on, by which a place is known again."""
    found = ""
    for said in words[begin : begin + PIECES]:
        found += said
        if len(bare(found)) >= 2 * LEAD:  # what an edition adds may be in several pieces
            break
    return bare(found)[:LEAD]


def words_before(words: Sequence[str]) -> str:
    """The last letters before a note's call."""
    found = ""
    for said in reversed(words[-PIECES:]):
        found = bare(said) + found
        if len(found) >= BEFORE:
            break
    return found[-BEFORE:]


def as_typed(words: str) -> str:
    """The same without the words that each edition adds in its own way; nothing where only marks are left."""
    found = MADE.sub("", MADE.sub("", plain(words)))
    return found if found.strip("：、，；") else ""


def united(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Make one passage of the pieces of each note: one may have paragraphs, or go on at the foot of the next page."""
    found: list[Passage] = []
    pieces: list[str] = []
    last = -1
    for passage in (*passages, None):
        if passage and passage.note and last >= 0 and found[last].note == passage.note:
            pieces.append(passage.words)
            continue
        if last >= 0 and (passage is None or passage.note):
            found[last] = replace(found[last], words="".join(pieces))
        if passage and passage.note:
            last, pieces = len(found), [passage.words]
        found += [passage] if passage else []
    return tuple(found)
