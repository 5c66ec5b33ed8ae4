"""Keep every note on the page of its call.

When a paragraph's last lines do not fit, WeasyPrint first moves notes that stand already on the page to the next one,
and so parts them from their calls, whatever footnote-policy says. It does so nowhere within columns; the layout of
lines therefore sees a context that says it is in a column, while everything that it calls sees the true one.

That context also sees each note come: a note that finds no room goes to the next page with its line, if it is short;
a long one is set in slices (note_slices). A note that stands on the page already is not set a second time.

  block._linebox_layout      the lines of a paragraph are laid out on a page: hand it that context
  block.iter_line_boxes      it asks for its lines: hand the true context on
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.layout import LayoutContext, block, page

from kanben.editions.print.composer.guard import Replacement
from kanben.editions.print.composer.note_slices import FEWEST, line_height, slices_of

LONG = 12
"""Lines of a note from which it is rather cut than moved to the next page with the line of its call."""
LINES_BELOW = 2
"""Lines of text that a long note leaves room for below its call, so that no line is alone on a page."""
NAME = "data-note"
"""The attribute with a note's id, the same in all calls of one note."""

_linebox_layout = block._linebox_layout
_iter_line_boxes = block.iter_line_boxes


class StayingNotes:
    """A layout context, seen by one paragraph, from whose pages no note is moved away."""

    in_column = True

    def __init__(self, context: Any, on_empty_page: bool, lines: list[Any], bottom_space: float) -> None:
        self.context, self.on_empty_page, self.lines, self.bottom_space = context, on_empty_page, lines, bottom_space
        self.line: Any = None  # the latest of the paragraph

    def __getattr__(self, name: str) -> Any:
        return getattr(self.context, name)

    def iter_lines(self, *rest: Any) -> Iterator[Any]:
        """Make lines in the true context, and remember which is the latest."""
        for line, resume in _iter_line_boxes(self.context, *rest):
            self.line = line
            yield line, resume

    def layout_footnote(self, note: Any) -> bool:
        """Set a note on this page, whole or in part; true if it has to go to the next page with its line."""
        if is_on_page(self.context, note):
            self.context.footnotes.remove(note)
            return False
        slices_of(self.context).limits.pop(note, None)
        overflow = bool(self.context.layout_footnote(note))
        if self.missing() <= 0 or self.context.in_column:
            return overflow
        return not self.make_room(note)

    def missing(self) -> float:
        """Give the height by which the page overflows."""
        bottom = self.line.position_y + self.line.height
        return float(bottom - self.context.page_bottom + self.bottom_space)

    def make_room(self, note: Any) -> bool:
        """Cut notes until the page does not overflow; false if the line can go to the next page, and better does."""
        slices = slices_of(self.context)
        height, row = slices.heights[note], line_height(note)
        wanted = height if height < LONG * row else FEWEST * row + LINES_BELOW * self.line.height
        lacking = wanted - height + self.missing()
        first = self.on_empty_page and not self.lines
        if not first and lacking > sum(spare for _, spare in self.spares()):
            return False
        self.shorten(lacking)
        if (missing := self.missing()) > 0:
            room = (height - missing) * slices.share
            below = room - LINES_BELOW * self.line.height
            slices.limits[note] = max(below if below >= FEWEST * row else room, row)
            self.context._update_footnote_area()
        return True

    def spares(self) -> Iterator[tuple[Any, float]]:
        """Give the notes that are cut on this page, the latest first, and the height that each can do without."""
        slices = slices_of(self.context)
        for note in reversed(self.context.current_page_footnotes):
            if note in slices.limits:
                yield note, max(slices.heights[note] - FEWEST * line_height(note), 0.0)

    def shorten(self, lacking: float) -> None:
        """Let notes that are cut give some of their height to the next one."""
        slices = slices_of(self.context)
        for note, spare in list(self.spares()):
            if lacking > 0 and spare:
                given = min(lacking, spare)
                slices.limits[note] = slices.heights[note] - given
                lacking -= given
        self.context._update_footnote_area()


def is_on_page(context: Any, note: Any) -> bool:
    """Tell whether a note of this name begins on the page already."""
    name = name_of(note.element)
    goes_on = slices_of(context).goes_on
    return bool(name) and any(
        name_of(other.element) == name for other in context.current_page_footnotes if other not in goes_on
    )


def name_of(element: Any) -> str:
    """Give the name that all calls of a note share; nothing where the template gives none."""
    return str(element.get(NAME, ""))


def linebox_layout(context: Any, box: Any, index: int, child: Any, lines: list[Any], empty: bool, *rest: Any) -> Any:
    """Lay out a paragraph's lines, and break before a line rather than part a note from its call."""
    staying = StayingNotes(context, empty, lines, rest[3])
    return _linebox_layout(staying, box, index, child, lines, empty, *rest)


def iter_line_boxes(context: Any, *rest: Any) -> Any:
    """Make lines in the true context."""
    return context.iter_lines(*rest) if isinstance(context, StayingNotes) else _iter_line_boxes(context, *rest)


REPLACEMENTS = (
    Replacement(block, "_linebox_layout", linebox_layout, _linebox_layout),
    Replacement(block, "iter_line_boxes", iter_line_boxes, _iter_line_boxes),
)
RELIED_ON = (
    _linebox_layout,
    block._break_line,
    block.remove_placeholders,
    LayoutContext,
    page.make_page,
)
