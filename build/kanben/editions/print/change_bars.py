"""Draw a bar in the outer margin beside every line of a redline that was changed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from kanben.editions.print.units import PT_PER_PX

AWAY, THICK = 9.0, 1.2
"""In pt: from the type area to the bar, and of the bar."""
TOUCHING = 1.0
"""In px: lines so near one another share a bar."""
TAGS, CLASSES = {"ins", "del"}, {"change", "edit", "restyled"}
Span = tuple[float, float]
"""From the top of the page to the top and to the foot of some lines, in px."""


def draw_change_bars(pdf: Any, pages: Sequence[Any]) -> None:
    """Add the bars to a pydyf PDF, as artifacts: what was changed is told in words where it stands."""
    written = [thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("Type") == "/Page"]
    for target, page in zip(written, pages, strict=True):
        if spans := joined(changed_spans(page._page_box)):
            bars = pydyf.Stream(list(operators(page._page_box, spans)), compress=True)
            pdf.add_object(bars)
            target["Contents"] = pydyf.Array([target["Contents"], bars.reference])


def operators(page: Any, spans: Iterable[Span]) -> Iterator[bytes]:
    """Black rectangles, where the page's own stream has put the origin at its top."""
    left = page.content_box_x() * PT_PER_PX
    x = left + page.width * PT_PER_PX + AWAY if page.page_type.side == "right" else left - AWAY - THICK
    yield b"/Artifact BMC q 0 g"
    for top, foot in spans:
        yield f"{x:.2f} {top * PT_PER_PX:.2f} {THICK} {(foot - top) * PT_PER_PX:.2f} re f".encode()
    yield b"Q EMC"


def changed_spans(box: Any, inside: bool = False) -> Iterator[Span]:
    """The lines, pictures and frames of a page in which something was changed."""
    inside = inside or is_changed(box.element)
    if isinstance(box, boxes.LineBox) and (inside or any(map(is_changed, elements(box)))):
        yield box.position_y, box.position_y + box.height
    elif isinstance(box, boxes.ReplacedBox) and inside:
        yield box.border_box_y(), box.border_box_y() + box.border_height()
    for child in getattr(box, "children", ()):
        yield from changed_spans(getattr(child, "_box", child), inside)


def elements(box: Any) -> Iterator[Any]:
    yield box.element
    for child in getattr(box, "children", ()):
        yield from elements(getattr(child, "_box", child))


def is_changed(element: Any) -> bool:
    return element is not None and (element.tag in TAGS or not CLASSES.isdisjoint((element.get("class") or "").split()))


def joined(spans: Iterable[Span]) -> list[Span]:
    """Lines that follow one another have one bar."""
    found: list[Span] = []
    for top, foot in sorted(spans):
        if found and top <= found[-1][1] + TOUCHING:
            found[-1] = found[-1][0], max(found[-1][1], foot)
        else:
            found.append((top, foot))
    return found
