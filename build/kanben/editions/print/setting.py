"""Set a book's leaves one after the other, the contents last, and keep the folio of every id."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Any

from kanben.book.book import Part
from kanben.book.page_map import PageStart
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.editions.print.ahead import ALONE, Ahead
from kanben.editions.print.fitting import Fit, Fitting, Render, set_once
from kanben.editions.print.folios import Folio, Style
from kanben.editions.print.galley import Fault, Galley, finished, galley_of
from kanben.editions.print.glyphs import words_of_charts
from kanben.editions.print.houses import HOUSES
from kanben.editions.print.layout import Layout
from kanben.editions.print.leaf import Leaf
from kanben.editions.print.page_count import PageCount
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.part_facts import facts_of
from kanben.editions.print.pieces.drawing import draw_piece
from kanben.editions.print.shop import Shop
from kanben.editions.print.standing import renumbered, stands_plain
from kanben.editions.print.stylesheets import Stylesheets
from kanben.editions.print.trims import trim_of
from kanben.hands import Crew
from kanben.place import Place
from kanben.trouble import Trouble, trouble

COVER, BACK_COVER = ("封面", "封二"), ("封三", "封底")
"""What the pages of the covers are called; they have no number."""
LAYOUTS = 4
"""So often are parts set in all until the folios that they print are those of the pages."""


def behind_the_contents(front: list[Part]) -> tuple[list[Part], list[Part]]:
    """The front parts, and apart from them the lists of figures and tables at their end: they follow the contents."""
    lists = list(takewhile(lambda part: part.kind in ("figures", "tables"), reversed(front)))
    return front[: len(front) - len(lists)], lists[::-1]


class Setting:
    """Sets one book's leaves; holds what later leaves need of the earlier ones: the folio of every id."""

    def __init__(
        self,
        pages: PrintPages,
        stylesheets: Stylesheets,
        composing: bool,
        shop: Shop,
        faults: list[Fault],
        count: PageCount,
        ahead: Ahead = ALONE,
    ) -> None:
        """`faults` and `count` grow while leaves are set.

        `shop` keeps leaves for the next build, `ahead` has those that hands have set.
        """
        self.pages, self.book, self.labels = pages, pages.book, pages.labels
        self.composing, self.shop, self.faults, self.count, self.ahead = composing, shop, faults, count, ahead
        self.sheets = ("style.css",) if composing else ("style.css", "ragged.css")
        settings = self.book.settings
        trim, variant = trim_of(settings.trim, settings.theme), settings.variant
        self.question = (tuple(stylesheets.words.values()), trim, variant, self.book.is_redline)
        self.layout = shop.layout(self.question, lambda: Layout(stylesheets, trim, variant))
        self.layout.take_pictures(self.pages)
        self.draw = partial(draw_piece, variant=variant, is_redline=self.book.is_redline)
        self.fitting = Fitting(self.pages, self.layout.trim, self.fault)
        self.house = HOUSES[settings.theme]

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
        self.ahead.draw(parts, self.labels)
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
                self.fault("folios-move", part.id, part=text_of(part.heading), rounds=LAYOUTS)
        return leaves

    def running(self, old: list[Leaf]) -> list[Leaf]:
        """All parts as one leaf."""
        first = self.book.parts[0].id
        if old and not self.pages.is_outdated(first):
            return old
        self.count.begin(first)
        render = partial(self.pages.running, self.book.parts)
        galley = self.galley(self.book.parts, render, self.sheets, 1, self.fitting.with_tables)
        self.pages.want(galley.wishes)
        return [self.finish(Leaf(first, galley, "D", 1))]

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
        """A part, whose figures and tables fit; set closer where that spares a page with a few lines."""
        self.count.begin(part.id)
        sheets = (*self.sheets, "front.css") if style == "r" else self.sheets
        galley = self.fitted(part, sheets, first)
        if self.composing and galley.ends_on_few_lines(self.layout.trim.pitch):
            closer = self.fitted(part, (*sheets, "spare.css"), first)
            galley, other = sorted((galley, closer), key=lambda each: each.count)
            if Crew.spare:  # a book that is made once
                self.layout.forget(part.id, other.sheets)
                other.let_go()
        self.pages.want(galley.wishes)
        return self.finish(Leaf(part.id, galley, style, first))

    def fitted(self, part: Part, sheets: Sequence[str], first: int) -> Galley:
        return self.galley((part,), partial(self.pages.part, part), sheets, first, self.fitting.fitted)

    def bare(self, name: str, first: int) -> Leaf:
        """A leaf without heads and folios."""
        self.count.begin(name)
        return self.finish(Leaf("", self.plain(name, first, "bare.css"), "r", first))

    def cover(self, name: str, names: tuple[str, ...]) -> Leaf:
        self.count.begin(name)
        return self.finish(Leaf("", self.plain(name, 1, "cover.css"), "", 1, names))

    def contents(self, first: int) -> Leaf:
        """The table of contents, laid out when every folio is known; set closer where that spares a page."""
        self.count.begin("contents")
        best = self.plain("contents", first, "front.css")
        if best.count in (2, 3):
            for closer in (("tight.css",), ("tight.css", "tighter.css")):
                best = min(best, self.plain("contents", first, "front.css", *closer), key=lambda galley: galley.count)
                if best.count == 1:
                    break
        return self.finish(Leaf("", best, "r", first))

    def plain(self, name: str, first: int, *more: str) -> Galley:
        """The galley of a leaf that is set once."""
        sheets = (*self.sheets, *more)
        return self.galley((), partial(self.pages.leaf, name), sheets, first, set_once)

    def galley(
        self,
        parts: tuple[Part, ...],
        render: Render,
        sheets: Sequence[str],
        first: int,
        fit: Fit,
    ) -> Galley:
        """A leaf as it was set before, or the document that is made now; `parts` are those that it shows."""
        part = parts[0].id if parts else ""
        html = render()
        question = (self.question, part, html, tuple(sheets))

        def make() -> Galley:
            return self.set_by_others(part, html) or self.made(
                parts, first, lambda: fit(html, render, partial(self.set, part, sheets, first))
            )

        return self.shop.galley(question, self.layout.fetcher.shows, first, make)

    def set_by_others(self, part: str, html: str) -> Galley | None:
        """A part that a hand has set, which saw the pictures that are known here."""
        galley = self.ahead.galley(part, html)
        if galley:
            pictures = self.layout.fetcher.pictures
            galley.pictures = {name: pictures.get(name) for name in galley.pictures}
        return galley

    def set(self, part: str, sheets: Sequence[str], first: int, html: str) -> Any:
        """The document of a leaf; that of a part stands, to be edited."""
        if part:
            return self.layout.set_near(part, html, *sheets, first=first)
        return self.layout.set(html, *sheets, first=first)

    def made(self, parts: tuple[Part, ...], first: int, make: Callable[[], Any]) -> Galley:
        """A new galley, with all that was seen, heard and wanted while it was made."""
        wanted = self.pages.wishes()
        others, self.faults[:] = self.faults[:], []
        self.layout.fetcher.seen = {}
        document = make()
        part = parts[0].id if parts else ""
        charts = {name: words for each in parts for name, words in words_of_charts(each).items()}
        galley = galley_of(document, part, tuple(self.layout.drawers.strange(part, document.pages, charts)))
        galley.wishes = tuple(
            {name: wish for name, wish in now.items() if name not in before}
            for now, before in zip(self.pages.wishes(), wanted, strict=True)
        )
        galley.faults, galley.pictures = tuple(self.faults), self.layout.fetcher.seen
        galley.html, galley.sheets = self.layout.latest
        galley.first, galley.is_numbered_later = first, stands_plain(document)
        self.faults[:] = others
        self.pages.wish(wanted)
        return galley

    def document_for(self, galley: Galley, first: int) -> Any:
        """A galley's document with this number; set again where it was let go, or where numbers are in its text."""
        if galley.document is not None and renumbered(galley.document, galley.first, first):
            return galley.document
        self.layout.fetcher.seen = {}
        document = self.set(galley.part, galley.sheets, first, galley.html)
        finished(document.pages)
        return document

    def fault(self, code: str, near: str, **facts: object) -> None:
        self.faults.append(Fault(code, near, tuple(facts.items())))

    def finish(self, leaf: Leaf) -> Leaf:
        """Count its pages, tell its faults, and remember the folios of its ids."""
        galley, folios = leaf.galley, leaf.folios
        self.count.end(galley.count + (leaf.ends_on_recto and not self.ends_with(leaf)))
        self.faults += galley.faults
        for page, near in galley.crowded:
            self.fault("notes-without-room", near, page=folios[page])
        for stray in galley.strays:
            self.fault("note-off-its-page", stray, id=stray)
        for names, folio in reversed(list(zip(galley.anchors, folios, strict=True))):
            self.labels.update(dict.fromkeys(names, str(folio)))  # what spans pages stands where it begins
        return leaf

    def ends_with(self, leaf: Leaf) -> bool:
        """Whether a leaf is the last of the book."""
        is_part = self.house.runs_on or leaf.part == self.book.parts[-1].id
        return is_part and not self.book.settings.cover

    def troubles(self) -> Iterator[Trouble]:
        """The faults, each at its place in the source."""
        for fault in self.faults:
            place = self.place(fault.id) if fault.id else Place("title.yaml")
            yield trouble(fault.code, place, **dict(fault.facts))

    def place(self, node_id: str) -> Place:
        """Where an id's node stands in the source."""
        return next((node.place for node in walk(self.book) if getattr(node, "id", "") == node_id), self.book.place)

    def shared_labels(self) -> dict[str, str]:
        """The folios of all ids but those that print alone writes."""
        own = {node.id for part in self.book.parts for node in facts_of(part).references}
        return {name: label for name, label in self.labels.items() if name not in own}

    def starts(self, leaf: Leaf) -> Iterator[PageStart]:
        for start, folio in zip(leaf.galley.starts, leaf.folios, strict=True):
            if start:
                yield start._replace(label=str(folio))

    def assemble(self, leaves: list[Leaf]) -> tuple[list[tuple[Galley, int]], list[Folio]]:
        """All leaves' galleys, each with its first number, and their pages' folios; a blank verso follows a recto."""
        blank = self.plain("blank", 1, "bare.css")
        galleys: list[tuple[Galley, int]] = []
        folios: list[Folio] = []
        for leaf in leaves:
            galleys.append((leaf.galley, leaf.first))
            folios += leaf.folios
            if leaf.ends_on_recto and leaf is not leaves[-1]:
                galleys.append((blank, 1))
                folios.append(leaf.folio(leaf.galley.count))
        return galleys, folios
