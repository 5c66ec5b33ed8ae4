"""Lead from a finished edition back to the source: from an id, from words, or from a page to file and line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kanben.book.book import Book
from kanben.book.node import Node
from kanben.book.page_map import PageMap
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.place import Place
from kanben.proof.agreement.said import bare
from kanben.proof.epub.markup import Element

FEWEST = 4
"""Of fewer characters nobody can say from where they are."""


@dataclass(frozen=True)
class Sources:
    """Where the pieces of a title stand in its files: by their ids, by their words, by the folios of print."""

    ids: Mapping[str, Place]
    leaves: tuple[tuple[str, Place], ...]
    pages: Mapping[str, Place] = field(default_factory=dict)

    @cached_property
    def all_words(self) -> tuple[str, list[int]]:
        """All leaves as one text, and where each begins."""
        starts, length = [], 0
        for words, _ in self.leaves:
            starts.append(length)
            length += len(words)
        return "".join(words for words, _ in self.leaves), starts

    def of_words(self, said: str) -> Place | None:
        """The block that says these words, or in which they begin."""
        text, starts = self.all_words
        words = bare(said)
        at = text.find(words) if len(words) >= FEWEST else -1
        if at < 0 and len(words) > 3 * FEWEST:  # a line of print may begin with a label
            at = text.find(words[len(words) // 2 :])
        return self.leaves[sum(start <= at for start in starts) - 1][1] if at >= 0 else None

    def of_line(self, root: Element, line: int) -> Place | None:
        """What stands at a line of a page: the innermost known piece around it, one within it, or the one before."""
        there = [element for element in root.iter("{*}*") if element.sourceline == line]
        for element in reversed(there):
            for around in (element, *element.iterancestors("{*}*")):
                if place := self.ids.get(around.get("id", "")) or self.of_block(around):
                    return place
        within = (inner.get("id", "") for element in there for inner in element.iter("{*}*"))
        if place := next((self.ids[name] for name in within if name in self.ids), None):
            return place
        before = (element for element in root.iter("{*}*") if (element.sourceline or 0) <= line)
        known = [place for element in before if (place := self.ids.get(element.get("id", "")))]
        return known[-1] if known else None

    def of_block(self, element: Element) -> Place | None:
        words = bare("".join(element.itertext("{*}*")))
        return next((place for leaf, place in self.leaves if leaf and leaf == words), None)


def sources_of(book: Book, page_map: PageMap) -> Sources:
    """Gather what a finished Book knows of its places, and where its printed pages begin."""
    nodes = list(walk(book))
    ids = {name: node.place for node in reversed(nodes) if (name := getattr(node, "id", "")) and node.place.line}
    leaves = tuple((words, node.place) for node in nodes if node.place.line for words in words_of(node) if words)
    return Sources(ids, leaves, dict(page_places(book, page_map, ids)))


def words_of(node: Node) -> Iterator[str]:
    """The words that a block says itself: its line of text, its caption."""
    for name in ("children", "caption", "text", "term"):
        value: Any = getattr(node, name, None)
        if hasattr(node, "spot") or name in ("caption", "text") or hasattr(node, "level"):
            yield bare(value if isinstance(value, str) else text_of(value) if value else "")


def page_places(book: Book, page_map: PageMap, ids: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    """The block at which each printed page begins, by its folio."""
    spots = {
        (part.id, spot): node.place for part in book.parts for node in walk(part) if (spot := getattr(node, "spot", 0))
    }
    for start in page_map.starts:
        if place := spots.get((start.part, start.spot)) or ids.get(start.id):
            yield start.label, place
