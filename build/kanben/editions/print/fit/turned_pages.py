"""Turn the pages of wide tables and figures (卧排): set on a sheet that lies, they stand on one that is upright.

The head of the table is at the left edge of the page, on verso and recto alike; running head and folio stay where they
are on other pages. WeasyPrint knows pages of another size, but none that are turned: what it sets on a lying page is
put through a matrix when it is drawn, and the page is upright again before it gets its head and folio.

  page.make_page   sets one page: turn what it set, where its name is that of such pages
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.anchors import gather_anchors
from weasyprint.css.properties import Dimension
from weasyprint.layout import layout_document, page

from kanben.editions.print.composer.guard import is_tested
from kanben.editions.print.fit.line_grid import off_grid

NAME = "landscape"
"""What the stylesheets call such pages."""
CHECKED = {"70.0": "5c3a30d541356161"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
SIDES = {"top": "right", "right": "bottom", "bottom": "left", "left": "top"}
"""Which margin of the lying sheet is that of the upright one."""


@contextmanager
def turning() -> Iterator[None]:
    """Turn pages within a block; on a WeasyPrint that was not studied they lie."""
    if not is_tested(CHECKED, (page.make_all_pages, page.remake_page, layout_document, gather_anchors)):
        yield
        return
    make_page = page.make_page  # the composer's
    page.make_page = lambda context, root, page_type, *rest: turned(make_page, context, root, page_type, *rest)
    try:
        yield
    finally:
        page.make_page = make_page


def turned(make_page: Any, context: Any, root: Any, page_type: Any, *rest: Any) -> Any:
    """Make a page, and turn it if it is one of those."""
    if page_type.name != NAME:
        return make_page(context, root, page_type, *rest)
    with off_grid():
        made = make_page(context, root, page_type, *rest)
    turn(made[0])
    return made


def turn(lying: Any) -> None:
    """Stand a page upright: a quarter turn against the clock for its text and notes, whose head comes to the left."""
    edge = lying.margin_width()
    for box in lying.children:
        x, y = box.border_box_x(), box.border_box_y()
        box.style = box.style.copy()
        box.style["transform"] = (("matrix", (0, -1, 1, 0, y - x, edge - x - y)),)
        box.style["transform_origin"] = (Dimension(0, "px"), Dimension(0, "px"))
    lying.width, lying.height = lying.height, lying.width
    margins = {side: getattr(lying, f"margin_{other}") for side, other in SIDES.items()}
    for side, margin in margins.items():
        setattr(lying, f"margin_{side}", margin)


def is_turned(laid_out: Any) -> bool:
    """Whether a page of a weasyprint Document was turned."""
    return bool(laid_out._page_box.page_type.name == NAME)
