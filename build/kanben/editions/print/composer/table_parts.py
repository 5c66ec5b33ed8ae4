"""Say above each further part of a table that it goes on: 续表2-1.

The template writes the words as a caption that stands last in its table. WeasyPrint would draw it once, below; here it
is taken out, and drawn above the repeated head on each page that the table goes on to.

  block.block_container_layout   lays out a table with its captions: hand it those of this page
"""

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import block

from kanben.editions.print.composer.guard import Replacement

CONTINUED = "continued"
"""The class of that caption."""

_block_container_layout = block.block_container_layout


def block_container_layout(
    context: Any, box: Any, bottom_space: float, skip_stack: Any, *rest: Any, **named: Any
) -> Any:
    """Lay out a block; of a table that goes on, first the words that say so."""
    if not (box.is_table_wrapper and box.children and is_continuation(box.children[-1])):
        return _block_container_layout(context, box, bottom_space, skip_stack, *rest, **named)
    own = box.copy_with_children(box.children[:-1])
    if skip_stack is None:
        return _block_container_layout(context, own, bottom_space, None, *rest, **named)
    words = set_above(context, box.children[-1], own)
    own.position_y += words.margin_height()
    laid_out, *more = _block_container_layout(context, own, bottom_space, skip_stack, *rest, **named)
    if laid_out is not None:
        laid_out.position_y -= words.margin_height()
        laid_out.height += words.margin_height()
        laid_out.children = [words, *laid_out.children]
    return (laid_out, *more)


def set_above(context: Any, words: Any, table: Any) -> Any:
    """Lay out a caption where a table's part begins."""
    words.position_x, words.position_y = table.content_box_x(), table.position_y
    return block.block_level_layout(context, words, -float("inf"), None, table)[0]


def is_continuation(box: Any) -> bool:
    """Whether a box is the caption that says that a table goes on."""
    return isinstance(box, boxes.TableCaptionBox) and CONTINUED in str(box.element.get("class", "")).split()


REPLACEMENTS = (Replacement(block, "block_container_layout", block_container_layout, _block_container_layout),)
RELIED_ON = (_block_container_layout, block.block_box_layout)
