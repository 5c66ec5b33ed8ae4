"""Decide where a cross-reference of print names the page: where its target stands on another opening."""

from collections.abc import Callable

from kanben.book.blocks import Equation, Figure, FigureGroup, Heading, Table
from kanben.book.book import Book
from kanben.book.inlines import CrossReference
from kanben.book.walk import walk

Folio = Callable[[str], str]


class ReferencePages:
    """What the templates ask of a reference; nothing is named in a title that does not want it."""

    def __init__(self, book: Book, folio: Folio) -> None:
        self.folio = folio
        self.paged = frozenset(paged_ids(book)) if book.settings.reference_pages else frozenset[str]()

    def is_paged(self, node: CrossReference) -> bool:
        """Whether the page of its target is told where that helps: a chapter is found by its number."""
        return bool(node.id) and node.target in self.paged

    def page(self, node: CrossReference) -> str:
        """The folio of the target on another opening; empty on the same one, and while one is not laid out."""
        here, there = self.folio(node.id), self.folio(node.target)
        return there if here and there and opening(here) != opening(there) else ""


def paged_ids(book: Book) -> list[str]:
    """The ids of figures, tables, formulas, and of headings below those of the parts."""
    kinds = Figure | FigureGroup | Table | Equation
    found = (node for part in book.parts for node in walk(part.blocks) if isinstance(node, kinds | Heading))
    return [node.id for node in found]


def opening(folio: str) -> int | str:
    """Verso and recto that lie open together have even and odd numbers; a roman page is taken for itself."""
    return int(folio) // 2 if folio.isdecimal() else folio
