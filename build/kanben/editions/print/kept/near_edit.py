"""Make a part's pages anew near an edit, of the type that stands.

Where a few blocks of a part were changed and nothing else, they are put among the old ones, and WeasyPrint's own loop,
which makes pages again only where they changed, goes on until a page begins as the old one did. A page on which a note
or a float waits for the next is never a beginning or an end of that. Whatever is not plain is set in full.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from functools import partial
from typing import Any

from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document, DocumentMetadata, Page
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.html import get_html_metadata
from weasyprint.layout.block import block_level_page_break

from kanben.editions.print.composer.note_slices import slices_of
from kanben.editions.print.kept.folio_margins import finish
from kanben.editions.print.kept.same_lines import exchanged_lines, put_in
from kanben.editions.print.kept.seen import seen_on
from kanben.editions.print.kept.standing import STANDING, Standing, are_plain, nothing_waits, renumber, stock_pages

MOST = 4
"""So many blocks may have changed."""
AVOIDING = ("avoid", "avoid-page")
LATER = ("counter(pages", "counter-", ":has(")
"""Stylesheets with such words may change what stands after an edit, or before it."""
Blocks = list[tuple[Any, Any]]
"""Blocks before and after an edit."""


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


def begins_apart(standing: Standing, number: int, block: Any) -> bool:
    """Whether a page begins where it does whatever a block holds: the one before it could have ended nearer to it."""
    body = body_of(standing.root)
    start = standing.context.page_maker[number][0]
    if start is None:
        return True
    begun = start[standing.root.children.index(body)]
    spots = range(next(iter(begun)) if begun else 0, spot_of(body, block))
    return any(block_level_page_break(body.children[n], body.children[n + 1]) not in AVOIDING for n in spots)


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
    for n, page in enumerate(stock_pages(context, standing.root, standing.html, old)):
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
