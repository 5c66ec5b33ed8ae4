"""Keep every note on the page of its call.

When a paragraph's last lines do not fit, WeasyPrint first moves notes that stand already on the page to the next one,
and so parts them from their calls, whatever footnote-policy says. It does so nowhere within columns; the layout of
lines therefore sees a context that says it is in a column, while everything that it calls sees the true one.

  block._linebox_layout      the lines of a paragraph are laid out on a page: hand it that context
  block.iter_line_boxes      it asks for its lines: hand the true context on
"""

from typing import Any

from weasyprint.layout import LayoutContext, block, page

from kanben.editions.print.composer.guard import Replacement

_linebox_layout = block._linebox_layout
_iter_line_boxes = block.iter_line_boxes


class StayingNotes:
    """A layout context from whose pages no note is moved away."""

    in_column = True

    def __init__(self, context: Any) -> None:
        self.context = context

    def __getattr__(self, name: str) -> Any:
        return getattr(self.context, name)


def linebox_layout(context: Any, *rest: Any) -> Any:
    """Lay out a paragraph's lines, and break before a line rather than part a note from its call."""
    return _linebox_layout(StayingNotes(context), *rest)


def iter_line_boxes(context: Any, *rest: Any) -> Any:
    """Make lines in the true context."""
    return _iter_line_boxes(context.context if isinstance(context, StayingNotes) else context, *rest)


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
