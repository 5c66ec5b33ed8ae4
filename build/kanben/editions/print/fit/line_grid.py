"""Keep the lines of recto and verso at one height: a heading, figure or table takes a whole number of lines.

WeasyPrint has no `block-step`; what a block lacks to its next whole line is added below it, after its layout.
A figure or table takes the whole line that is nearer, and has as much white above as below.

  block.block_level_layout   lays out one block: stretch it where it is of those, and is complete
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.css import AnonymousStyle
from weasyprint.layout import block

from kanben.editions.print.composer.guard import Replacement, is_tested
from kanben.editions.print.trims import Trim
from kanben.editions.print.units import PX_PER_PT

CHECKED = {"70.0": "c1301dde9284e245"}
"""WeasyPrint version: fingerprint of the function that was studied, and that the tests run with."""
SLACK = 0.05  # px: less than that from a line is on it
TAGS = {"h1", "h2", "h3", "h4", "figure"}
CLASSES = {"table", "whole-lines"}
CENTRED = {"figure", "div"}
"""Of those that have white above and below."""

_block_level_layout = block.block_level_layout


class Grid:
    """Where the lines of the page being laid out stand, in px."""

    head = 0.0
    pitch = 0.0


@contextmanager
def off_grid() -> Iterator[None]:
    """Lay out pages whose lines stand at no other page's height."""
    pitch, Grid.pitch = Grid.pitch, 0.0
    try:
        yield
    finally:
        Grid.pitch = pitch


def block_level_layout(context: Any, box: Any, bottom_space: float, *more: Any, **named: Any) -> Any:
    """Lay out a block; one that takes whole lines, and ends here, ends with a line."""
    laid_out = _block_level_layout(context, box, bottom_space, *more, **named)
    new, resume_at = laid_out[:2]
    if new is not None and resume_at is None and Grid.pitch and takes_whole_lines(new):
        end = new.border_box_y() + new.border_height()
        lack = (Grid.head - end) % Grid.pitch
        if SLACK < lack < Grid.pitch - SLACK:
            give = lack - Grid.pitch if stands_free(new) and lack > Grid.pitch / 2 else lack
            if give < 0 or not context.overflows_page(bottom_space, end + give):
                stretch(new, give)
    return laid_out


def stands_free(box: Any) -> bool:
    """Whether a block has text above it on its page, and a line of white on either side."""
    below_head = box.border_box_y() - Grid.head > SLACK
    margins = (box.margin_top, box.margin_bottom)
    return box.element_tag in CENTRED and below_head and all(margin > Grid.pitch - SLACK for margin in margins)


def stretch(box: Any, give: float) -> None:
    """Make a block so much higher, or lower; what is in one that stands free moves by half of it."""
    box.height += give
    if stands_free(box):
        for child in box.children:
            child.translate(dy=give / 2)


def takes_whole_lines(box: Any) -> bool:
    if box.element is None or isinstance(box.style, AnonymousStyle) or "::" in (box.element_tag or "::"):
        return False  # a box that WeasyPrint made within, or of generated content
    return box.element_tag in TAGS or not CLASSES.isdisjoint((box.element.get("class") or "").split())


REPLACEMENT = Replacement(block, "block_level_layout", block_level_layout, _block_level_layout)


@contextmanager
def on_grid(trim: Trim) -> Iterator[None]:
    """Lay out on the lines of a sheet within a block, where WeasyPrint is the one that was studied."""
    if not is_tested(CHECKED, (_block_level_layout,)):
        yield
        return
    Grid.head, Grid.pitch = trim.head * PX_PER_PT, trim.pitch * PX_PER_PT
    REPLACEMENT.put_in()
    try:
        yield
    finally:
        REPLACEMENT.take_out()
