"""Set a note that no page can hold in slices: one at the foot of its call's page, the others on the pages that follow.

A slice is a height that the note's lines may fill; where they stop, the next page goes on, under a line （续）. The
note's boxes are never cut: WeasyPrint lays the same ones out again from where the last page stopped, so that its words
come once and its paragraphs keep their plan.

  layout.block_level_layout, page.block_level_layout     the notes of a page are laid out: each in its slice
  page.make_page                                         notes that go on are handed to the next page
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from weasyprint import layout
from weasyprint.css.computed_values import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import LayoutContext, inline, page

from kanben.editions.print.composer.guard import Replacement
from kanben.script.made import in_script

CONTINUED = "（续）"
FEWEST = 3
"""Lines of a long note that a page takes at least."""
CONTINUED_SHARE = 2 / 3
"""How much of a page the notes of earlier pages may fill, so that the text goes on above them."""
SHARES = (1, 0.5, 0.2, 0.05)
"""Tried one after the other where a figure or a table row needs the room that a long note took."""

_block_level_layout = page.block_level_layout
_make_page = page.make_page


@dataclass
class Slices:
    """What one layout knows of notes in slices; notes are boxes that were not laid out, heights are in px."""

    goes_on: dict[Any, Any] = field(default_factory=dict)
    """Notes of earlier pages, each with the place where this page goes on."""
    limits: dict[Any, float] = field(default_factory=dict)
    """Notes called on this page that are too long for it, each with the height that it may have."""
    heights: dict[Any, float] = field(default_factory=dict)
    stops: dict[Any, Any] = field(default_factory=dict)
    """Where this page's notes stop before their ends, after the latest layout."""
    share: float = 1

    def begin(self, share: float) -> None:
        """Begin a page, or begin it again with less room for notes."""
        self.share = share
        for known in (self.limits, self.heights, self.stops):
            known.clear()


def slices_of(context: Any) -> Slices:
    """Give what this layout knows, kept with WeasyPrint's own knowledge of it."""
    known: Slices = context.__dict__.setdefault("note_slices", Slices())
    return known


def block_level_layout(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
    """Lay out a block; if it is the foot of a page, its notes in their slices."""
    if not isinstance(box, boxes.FootnoteAreaBox):
        return _block_level_layout(context, box, *rest, **named)
    slices, notes = slices_of(context), context.current_page_footnotes
    slices.stops.clear()
    if any(note in slices.goes_on or note in slices.limits for note in notes):
        return _in_slices(context, box, notes, slices), None, None, None, None, None
    laid = _block_level_layout(context, box, *rest, **named)
    slices.heights.update((note, child.margin_height()) for note, child in zip(notes, laid[0].children, strict=True))
    return laid


def _in_slices(context: Any, area: Any, notes: Sequence[Any], slices: Slices) -> Any:
    """Lay out the foot of a page, note by note; `area` holds copies of the notes."""
    filled = _block_level_layout(context, area.copy_with_children([]), 0, None, area.page)[0]
    room = _room_for_earlier(filled, slices)
    bottom, laid = filled.content_box_y(), []
    waiting = sum(note in slices.goes_on for note in notes)
    context.create_block_formatting_context(filled)
    for note, copy in zip(notes, area.children, strict=True):
        limit = slices.limits.get(note)
        if note in slices.goes_on:
            waiting -= 1
            limit = room - (bottom - filled.content_box_y()) - waiting * (FEWEST + 1) * line_height(note)
        for child in _slice(context, filled, copy, bottom, limit, note, slices):
            laid.append(child)
            bottom = child.position_y + child.margin_height()
        slices.heights[note] = laid[-1].margin_height()
    context.finish_block_formatting_context()
    filled.children, filled.height = laid, bottom - filled.content_box_y()
    return filled


def _room_for_earlier(area: Any, slices: Slices) -> float:
    """Give the height for notes of earlier pages: all of it where no text is left."""
    if area.page.page_type.blank:
        return float(area.page.height - area.margin_height())
    return float(area.page.height * CONTINUED_SHARE * slices.share)


def _slice(
    context: Any, area: Any, note: Any, top: float, limit: float | None, original: Any, slices: Slices
) -> Iterator[Any]:
    """Lay out what a page takes of one note: from where it goes on, as many lines as the limit allows."""
    skip = slices.goes_on.get(original)
    if skip is not None:
        heading = _set_down(context, area, _continued(note), top, None, None)[0]
        yield heading
        top += heading.margin_height()
        limit = max((limit or 0) - heading.margin_height(), FEWEST * line_height(note))
        note = _without_anchor(note)
    laid, stop = _set_down(context, area, note, top, limit, skip)[:2]
    if stop is not None:
        slices.stops[original] = stop
    yield laid


def _set_down(context: Any, area: Any, box: Any, top: float, limit: float | None, skip: Any) -> Any:
    box.position_x, box.position_y = area.content_box_x(), top
    bottom_space = -float("inf") if limit is None else context.page_bottom - top - limit
    return _block_level_layout(context, box, bottom_space, skip, area)


def _continued(note: Any) -> Any:
    """Make the line above a slice that goes on; the mark of the note stands on its first page only."""
    line = boxes.LineBox.anonymous_from(
        note, [boxes.TextBox.anonymous_from(note, in_script(CONTINUED, note.style["lang"] or ""))]
    )
    heading = _without_anchor(note.copy_with_children([line]))
    heading.style["text_indent"] = Dimension(0, "px")
    return heading


def _without_anchor(note: Any) -> Any:
    """Copy a note so that links and labels go to its first page."""
    copy = note.copy()
    copy.style = copy.style.copy()
    copy.style["anchor"] = None
    return copy


def line_height(note: Any) -> float:
    """Give the height of a note's line."""
    return float(inline.strut(note.style)[0])


def make_page(context: Any, root: Any, page_type: Any, resume: Any, number: int, state: Any) -> Any:
    """Make a page, with less room for notes where its text would run into them, and hand notes on to the next."""
    slices = slices_of(context)
    if number == 1:
        slices.goes_on.clear()
    before = context.footnotes[:], context.reported_footnotes[:], dict(context.broken_out_of_flow)
    for share in SHARES:
        context.footnotes, context.reported_footnotes, context.broken_out_of_flow = (known.copy() for known in before)
        slices.begin(share)
        made = _make_page(context, root, page_type, resume, number, state)
        in_slices = slices.goes_on or slices.limits
        if not in_slices or not runs_into_notes(made[0]):
            break
    slices.goes_on = {note: slices.stops[note] for note in context.current_page_footnotes if note in slices.stops}
    context.reported_footnotes = [*slices.goes_on, *context.reported_footnotes]
    return made


def runs_into_notes(laid_out: Any) -> bool:
    """Tell whether a page's text, pictures or notes stand where they have no room."""
    root, *others = laid_out.children
    area = next((box for box in others if isinstance(box, boxes.FootnoteAreaBox)), None)
    if area is None or not area.children:
        return False
    top = area.position_y
    if top < laid_out.content_box_y() - 0.01:
        return True
    filled = (boxes.LineBox, boxes.ReplacedBox)
    return any(box.position_y + box.height > top + 0.01 for box in root.descendants() if isinstance(box, filled))


REPLACEMENTS = (
    Replacement(layout, "block_level_layout", block_level_layout, _block_level_layout),
    Replacement(page, "block_level_layout", block_level_layout, _block_level_layout),
    Replacement(page, "make_page", make_page, _make_page),
)
RELIED_ON = (_block_level_layout, _make_page, page.make_all_pages, page.remake_page, LayoutContext)
