"""Set a book's leaves one after the other, the contents last, and keep the folio of every id."""

from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from kanben.book.book import Book, Part
from kanben.book.inlines import CrossReference
from kanben.book.page_map import PageStart
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.editions.print.figure_fit import smaller_pictures
from kanben.editions.print.folios import Folio, Style
from kanben.editions.print.houses import HOUSES
from kanben.editions.print.layout import Layout
from kanben.editions.print.leaf import Leaf
from kanben.editions.print.page_notes import number_notes_by_page
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.starts import Reader
from kanben.editions.print.table_ends import close_parts
from kanben.editions.print.table_fit import SMALLEST, wide_tables
from kanben.editions.print.turned_places import paragraphs_before
from kanben.place import Place
from kanben.trouble import Tell, trouble

COVER, BACK_COVER = ("封面", "封二"), ("封三", "封底")
"""What the pages of the covers are called; they have no number."""


ROUNDS = 6
"""So often is a part set again for its figures, and for its turned tables."""
LAYOUTS = 4
"""So often are parts set in all until the folios that they print are those of the pages."""


def behind_the_contents(front: list[Part]) -> tuple[list[Part], list[Part]]:
    """The front parts, and apart from them the lists of figures and tables at their end: they follow the contents."""
    lists = list(takewhile(lambda part: part.kind in ("figures", "tables"), reversed(front)))
    return front[: len(front) - len(lists)], lists[::-1]


class Setting:
    """Sets one book's leaves; holds what later leaves need of the earlier ones: the folio of every id."""

    def __init__(self, book: Book, own: Path | None, composing: bool, tell: Tell) -> None:
        self.book, self.tell = book, tell
        self.sheets = ("style.css",) if composing else ("style.css", "ragged.css")
        self.labels: dict[str, str] = {}
        self.pages = PrintPages(book, own, self.labels)
        self.layout = Layout(self.pages)
        self.house = HOUSES[book.settings.theme]

    def leaves(self) -> list[Leaf]:
        """All leaves in order; the contents are set last, when every folio is known."""
        if self.house.runs_on:
            return self.settled(self.running)
        title = list(self.title_leaves())
        front, lists = behind_the_contents([part for part in self.book.parts if part.matter == "front"])
        main = [part for part in self.book.parts if part.matter != "front"]
        parts = self.settled(
            lambda old: [*self.parts(front, "r", title[-1].after, old), *self.parts(main, "D", 1, old)]
        )
        before = [*title, *parts[: len(front)]]
        leaves = [*before, *self.contents_and_lists(before[-1].after, lists), *parts[len(front) :]]
        if self.book.settings.cover:
            return [self.cover("cover", COVER), *leaves, self.cover("back-cover", BACK_COVER)]
        return leaves

    def contents_and_lists(self, first: int, lists: list[Part]) -> list[Leaf]:
        """The contents and what follows them; with lists the contents are set twice, for they name their folios."""
        contents = self.contents(first)
        if not lists:
            return [contents]
        listed = self.settled(lambda old: list(self.parts(lists, "r", contents.after, old)))
        return [self.contents(first), *listed]

    def settled(self, setting: Callable[[list[Leaf]], list[Leaf]]) -> list[Leaf]:
        """Set leaves, and those again whose printed folios have moved: in an index, or where a page is referred to.

        `setting` is given the leaves as they were, and gives back those that are still right.
        """
        leaves: list[Leaf] = []
        for _ in range(LAYOUTS):
            before, leaves = leaves, setting(leaves)
            if leaves == before:
                return leaves
        for leaf in leaves:
            if self.pages.is_outdated(leaf.part):
                part = next(part for part in self.book.parts if part.id == leaf.part)
                self.tell(trouble("folios-move", part.place, part=text_of(part.heading), rounds=LAYOUTS))
        return leaves

    def running(self, old: list[Leaf]) -> list[Leaf]:
        """All parts as one leaf."""
        first = self.book.parts[0].id
        if old and not self.pages.is_outdated(first):
            return old
        document = self.set_tables_in(lambda: self.pages.running(self.book.parts, 1))
        return [self.finish(Leaf(first, document, "D", 1))]

    def title_leaves(self) -> Iterator[Leaf]:
        """The half-title and the title leaf, counted in roman figures as are the front parts."""
        first = 1
        for name in ("half-title", "title") if self.book.settings.half_title else ("title",):
            leaf = self.bare(name, first)
            first = leaf.after
            yield leaf

    def parts(self, parts: list[Part], style: Style, first: int, old: list[Leaf]) -> Iterator[Leaf]:
        """Parts one after the other from a page on, those as they were that need no new layout."""
        known = {leaf.part: leaf for leaf in old}
        for part in parts:
            leaf = known.get(part.id)
            if leaf is None or leaf.first != first or self.pages.is_outdated(part.id):
                leaf = self.part(part, style, first)
            first = leaf.after
            yield leaf

    def part(self, part: Part, style: Style, first: int) -> Leaf:
        """A part; where a figure leaves a hole that it nearly fits, it is set again with a smaller one."""
        extra = ("front.css",) if style == "r" else ()
        document = self.set_tables_in(lambda: self.pages.part(part, first), *extra)
        document = self.let_turned_wait(document, lambda: self.pages.part(part, first), *extra)
        for _ in range(ROUNDS):
            smaller = dict(smaller_pictures(document.pages, self.layout.trim))
            if smaller.keys() <= self.pages.heights.keys():
                break
            self.pages.heights.update(list(smaller.items())[:1])  # what follows it moves
            document = self.set(self.pages.part(part, first), *extra)
        return self.finish(Leaf(part.id, document, style, first))

    def set_tables_in(self, html: Callable[[], str], *more: str) -> Any:
        """A document whose tables fit the type area: it is set again with those that are too wide in smaller type."""
        document = self.set(html(), *more)
        wide = {table.id: table for table in wide_tables(document.pages) if table.id not in self.pages.sizes}
        for table in wide.values():
            size = self.pages.sizes[table.id] = max(table.size, SMALLEST)
            code = "small-table" if table.is_legible else "cut-table"
            self.tell(trouble(code, self.place(table.id), size=f"{size:g}"))
        return self.set(html(), *more) if wide else document

    def let_turned_wait(self, document: Any, html: Callable[[], str], *more: str) -> Any:
        """A document in which text that fits before a turned table stands there: it is set again for each of them."""
        for _ in range(ROUNDS):
            found = paragraphs_before(document.pages, self.layout.trim)
            first = next((each for each in found if each[0] not in self.pages.late), None)
            if first is None:
                break
            self.pages.late.update([first])  # what follows it moves
            document = self.set(html(), *more)
        return document

    def bare(self, name: str, first: int) -> Leaf:
        """A leaf without heads and folios."""
        return self.finish(Leaf("", self.set(self.pages.leaf(name, first), "bare.css"), "r", first))

    def cover(self, name: str, names: tuple[str, ...]) -> Leaf:
        return self.finish(Leaf("", self.set(self.pages.leaf(name), "cover.css"), "", 1, names))

    def contents(self, first: int) -> Leaf:
        """The table of contents, laid out when every folio is known; set closer where that spares a page."""
        html = self.pages.leaf("contents", first)
        document = self.set(html, "front.css")
        if len(document.pages) in (2, 3):
            closer = [self.set(html, "front.css", *sheets) for sheets in (("tight.css",), ("tight.css", "tighter.css"))]
            document = min(document, *closer, key=lambda each: len(each.pages))  # the first of those
        return self.finish(Leaf("", document, "r", first))

    def set(self, html: str, *more: str) -> Any:
        return self.layout.set(html, *self.sheets, *more)

    def finish(self, leaf: Leaf) -> Leaf:
        """Number the leaf's notes, rule its tables off, and remember the folios of its ids."""
        close_parts(leaf.document.pages)
        found = number_notes_by_page(leaf.document.pages)
        for crowded in found.crowded:
            folio = leaf.folios[crowded.page - 1]
            self.tell(trouble("notes-without-room", self.place(crowded.element_id), page=folio))
        for stray in found.strays:
            self.tell(trouble("note-off-its-page", self.place(stray), id=stray))
        for page, folio in reversed(list(zip(leaf.document.pages, leaf.folios, strict=True))):
            self.labels.update(dict.fromkeys(page.anchors, str(folio)))  # what spans pages stands where it begins
        return leaf

    def place(self, node_id: str) -> Place:
        """Where an id's node stands in the source."""
        return next((node.place for node in walk(self.book) if getattr(node, "id", "") == node_id), self.book.place)

    def shared_labels(self) -> dict[str, str]:
        """The folios of all ids but those that print alone writes."""
        own = {node.id for node in walk(self.book) if isinstance(node, CrossReference)}
        return {name: label for name, label in self.labels.items() if name not in own}

    def starts(self, leaf: Leaf) -> Iterator[PageStart]:
        if not leaf.part:
            return
        reader = Reader(leaf.part)
        for page, folio in zip(leaf.document.pages, leaf.folios, strict=True):
            if start := reader.read(page._page_box, str(folio)):
                yield start

    def assemble(self, leaves: list[Leaf]) -> tuple[list[Any], list[Folio]]:
        """All leaves' documents and their pages' folios, with a blank verso where a part ends on a recto."""
        blank = self.set(self.pages.leaf("blank"), "bare.css")
        documents: list[Any] = []
        folios: list[Folio] = []
        for leaf in leaves:
            documents.append(leaf.document)
            folios += leaf.folios
            if leaf.ends_on_recto and leaf is not leaves[-1]:
                documents.append(blank)
                folios.append(leaf.folio(len(leaf.document.pages)))
        return documents, folios
