"""A piece: what one leaf puts into the PDF, as plain data that can be kept, sent and written at any place of it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["here", "book", "key", "shared"]
"""What a gap waits for: the number of another object of the piece (counted from 0), of an object of the book (one of
those below), a key of the book's parent tree (counted from 0), or the number of a stream that pieces share."""
PAGES, CATALOG, FONTS, STRUCTURE, DOCUMENT = range(1, 6)
"""The numbers of the book's own objects that pieces refer to."""


class Gap(NamedTuple):
    kind: Kind
    number: int


class Text(NamedTuple):
    """The bytes of an object, with `%d` in each gap."""

    pattern: bytes
    gaps: tuple[Gap, ...]


class Stream(NamedTuple):
    """A stream's dictionary, and its data as they stand in the file."""

    text: Text
    data: bytes


class Shared(NamedTuple):
    """A picture or a profile, by the digest of all that it is; other pieces may have the same."""

    digest: str
    stream: Stream


@dataclass(frozen=True, slots=True)
class Branch:
    """A piece's branch of the structure tree, by the numbers of objects; empty where nothing is tagged."""

    tops: tuple[int, ...] = ()
    pages: tuple[tuple[int | None, ...], ...] = ()
    """Of each page: the owner of each piece of marked content, None where nothing owns it."""
    annotations: tuple[int, ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Used:
    """A font's glyphs in a piece: their widths, and the text that each stands for."""

    font: int
    """Pango's hash of its description."""
    size: float
    ascent: int
    descent: int
    widths: dict[int, int]
    letters: dict[int, str]
    missing: dict[int, int]


class Spot(NamedTuple):
    """A named place on one of a piece's pages."""

    name: str
    page: int
    place: bytes
    """As a destination says it: `/XYZ 56.7 412.25 0`."""


class PageFacts(NamedTuple):
    """What the outline needs of a page: its height (px), its bookmarks as WeasyPrint gathers them."""

    height: float
    bookmarks: tuple[tuple[int, str, tuple[float, float], str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    objects: tuple[Text, ...]
    streams: tuple[Stream, ...]
    """They have the numbers after those of the objects."""
    shared: tuple[Shared, ...]
    sheets: tuple[int, ...]
    """The numbers of its pages."""
    branch: Branch
    fonts: tuple[Used, ...]
    spots: tuple[Spot, ...]
    pages: tuple[PageFacts, ...]

    @property
    def keys(self) -> int:
        """How many keys of the parent tree it takes."""
        return len(self.branch.pages) + len(self.branch.annotations)
