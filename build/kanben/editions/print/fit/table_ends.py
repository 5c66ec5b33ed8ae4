"""Close each part of a table that goes on with a thin rule (正线); the thick one (反线) stands below its last row."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from weasyprint.formatting_structure import boxes

from kanben.editions.print.kept.seen import seen_on
from kanben.editions.print.units import PX_PER_PT

RULE = 0.5 * PX_PER_PT


def close_parts(pages: Sequence[Any]) -> None:
    """Put the rules into laid out pages (of a weasyprint Document)."""
    found = (box for page in pages for box in seen_on(page._page_box).tables if has_rows(box))
    for _, parts in groupby(found, key=lambda box: box.element):
        for part in list(parts)[:-1]:
            close(part)


def close(part: Any) -> None:
    """Let a table's box end with its last row, and rule it off in the colour of the table's own rules."""
    table = part.get_wrapped_table()
    last = list(rows(table))[-1]
    part.height = last.position_y + last.height - part.content_box_y()
    part.border_bottom_width = RULE
    part.style = part.style.copy()
    part.style["border_bottom_style"] = "solid"
    part.style["border_bottom_color"] = table.style["border_top_color"]


def has_rows(wrapper: Any) -> bool:
    """Whether more of a table stands here than its caption: so it is where the first row is higher than the page."""
    table = wrapper.get_wrapped_table()
    return table is not None and any(rows(table))


def rows(table: Any) -> Iterator[Any]:
    return (box for group in table.children for box in group.children if isinstance(box, boxes.TableRowBox))
