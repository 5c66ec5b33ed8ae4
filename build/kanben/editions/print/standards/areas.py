"""Say where on a page links can be touched, and to which height a link leads."""

from collections.abc import Collection
from typing import Any

from weasyprint.formatting_structure import boxes

from kanben.editions.print.composer.note_lines import name_of
from kanben.editions.print.kept.seen import seen_on
from kanben.editions.print.standards.structure import on_sheet

ABOVE = 0.88
"""How much of a letter is above its baseline, in em."""
Link = tuple[str, str, tuple[float, float, float, float], Any]
"""As anchors.gather_anchors makes it: kind, target, area on the sheet, box."""


def is_call(box: Any) -> bool:
    """Tell calls that are shown from those in the repeated head of a table."""
    return bool(box.element.get("id")) and any(child.style["visibility"] == "visible" for child in box.children)


def call_link(page_box: Any, box: Any, notes: Collection[str]) -> Link:
    """A link from a note call to its note, which it may share with another call."""
    own = box.element.get("id")
    return with_height(page_box, ("internal", own if own in notes else name_of(box.element), (0, 0, 0, 0), box))


def with_height(page_box: Any, link: Link) -> Link:
    """Give a link the height of its letters where its line has none, lest it part those of the text."""
    kind, target, (left, top, right, bottom), box = link
    if left != right and top != bottom:
        return link
    mark = next((each for each in box.descendants() if isinstance(each, boxes.TextBox)), None)
    if mark is None:
        return link
    size = mark.style["font_size"]
    x, width = box.hit_area()[0], box.hit_area()[2]
    return kind, target, on_sheet(page_box, x, mark.position_y + mark.baseline - ABOVE * size, width, size), box


def raise_tables(page: Any) -> None:
    """Let what leads to a table lead to its caption, which stands above the rows."""
    for box in seen_on(page._page_box).tables:
        table = box.get_wrapped_table()  # a page may have a caption alone
        if table and (name := table.style["anchor"]) in page.anchors:
            x, y, width, height = box.hit_area()
            page.anchors[name] = on_sheet(page._page_box, x, y, width, height)
