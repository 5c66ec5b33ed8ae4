"""Standing type: a part as it was set last, which waits for an edit, or for other numbers of its pages.

layout.make_all_pages       pages are made one after the other: remember after which of them nothing waits
document.layout_document    a document is laid out: keep what it was made with
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import weasyprint.document
from weasyprint import layout
from weasyprint.document import Document
from weasyprint.layout import block as blocks_room
from weasyprint.layout import page as pages_room

from kanben.editions.print.composer.guard import Layer, Replacement
from kanben.editions.print.composer.note_slices import slices_of
from kanben.editions.print.kept.folio_margins import count_from

CHECKED = {"70.0": "a7972fa3d380799c"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
STANDING = "standing_type"
"""The attribute of an HTML document under which it is found."""

stock_pages = layout.make_all_pages
_layout_document = weasyprint.document.layout_document


@dataclass(eq=False, slots=True)
class Standing:
    """What one document was laid out with; `clean` says of each page, counted from 0, that nothing waits before it."""

    html: Any
    root: Any
    context: Any
    notes: list[Any]
    clean: list[bool] = field(default_factory=lambda: [True])
    pages: list[Any] = field(default_factory=list)
    first: int = 1
    """The number of its first page."""
    pictures: dict[str, bytes | None] = field(default_factory=dict)
    """What was looked at while it was set."""
    document: Any = None
    """The latest that was made of it; an older one is no longer whole."""
    is_kept: bool = False
    """Whether it waits for an edit."""


def layout_document(html: Any, root: Any, context: Any, *rest: Any) -> Iterator[Any]:
    """Lay out a document, and keep it standing."""
    standing = context.__dict__[STANDING] = Standing(html, root, context, list(context.footnotes))
    standing.pages = list(_layout_document(html, root, context, *rest))
    html.__dict__[STANDING] = standing
    yield from standing.pages


def make_all_pages(context: Any, root: Any, html: Any, pages: Sequence[Any]) -> Iterator[Any]:
    """Make the pages, and see after each whether anything waits for the next."""
    standing: Standing = context.__dict__[STANDING]
    standing.clean = [True]
    for page in stock_pages(context, root, html, pages):
        standing.clean.append(nothing_waits(context))
        yield page


def nothing_waits(context: Any) -> bool:
    return not (context.reported_footnotes or context.broken_out_of_flow or slices_of(context).goes_on)


REPLACEMENTS = (
    Replacement(layout, "make_all_pages", make_all_pages, stock_pages),
    Replacement(weasyprint.document, "layout_document", layout_document, _layout_document),
)
RELIED_ON = (
    stock_pages,
    _layout_document,
    pages_room.remake_page,
    blocks_room.block_level_page_break,
    layout.layout_fixed_boxes,
    layout.initialize_page_maker,
    layout.LayoutContext,
    Document._render.__func__,
    Document._build_layout_context.__func__,
)
LAYER = Layer(CHECKED, REPLACEMENTS, RELIED_ON)
keeping_standing = LAYER.installed


# ---- the numbers of its pages --------------------------------------------------------------------------------


def renumber(standing: Standing, first: int) -> bool:
    """Number its pages from another number on; false where that takes more than new heads and folios."""
    if first == standing.first:
        return True
    if not are_plain(standing.context) or not count_from(standing.context, standing.pages, standing.first, first):
        return False
    standing.first = first
    return True


def stands_plain(document: Any) -> bool:
    """Whether a document stands, and any number will do for its first page."""
    standing = document._html.__dict__.get(STANDING)
    return standing is not None and are_plain(standing.context)


def renumbered(document: Any, before: int, first: int) -> bool:
    """Whether a whole document's pages have this number now, and had one before; else they are to be set for it."""
    standing = document._html.__dict__.get(STANDING)
    if standing is None:
        return before == first
    return standing.document is document and renumber(standing, first)


def are_plain(*contexts: Any) -> bool:
    """Whether no text waits for the number of a page."""
    return not any(context.target_collector.counter_lookup_items for context in contexts)
