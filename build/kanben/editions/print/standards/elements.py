"""The structure tree of a PDF (ISO 32000-1, 14.7) as plain values: what a screen reader is told of a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

CELLS = ("TH", "TD")
TEXT = object()
"""The source of a Span that stands for no HTML element, but for a run of text."""


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content: the mcid-th piece on a page, counted from 0."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's hot area on a page; `dictionary` is pydyf's."""

    page: int
    dictionary: Any


@dataclass(eq=False, slots=True)
class Element:
    """One structure element; `source` is the HTML element that it stands for."""

    tag: str
    parent: "Element | None" = None
    source: Any = None
    kids: "list[Element | Content | Annotation]" = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    """Its further keys: Lang, Alt, ID, A."""

    def add(self, tag: str, source: Any = None, at: int | None = None) -> "Element":
        """Put a new element among the kids, last unless a place is given."""
        kid = Element(tag, self, source)
        self.kids.insert(len(self.kids) if at is None else at, kid)
        return kid

    def ancestors(self) -> "Iterator[Element]":
        """This element and all above it."""
        here: Element | None = self
        while here is not None:
            yield here
            here = here.parent

    def nearest(self, tag: str) -> "Element | None":
        return next((above for above in self.ancestors() if above.tag == tag), None)

    def inner(self) -> "list[Element]":
        return [kid for kid in self.kids if isinstance(kid, Element)]


def prune(element: Element) -> bool:
    """Take out elements that hold nothing, but for cells: without an empty one its row would lack a column."""
    element.kids[:] = [kid for kid in element.kids if not isinstance(kid, Element) or prune(kid)]
    return bool(element.kids) or element.tag in CELLS


def wrap_mixed(element: Element) -> None:
    """Put text that stands beside elements into Spans: some readers take an element's own text before its kids."""
    kids, element.kids = element.kids, []
    mixed = any(isinstance(kid, Element) for kid in kids)
    for kid in kids:
        last = element.kids[-1] if element.kids else None
        if isinstance(kid, Content) and mixed:
            run = last if isinstance(last, Element) and last.source is TEXT else element.add("Span", TEXT)
            run.kids.append(kid)
        else:
            element.kids.append(kid)
            if isinstance(kid, Element):
                wrap_mixed(kid)
