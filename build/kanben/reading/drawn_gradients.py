"""Say how often the gradients of a drawing turn over what they fill: layout writes each turn of colours down."""

import re
from collections.abc import Iterable
from math import hypot, inf

from lxml import etree

GRADIENTS = ("linearGradient", "radialGradient")
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.I)
SIZES = ("x", "y", "width", "height", "r", "rx", "ry", "cx", "cy", "d", "points", "viewBox", "x1", "y1", "x2", "y2")
MOST_LINKS = 20
"""Gradients that take from each other what they do not say themselves."""


def repeats(elements: Iterable[etree._Element]) -> float:
    """The most colours that one of the gradients may take, by the largest number that the drawing has for a length."""
    elements = list(elements)
    named = {element.get("id", ""): element for element in elements}
    gradients = [each for each in elements if etree.QName(each).localname in GRADIENTS]
    chains = [chain(each, named) for each in gradients]
    turning = [links for links in chains if told(links, "spreadMethod") in ("repeat", "reflect")]
    if not turning:
        return 0
    sizes = (number for each in elements for name in SIZES for number in numbers(each.get(name, "")))
    largest = max((abs(size) for size in sizes), default=1)
    return max(max(largest, 1) * max(map(len, links)) / span if (span := length(links)) else inf for links in turning)


def chain(gradient: etree._Element, named: dict[str, etree._Element]) -> list[etree._Element]:
    """A gradient, and those from which it takes what it does not say."""
    links = [gradient]
    while len(links) < MOST_LINKS:
        names = [links[-1].get(href, "").removeprefix("#") for href in HREFS]
        following = next((named[name] for name in names if name in named), None)
        if following is None:
            break
        links.append(following)
    return links


def told(links: list[etree._Element], name: str) -> str:
    return next((value for link in links if (value := link.get(name, ""))), "")


def length(links: list[etree._Element]) -> float:
    """The length of one turn, made as small as a transform can."""
    first = {name: number(told(links, name)) for name in ("x1", "y1", "x2", "y2", "r", "fr")}
    if etree.QName(links[0]).localname == "linearGradient":
        end = 1.0 if first["x2"] is None else first["x2"]
        span = hypot(end - (first["x1"] or 0), (first["y2"] or 0) - (first["y1"] or 0))
    else:
        span = abs((0.5 if first["r"] is None else first["r"]) - (first["fr"] or 0))
    scales = [abs(scale) for scale in numbers(told(links, "gradientTransform")) if 0 < abs(scale) < 1]
    return span * min([1.0, *scales])


def number(value: str) -> float | None:
    return next(iter(numbers(value)), None)


def numbers(value: str) -> list[float]:
    """The numbers of a value; parts of a hundred as such."""
    share = 100 if value.rstrip().endswith("%") else 1
    return [float(typed) / share for typed in NUMBER.findall(value)]
