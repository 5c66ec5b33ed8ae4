"""Standing type: a part as it was set last, from which an edit makes anew only the pages near it.

Where a few blocks of a part were changed and nothing else, they are put among the old ones, and WeasyPrint's own loop,
which makes pages again only where they changed, goes on until a page begins as the old one did. A page on which a note
or a float waits for the next is never a beginning or an end of that. Whatever is not plain is set in full.

  layout.make_all_pages       pages are made one after the other: remember after which of them nothing waits
  document.layout_document    a document is laid out: keep what it was made with
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import weasyprint.document
from weasyprint import DEFAULT_OPTIONS, layout
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document, DocumentMetadata, Page
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout import block as blocks_room
from weasyprint.layout import page as pages_room

from kanben.editions.print.composer.guard import Layer, Replacement
from kanben.editions.print.composer.note_slices import slices_of
from kanben.editions.print.folio_margins import count_from, finish
from kanben.editions.print.same_lines import exchanged_lines, put_in
from kanben.editions.print.seen import seen_on

CHECKED = {"70.0": "a7972fa3d380799c"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
MOST = 4
"""So many blocks may have changed."""
AVOIDING = ("avoid", "avoid-page")
LATER = ("counter(pages", "counter-", ":has(")
"""Stylesheets with such words may change what stands after an edit, or before it."""
STANDING = "standing_type"
"""The attribute of an HTML document under which it is found."""
Blocks = list[tuple[Any, Any]]
"""Blocks before and after an edit."""

_make_all_pages = layout.make_all_pages
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
    for page in _make_all_pages(context, root, html, pages):
        standing.clean.append(nothing_waits(context))
        yield page


def nothing_waits(context: Any) -> bool:
    return not (context.reported_footnotes or context.broken_out_of_flow or slices_of(context).goes_on)


REPLACEMENTS = (
    Replacement(layout, "make_all_pages", make_all_pages, _make_all_pages),
    Replacement(weasyprint.document, "layout_document", layout_document, _layout_document),
)
RELIED_ON = (
    _make_all_pages,
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


# ---- after an edit -------------------------------------------------------------------------------------------


def set_near(standing: Standing, source: Any, fonts: Any, sheets: Sequence[Any], first: int) -> Document | None:
    """A document of new HTML, made of an older one's pages; nothing where it has to be set in full.

    The older one is no longer whole then.
    """
    changed = changed_blocks(standing.html.etree_element, source.etree_element)
    if changed is None or not are_plain(standing.context):
        return None
    if not changed:
        return document_of(source, fonts, standing) if renumber(standing, first) else None
    new = set_blocks(standing, source, fonts, sheets, changed)
    if new is None:
        return None
    if new:
        finish(standing.context, standing.pages, new)
    return document_of(source, fonts, standing) if renumber(standing, first) else None


def renumber(standing: Standing, first: int) -> bool:
    """Number its pages from another number on; false where that takes more than new heads and folios."""
    if first == standing.first:
        return True
    if not are_plain(standing.context) or not count_from(standing.context, standing.pages, standing.first, first):
        return False
    standing.first = first
    return True


def set_blocks(
    standing: Standing, source: Any, fonts: Any, sheets: Sequence[Any], changed: Blocks
) -> Sequence[int] | None:
    """Put changed blocks among those that stand, and make the pages anew on which that shows; gives their numbers."""
    context, root = built(source, fonts, sheets, [after for _, after in changed])
    if not are_plain(context):
        return None
    standing.context.style_for._computed_styles.update(context.style_for._computed_styles)
    lines = exchanged_lines(standing, root, changed)
    rest = [before for before, after in changed if after not in lines]
    gone = {inner for before in rest for inner in before.iter()}
    touched = [n for n, page in enumerate(standing.pages) if not gone.isdisjoint(seen_on(page).elements)]
    apart = bool(touched) and begins_apart(standing, touched[0], rest[0])
    if not exchange(standing, root, changed):
        return None
    put_in(standing.context, lines)
    if not touched:
        return None if rest else ()
    first = touched[0] if apart else touched[0] - 1
    standing.notes = [*(note for note in standing.notes if note.element not in gone), *context.footnotes]
    while not standing.clean[first]:
        first -= 1
    return make_near(standing, first, touched[-1])


def changed_blocks(before: Any, after: Any) -> Blocks | None:
    """The blocks of the body in two trees that differ within; nothing where anything else does, or too many."""
    old, new = before.find("body"), after.find("body")
    if old is None or new is None or not is_same(before.find("head"), after.find("head")):
        return None
    if (old.attrib, old.text, len(old)) != (new.attrib, new.text, len(new)):
        return None
    changed = [(a, b) for a, b in zip(old, new, strict=True) if not is_same(a, b)]
    is_near = len(changed) <= MOST and all(a.tag == b.tag and a.attrib == b.attrib for a, b in changed)
    return changed if is_near else None


def is_same(one: Any, other: Any) -> bool:
    facts = one.tag == other.tag and one.attrib == other.attrib and len(one) == len(other)
    return facts and one.text == other.text and one.tail == other.tail and all(map(is_same, one, other))


class Chosen:
    """A document's tree as WeasyPrint computes styles in it, which passes by all of the body but some blocks."""

    def __init__(self, tree: Any, blocks: Sequence[Any]) -> None:
        self.tree, self.blocks = tree, blocks

    def __getattr__(self, name: str) -> Any:
        return getattr(self.tree, name)

    def iter_subtree(self) -> Iterator[Any]:
        yield self.tree
        body = next(child for child in self.tree.iter_children() if child.etree_element.tag == "body")
        yield body
        for block in body.iter_children():
            if block.etree_element in self.blocks:
                yield from block.iter_subtree()


def built(source: Any, fonts: Any, sheets: Sequence[Any], blocks: Sequence[Any]) -> tuple[Any, Any]:
    """The layout context and the boxes of some blocks of the body, as WeasyPrint makes them before it lays out."""
    chosen, counters = copy(source), CounterStyle()
    chosen.wrapper_element = Chosen(source.wrapper_element, blocks)
    context = Document._build_layout_context(chosen, fonts, counters, {}, {**DEFAULT_OPTIONS, "stylesheets": sheets})
    images, targets = context.get_image_from_uri, context.target_collector

    def style_for(element: Any, pseudo_type: str | None = None) -> Any:
        style = context.style_for(element, pseudo_type)
        return {"display": ("none",)} if style is None and pseudo_type is None else style

    facts = (source.etree_element, style_for, images, source.base_url, targets, counters, context.footnotes)
    return context, build_formatting_structure(*facts)


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


def begins_apart(standing: Standing, number: int, block: Any) -> bool:
    """Whether a page begins where it does whatever a block holds: the one before it could have ended nearer to it."""
    body = body_of(standing.root)
    start = standing.context.page_maker[number][0]
    if start is None:
        return True
    begun = start[standing.root.children.index(body)]
    spots = range(next(iter(begun)) if begun else 0, spot_of(body, block))
    return any(
        blocks_room.block_level_page_break(body.children[n], body.children[n + 1]) not in AVOIDING for n in spots
    )


def exchange(standing: Standing, root: Any, changed: Blocks) -> bool:
    """Put changed blocks in the place of the older ones, where each is one box."""
    old, new = body_of(standing.root), body_of(root)
    spots = [spot_of(old, before) for before, _ in changed]
    if -1 in spots or [box.element for box in new.children] != [after for _, after in changed]:
        return False
    children, body = list(old.children), standing.html.etree_element.find("body")
    for spot, box, (before, after) in zip(spots, new.children, changed, strict=True):
        children[spot] = box
        body[list(body).index(before)] = after
    old.children = children
    return True


def body_of(root: Any) -> Any:
    return next(box for box in root.children if box.element_tag == "body")


def spot_of(body: Any, element: Any) -> int:
    """The place of an element's one box among those of the body, -1 where it has none or several."""
    spots = [n for n, box in enumerate(body.children) if box.element is element]
    return spots[0] if len(spots) == 1 else -1


def make_near(standing: Standing, first: int, last: int) -> Sequence[int] | None:
    """Make pages again from the first to the last, and those after them that begin otherwise than before."""
    context, old, was_clean = standing.context, standing.pages, standing.clean
    for n, entry in enumerate(context.page_maker):
        entry[-1]["content_changed"] = first <= n <= last
    context.footnotes, context.reported_footnotes, context.broken_out_of_flow = list(standing.notes), [], {}
    slices_of(context).goes_on.clear()
    standing.pages, standing.clean = [], [True]
    for n, page in enumerate(_make_all_pages(context, standing.root, standing.html, old)):
        standing.pages.append(page)
        is_old = n < len(old) and page is old[n]
        standing.clean.append(was_clean[n + 1] if is_old else nothing_waits(context))
        both = standing.clean[-1] and n + 1 < len(was_clean) and was_clean[n + 1]
        if not (is_old or both):
            context.page_maker[n + 1][-1]["content_changed"] = True
    kept = set(map(id, old))
    new = [n for n, page in enumerate(standing.pages) if id(page) not in kept]
    inner = [box for n in new for box in standing.pages[n].descendants()]
    if any(box.missing_link for box in inner) or any(page.fixed_boxes for page in standing.pages):
        return None
    return new


def document_of(source: Any, fonts: Any, standing: Standing) -> Document:
    source.__dict__[STANDING] = standing
    metadata = DocumentMetadata(**get_html_metadata(source))
    pages = [seen_on(page).answer(Page, partial(Page, page)) for page in standing.pages]
    document = Document(pages, metadata, source.url_fetcher, fonts, {}, None)
    document._html, standing.document = source, document
    return document
