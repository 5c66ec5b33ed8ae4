"""Read from the laid out pages which character each page begins with: the page map's exact half."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes

from kanben.book.page_map import PageStart
from kanben.book.text import solid
from kanben.editions.print.kept.seen import seen_on

MADE = {"label", "made", "uses", "places"}
"""Classes of words that templates add: they are no text of the Book and are not counted."""


FORMULA = "\ufffc"
"""What a formula counts for: one character, in the Book as on the page."""


@dataclass(frozen=True, slots=True)
class Run:
    """A text box in the flow: how many characters it has, and what it belongs to."""

    solid: int
    part: str
    spot: int
    id: str


@dataclass
class Reader:
    """Reads one leaf's pages in order and remembers how far each leaf block has come.

    `part` is the one being read: the leaf's own, until an element names the next that runs on.
    """

    part: str
    passed: dict[tuple[str, int], int] = field(default_factory=dict)
    tables: set[Any] = field(default_factory=set)

    def read(self, page: Any, label: str) -> PageStart | None:
        """The start of a page; None for a page without text of its own."""
        start = None
        for run in self.runs_on(page):
            block = run.part, run.spot
            passed = self.passed.get(block, 0)
            start = start or PageStart(label, *block, passed, "" if run.spot else run.id)
            if run.spot:
                self.passed[block] = passed + run.solid
        return start

    def runs_on(self, page: Any) -> Iterable[Run]:
        """The text boxes of a page; they are looked for once where no table may have shown its head before."""
        seen = seen_on(page)
        if seen.tables:
            return self.runs(page.children[0], 0, "")
        runs, self.part = seen.answer((Run, self.part), lambda: self.read_once(page))
        return runs

    def read_once(self, page: Any) -> tuple[tuple[Run, ...], str]:
        """The text boxes of a page, and the part that goes on behind it."""
        return tuple(self.runs(page.children[0], 0, "")), self.part

    def runs(self, box: Any, spot: int, near: str) -> Iterator[Run]:
        """The text boxes below a box, without notes, generated words and repeated table heads."""
        element = box.element
        if element is not None and box.element_tag and "::" not in box.element_tag:
            self.part = element.get("data-part") or self.part
            spot = int(element.get("data-spot") or spot)
            near = element.get("id") or near
            if MADE.intersection((element.get("class") or "").split()):
                return
        if box.element_tag and "::" in box.element_tag:
            return
        if isinstance(box, boxes.TableBox) and self.is_continued(box):
            children = [child for child in box.children if not getattr(child, "is_header", False)]
        else:
            children = list(getattr(box, "children", ()))
        if isinstance(box, boxes.TextBox):
            if box.text.strip():
                yield Run(solid(box.text), self.part, spot, near)
            return
        if isinstance(box, boxes.ReplacedBox) and is_formula(box.element):
            yield Run(solid(FORMULA), self.part, spot, near)
        for child in children:
            yield from self.runs(child, spot, near)

    def is_continued(self, table: Any) -> bool:
        """A table that was on an earlier page shows its head again."""
        known = table.element in self.tables
        self.tables.add(table.element)
        return known


def is_formula(element: Any) -> bool:
    return element is not None and element.get("class") == "math"
