"""Let Vega-Lite draw a chart, and leave of its drawing what a page needs: the only room that knows vl-convert."""

import json
import re
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from lxml import etree

from kanben.book.charts import Chart, Drawing
from kanben.editions.charts.canvas import HAIR, INK, Canvas
from kanben.editions.charts.numbers import LOCALE
from kanben.editions.charts.paints import definitions
from kanben.editions.charts.spec import spec
from kanben.editions.fonts import RARE_FAMILIES

VEGA_LITE = "6.4"
SVG = "{http://www.w3.org/2000/svg}"
NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
Spec = dict[str, Any]
KEPT = {"d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "transform", "fill", "stroke", "stroke-width", "dy"}
KEPT |= {"stroke-dasharray", "stroke-miterlimit", "text-anchor", "font-size", "stroke-opacity"}
LONG = re.compile(r"-?\d+\.\d{3,}")
SCREEN_INKS = {INK: {"": "currentColor"}, HAIR: {"": "currentColor", "-opacity": ".35"}}
"""On a screen words and lines have the colour of the text, which may be light on dark."""

Memory = Callable[[bytes, Callable[[], bytes]], bytes]


def draw(chart: Chart, canvas: Canvas, memory: Memory) -> Drawing:
    """The chart on a canvas; the answer to a question that was asked before is in the memory."""
    asked = spec(chart, canvas)
    question = json.dumps([asked, version("vl-convert-python"), VEGA_LITE, LOCALE], ensure_ascii=False)
    return clean(memory(f"chart\0{question}".encode(), lambda: ask(asked)), canvas)


def ask(asked: Spec) -> bytes:
    import vl_convert  # V8 and Vega, where a title has charts

    drawn = vl_convert.vegalite_to_svg(asked, vl_version=VEGA_LITE, format_locale=LOCALE, allowed_base_urls=[])
    return drawn.encode()


def clean(svg: bytes, canvas: Canvas) -> Drawing:
    """Only what is seen, in numbers of two decimals, with the colours of the page."""
    root = etree.fromstring(svg)
    width, height = (float(number) for number in root.get("viewBox").split()[2:])
    for element in list(root.iter(etree.Element)):
        if is_unseen(element):
            element.getparent().remove(element)
        else:
            strip(element, canvas)
    if canvas.fixed:
        lay_grounds(root)
    for group in list(root.iter(f"{SVG}g")):
        if not group.attrib:
            unwrap(group)
    etree.cleanup_namespaces(root)
    markup = "".join(etree.tostring(child, encoding="unicode") for child in root)
    patterns = definitions(canvas.name, markup)
    return Drawing(width, height, f"{patterns and f'<defs>{patterns}</defs>'}{markup.replace(NAMESPACE, '')}")


def is_unseen(element: etree._Element) -> bool:
    """What Vega leaves for its mouse: grounds, empty groups; and names that have no room."""
    if element.tag == f"{SVG}path" and element.get("class") in ("background", "foreground"):
        return True
    only_groups = all(inner.tag == f"{SVG}g" for inner in element.iter(etree.Element))
    return element.get("opacity") == "0" or only_groups


def strip(element: etree._Element, canvas: Canvas) -> None:
    seen = {name: value for name, value in element.attrib.items() if name in KEPT}
    element.attrib.clear()
    for name, value in seen.items():
        for more, colour in colours(value, canvas).items():
            element.set(name + more, colour)
    if element.tag == f"{SVG}text" and canvas.fixed:
        element.set("font-family", ", ".join((canvas.family, *RARE_FAMILIES)))


def colours(value: str, canvas: Canvas) -> dict[str, str]:
    """The values of an attribute and of those that go with it."""
    plain = LONG.sub(lambda found: f"{float(found[0]):.2f}", value).removesuffix("px")
    return {"": plain} if canvas.fixed else SCREEN_INKS.get(plain, {"": plain})


def lay_grounds(root: etree._Element) -> None:
    """Let patterns hide the hairs behind them where paper is white."""
    for element in list(root.iter(f"{SVG}path")):
        if element.get("fill", "").startswith("url("):
            shape = {name: element.get(name) for name in ("transform", "d") if name in element.attrib}
            element.addprevious(etree.Element(element.tag, shape, fill="#fff"))


def unwrap(group: etree._Element) -> None:
    """Put what a group without a say holds in its place."""
    parent = group.getparent()
    at = parent.index(group)
    parent[at : at + 1] = list(group)
