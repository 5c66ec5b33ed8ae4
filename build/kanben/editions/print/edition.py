"""Make the print edition: set the leaves, the contents last, tell where the pages begin, then write one PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import weasyprint

from kanben.book.book import Book, Part
from kanben.book.page_map import PageMap, PageStart
from kanben.book.walk import walk
from kanben.editions.print import composer
from kanben.editions.print.composer.swift import spared, uncollected
from kanben.editions.print.folios import Folio, Style
from kanben.editions.print.laid_out import LaidOut
from kanben.editions.print.layout import Layout, listening
from kanben.editions.print.page_notes import number_notes_by_page
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.pdf import write_pdf
from kanben.editions.print.starts import Reader
from kanben.place import Place
from kanben.trouble import Trouble, trouble


@dataclass(frozen=True, slots=True)
class Leaf:
    """One laid out document of the book; `first` is its first page's number."""

    part: str
    document: Any
    style: Style
    first: int

    @property
    def folios(self) -> list[Folio]:
        return [Folio(self.first + n, self.style) for n in range(len(self.document.pages))]

    @property
    def after(self) -> int:
        """The number of the next recto."""
        return self.first + len(self.document.pages) + len(self.document.pages) % 2


def print_edition(book: Book, own: Path | None = None) -> Iterator[LaidOut | bytes]:
    """Lay the book out and yield what the other editions need of it, then write its PDF and yield that.

    Every part begins on a recto; what is missing becomes a blank verso.
    """
    troubles: list[Trouble] = []
    with listening(troubles.append), composer.composed() as composing, spared(), uncollected():
        if not composing:
            tested = next(iter(composer.CHECKED))
            here = weasyprint.__version__
            troubles.append(trouble("untested-weasyprint", Place("title.yaml"), version=here, tested=tested))
        setting = Setting(book, own, troubles)
        leaves = setting.leaves()
        pages, folios = setting.assemble(leaves)
        starts = tuple(start for leaf in leaves for start in setting.starts(leaf))
        yield LaidOut(PageMap(dict(setting.labels), starts, len(pages)), tuple(dict.fromkeys(troubles)))
        yield write_pdf([leaf.document for leaf in leaves], pages, folios, book.settings.variant)


class Setting:
    """Sets one book's leaves; holds what later leaves need of the earlier ones: the folio of every id."""

    def __init__(self, book: Book, own: Path | None, troubles: list[Trouble]) -> None:
        self.book, self.troubles = book, troubles
        self.labels: dict[str, str] = {}
        self.pages = PrintPages(book, own, self.labels)
        self.layout = Layout(self.pages)

    def leaves(self) -> list[Leaf]:
        """All leaves in order; the contents are set last, when every folio is known."""
        front, main = list(self.front()), list(self.main())
        return [*front, self.contents(front[-1].after), *main]

    def front(self) -> Iterator[Leaf]:
        """The title leaf and the front parts, counted in roman figures."""
        leaf = self.finish(Leaf("", self.layout.set(self.pages.title_leaf(), "bare.css"), "r", 1))
        yield leaf
        for part in self.book.parts:
            if part.matter == "front":
                leaf = self.part(part, "r", leaf.after)
                yield leaf

    def main(self) -> Iterator[Leaf]:
        """Body and back, counted from 1."""
        first = 1
        for part in self.book.parts:
            if part.matter != "front":
                leaf = self.part(part, "D", first)
                first = leaf.after
                yield leaf

    def part(self, part: Part, style: Style, first: int) -> Leaf:
        extra = ("front.css",) if style == "r" else ()
        return self.finish(Leaf(part.id, self.layout.set(self.pages.part(part, first), *extra), style, first))

    def contents(self, first: int) -> Leaf:
        """The table of contents, laid out when every folio is known."""
        return self.finish(Leaf("", self.layout.set(self.pages.contents(first), "front.css"), "r", first))

    def finish(self, leaf: Leaf) -> Leaf:
        """Number the leaf's notes, and remember the folios of its ids."""
        found = number_notes_by_page(leaf.document.pages)
        for note in found.long_notes:
            page = leaf.folios[note.page - 1]
            self.troubles.append(
                trouble("note-longer-than-page", self.place(note.element_id), page=page, note=note.opening)
            )
        for page, folio in zip(leaf.document.pages, leaf.folios, strict=True):
            self.labels.update(dict.fromkeys(page.anchors, str(folio)))
        return leaf

    def place(self, node_id: str) -> Place:
        """Where an id's node stands in the source."""
        return next((node.place for node in walk(self.book) if getattr(node, "id", "") == node_id), self.book.place)

    def starts(self, leaf: Leaf) -> Iterator[PageStart]:
        if not leaf.part:
            return
        reader = Reader(leaf.part)
        for page, folio in zip(leaf.document.pages, leaf.folios, strict=True):
            if start := reader.read(page._page_box, str(folio)):
                yield start

    def assemble(self, leaves: list[Leaf]) -> tuple[list[Any], list[Folio]]:
        """All pages and their folios, with a blank verso wherever a part ends on a recto."""
        blank = self.layout.set(self.pages.blank(), "bare.css").pages[0]
        pages: list[Any] = []
        folios: list[Folio] = []
        for leaf in leaves:
            pages += leaf.document.pages
            folios += leaf.folios
            if len(leaf.document.pages) % 2 and leaf is not leaves[-1]:
                pages.append(blank)
                folios.append(Folio(leaf.after - 1, leaf.style))
        return pages, folios
