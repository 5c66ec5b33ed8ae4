"""Find figures that left a hole behind: a little smaller, they stand on the page before.

WeasyPrint sets blocks in their order and lets no later text fill what a figure leaves; it can move nothing to the head
of a page. A figure that lacks little to the room that was left is therefore made smaller; others leave their hole.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from kanben.editions.print.fit.turned_pages import is_turned
from kanben.editions.print.trims import Trim
from kanben.editions.print.units import PT_PER_PX, PX_PER_PT

SMALLEST, SMALLEST_CHART = 0.6, 0.9
"""No picture becomes smaller than this share of its size, and no chart, whose words are small."""


def smaller_pictures(pages: Sequence[Any], trim: Trim) -> Iterator[tuple[str, float]]:
    """(id of a figure, height in pt with which its picture fits the page before) of a weasyprint Document's pages."""
    for before, page in pairwise(pages):
        figure = first_block(page._page_box)
        picture = picture_of(figure) if figure is not None and figure.element_tag == "figure" else None
        if figure is None or picture is None or not figure.element.get("id") or is_turned(before):
            continue
        line_above = trim.pitch * PX_PER_PT
        lack = figure.border_height() + line_above - room_below(before._page_box, trim)
        height = picture.height - lack
        if smallest(picture) * picture.height <= height < picture.height:
            yield figure.element.get("id"), height * PT_PER_PX


def smallest(picture: Any) -> float:
    return SMALLEST_CHART if picture.element.get("src", "").startswith("made/") else SMALLEST


def flow(page: Any) -> list[Any]:
    """The blocks of the body on a page."""
    html = page.children[0]
    return [block for body in html.children for block in body.children]


def first_block(page: Any) -> Any | None:
    return next(iter(flow(page)), None)


def picture_of(figure: Any) -> Any | None:
    return next((box for box in figure.descendants() if isinstance(box, boxes.ReplacedBox)), None)


def room_below(page: Any, trim: Trim) -> float:
    """What the text and the notes of a page leave between them, in px."""
    end = max((block.border_box_y() + block.border_height() for block in flow(page)), default=trim.head * PX_PER_PT)
    notes = [area.position_y for area in page.children if isinstance(area, boxes.FootnoteAreaBox) and area.children]
    return float(min([*notes, (trim.head + trim.depth) * PX_PER_PT]) - end)
