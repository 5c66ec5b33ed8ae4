"""Set a book's leaves one after the other, the contents last, and keep the folio of every id."""

from collections.abc import Callable, Iterator
from itertools import takewhile

from kanben.book.book import Part
from kanben.book.page_map import PageStart
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.editions.print.folios import Folio, Style
from kanben.editions.print.galley import Galley
from kanben.editions.print.houses import HOUSES
from kanben.editions.print.leaf import Leaf
from kanben.editions.print.page_count import PageCount
from kanben.editions.print.part_facts import facts_of
from kanben.editions.print.typesetter import Typesetter
from kanben.place import TITLE_YAML, Place
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
    """Has one book's leaves set; holds what later leaves need of the earlier ones: the folio of every id."""

    def __init__(self, typesetter: Typesetter, count: PageCount) -> None:
        """`count` grows while leaves are set."""
        self.typesetter, self.pages, self.faults, self.count = typesetter, typesetter.pages, typesetter.faults, count
        self.book, self.labels = self.pages.book, self.pages.labels
        self.house = HOUSES[self.book.settings.theme]

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
        self.typesetter.ahead.draw(parts, self.labels)
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
                self.typesetter.fault("folios-move", part.id, part=text_of(part.heading), rounds=LAYOUTS)
        return leaves

    def running(self, old: list[Leaf]) -> list[Leaf]:
        """All parts as one leaf."""
        first = self.book.parts[0].id
        if old and not self.pages.is_outdated(first):
            return old
        self.count.begin(first)
        return [self.finish(Leaf(first, self.typesetter.running(self.book.parts), "D", 1))]

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
        self.count.begin(part.id)
        return self.finish(Leaf(part.id, self.typesetter.part(part, first), style, first))

    def bare(self, name: str, first: int) -> Leaf:
        """A leaf without heads and folios."""
        self.count.begin(name)
        return self.finish(Leaf("", self.typesetter.plain(name, first, "bare.css"), "r", first))

    def cover(self, name: str, names: tuple[str, ...]) -> Leaf:
        self.count.begin(name)
        return self.finish(Leaf("", self.typesetter.plain(name, 1, "cover.css"), "", 1, names))

    def contents(self, first: int) -> Leaf:
        """The table of contents, laid out when every folio is known."""
        self.count.begin("contents")
        return self.finish(Leaf("", self.typesetter.contents(first), "r", first))

    def finish(self, leaf: Leaf) -> Leaf:
        """Count its pages, tell its faults, and remember the folios of its ids."""
        galley, folios = leaf.galley, leaf.folios
        self.count.end(galley.count + (leaf.ends_on_recto and not self.ends_with(leaf)))
        self.faults += galley.faults
        for page, near in galley.crowded:
            self.typesetter.fault("notes-without-room", near, page=folios[page])
        for stray in galley.strays:
            self.typesetter.fault("note-off-its-page", stray, id=stray)
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
            place = self.place(fault.id) if fault.id else TITLE_YAML
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
        blank = self.typesetter.plain("blank", 1, "bare.css")
        galleys: list[tuple[Galley, int]] = []
        folios: list[Folio] = []
        for leaf in leaves:
            galleys.append((leaf.galley, leaf.first))
            folios += leaf.folios
            if leaf.ends_on_recto and leaf is not leaves[-1]:
                galleys.append((blank, 1))
                folios.append(leaf.folio(leaf.galley.count))
        return galleys, folios
