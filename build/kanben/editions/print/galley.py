"""A galley: one leaf that is set, and all that the book wants to know of it, as plain values."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kanben.book.page_map import PageStart
from kanben.editions.print.fit.table_ends import close_parts
from kanben.editions.print.glyphs import Strange
from kanben.editions.print.kept.letting_go import let_go
from kanben.editions.print.page_notes import NotesFound, number_notes_by_page
from kanben.editions.print.pieces.piece import Piece
from kanben.editions.print.starts import Reader
from kanben.editions.print.units import PX_PER_PT

INTERNAL = "internal"
FEW = 4
"""So few lines are not left to the last page of a part, where lines can be spared before."""
Wishes = tuple[Mapping[str, float], ...]
Draw = Callable[[Any, Collection[str]], Piece]
DocumentFor = Callable[["Galley", int], Any]
"""Gives a galley's document, its pages counted from a number on."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A trouble whose place is sought when it is told: that of the node with the id; without one it is the title's."""

    code: str
    id: str
    facts: tuple[tuple[str, Any], ...]


@dataclass(eq=False, slots=True)
class Galley:
    """One set leaf. `document` is WeasyPrint's, until it is drawn; its notes are numbered."""

    part: str
    """The id of its first part, where it has any."""

    document: Any
    anchors: tuple[tuple[str, ...], ...]
    """Of each page."""
    crowded: tuple[tuple[int, str], ...]
    """Pages, counted from 0, whose notes have no room, each with the id of its first note."""
    strays: tuple[str, ...]
    starts: tuple[PageStart | None, ...]
    """Without labels."""
    strange: tuple[Strange, ...]
    links: frozenset[str]
    """The names to which its pages lead."""
    metadata: Any
    left_over: float = 0
    """How high what its last page holds is, in px."""
    first: int = 1
    """The number that its first page had when it was set or drawn last."""
    is_numbered_later: bool = False
    """Whether any other number will do as well: it stands in the margins alone."""
    wishes: Wishes = ()
    """What layout wants otherwise for its figures and tables, as PrintPages has it."""
    faults: tuple[Fault, ...] = ()
    pictures: Mapping[str, bytes | None] = field(default_factory=dict)
    """What was looked at while it was set; None for what was not there."""
    html: str = ""
    sheets: tuple[str, ...] = ()
    """What it is made of: its HTML, and the names of its stylesheets."""
    piece: Piece | None = None
    astray: frozenset[str] = frozenset()
    """Those of its links that led nowhere when it was drawn."""

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self.anchors)

    def is_for(self, first: int) -> bool:
        """Whether its pages can be counted from this number without being set again."""
        return self.is_numbered_later or self.first == first

    def ends_on_few_lines(self, pitch: float) -> bool:
        """Whether it has a last page with hardly a line on it; each takes so many pt."""
        return self.count > 1 and self.left_over < (FEW + 0.5) * pitch * PX_PER_PT

    def drawn(self, draw: Draw, document_for: DocumentFor, places: Collection[str], first: int) -> Piece:
        """Its piece, its pages counted from `first`.

        It is drawn where it has none yet, or where it was drawn with other numbers, or other links of it led nowhere.
        """
        astray = self.links.difference(places)
        if self.piece is None or (astray, first) != (self.astray, self.first):
            self.piece = draw(document_for(self, first), astray)
            self.astray, self.first = astray, first
            self.let_go()
        return self.piece

    def let_go(self) -> None:
        """Leave its document, which is large."""
        if self.document is not None:
            let_go(self.document)
            self.document = None


def finished(pages: Sequence[Any]) -> NotesFound:
    """Rule the tables of laid out pages off, and number their notes."""
    close_parts(pages)
    return number_notes_by_page(pages)


def galley_of(document: Any, part: str, strange: tuple[Strange, ...]) -> Galley:
    """Finish a document's pages, and read them; `part` is the id of its first part."""
    found = finished(document.pages)
    reader = Reader(part)
    starts = [reader.read(page._page_box, "") if part else None for page in document.pages]
    links = frozenset(link[1] for page in document.pages for link in page.links if link[0] == INTERNAL)
    return Galley(
        part,
        document,
        tuple(tuple(page.anchors) for page in document.pages),
        tuple((crowded.page - 1, crowded.element_id) for crowded in found.crowded),
        found.strays,
        tuple(starts),
        strange,
        links,
        document.metadata,
        document.pages[-1]._page_box.children[0].children[0].height,
    )
