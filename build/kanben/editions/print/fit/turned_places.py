"""Find paragraphs behind a turned table that fit what is left of the page before it: they are set there, it after them.

A turned table or figure has pages of its own. In a book the text goes on before it, so that no page is left half empty;
WeasyPrint sets blocks in their order, and lets none wait. Headings stay behind it: it belongs to its section.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, takewhile
from typing import Any

from kanben.book.blocks import Paragraph
from kanben.book.node import Block, Blocks
from kanben.editions.print.fit.figures import first_block, flow, room_below
from kanben.editions.print.fit.turned_pages import is_turned
from kanben.editions.print.kept.seen import CALL
from kanben.editions.print.trims import Trim
from kanben.editions.print.units import PX_PER_PT

SLACK = 0.5  # px


def paragraphs_before(pages: Sequence[Any], trim: Trim) -> Iterator[tuple[str, int]]:
    """(id of a turned table or figure, how many paragraphs fit before it) of a weasyprint Document's pages."""
    for n, (before, page) in enumerate(pairwise(pages), 1):
        turned = first_block(page._page_box)
        if is_turned(page) and not is_turned(before) and turned is not None:
            upright = [each for each in pages[n:] if not is_turned(each)]
            count = how_many_fit(whole_paragraphs(upright[:2]), room_on(before._page_box, trim))
            if count:
                yield next(each.get("id") for each in turned.element.iter() if each.get("id")), count


def whole_paragraphs(pages: Sequence[Any]) -> list[Any]:
    """The boxes of the paragraphs that the first of two pages begins with, but none that goes on to the second."""
    here, following = (*(flow(page._page_box) for page in pages), [], [])[:2]
    going_on = [box.element for box in following[:1]]
    return list(takewhile(lambda box: is_plain(box) and box.element not in going_on, here))


def is_plain(box: Any) -> bool:
    """Whether a box is a paragraph that brings no note along."""
    if box.element_tag != "p" or box.element.get("class"):
        return False
    return not any(str(inner.element_tag).endswith(CALL) for inner in box.descendants())


def room_on(page: Any, trim: Trim) -> float:
    """What is left of a page for text, in px; below a figure or table a line stays free."""
    last = next(reversed(flow(page)), None)
    return room_below(page, trim) - (
        0 if last is None or last.element_tag in ("p", "h2", "h3", "h4") else trim.pitch * PX_PER_PT
    )


def how_many_fit(boxes: Sequence[Any], room: float) -> int:
    return sum(height <= room + SLACK for height in accumulate(box.border_height() for box in boxes))


def in_printed_order(blocks: Blocks, late: dict[str, int]) -> Blocks:
    """A part's blocks, each turned one behind so many of the paragraphs that follow it."""
    order: list[Block] = list(blocks)
    for block in blocks:
        if count := late.get(getattr(block, "id", ""), 0):
            at = order.index(block)
            earlier = list(takewhile(lambda each: isinstance(each, Paragraph), order[at + 1 : at + 1 + count]))
            order[at : at + 1 + len(earlier)] = [*earlier, block]
    return tuple(order)
