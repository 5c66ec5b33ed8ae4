"""Count the shapes that a drawing (SVG) shows: what is used ten times by what is used ten times is a hundred."""

from lxml import etree

from kanben.limits import SHAPES
from kanben.reading.drawing_faults import PARSER

HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
BEYOND = SHAPES.most + 1
DEEPEST = 200
"""Groups and uses within each other; drawings that programs wrote have a dozen."""


def shows_too_much(data: bytes) -> bool:
    """Whether a drawing shows more shapes than kanben takes, or itself within itself, which has no end."""
    root = etree.fromstring(data, PARSER())
    named = {element.get("id"): element for element in root.iter("*") if element.get("id")}
    return shapes(root, named, {}, 0) >= BEYOND


def shapes(
    element: etree._Element, named: dict[str, etree._Element], known: dict[etree._Element, int], depth: int
) -> int:
    if element not in known:
        known[element] = BEYOND  # while it is counted: one that shows itself has no end
        shown = [*element.iterchildren("*"), *used(element, named)] if depth < DEEPEST else []
        count = 1 + sum(shapes(each, named, known, depth + 1) for each in shown)
        known[element] = min(count, BEYOND) if depth < DEEPEST else BEYOND
    return known[element]


def used(element: etree._Element, named: dict[str, etree._Element]) -> list[etree._Element]:
    """What a `use` shows."""
    if etree.QName(element).localname != "use":
        return []
    names = (element.get(href, "").removeprefix("#") for href in HREFS)
    return [named[name] for name in names if name in named]
