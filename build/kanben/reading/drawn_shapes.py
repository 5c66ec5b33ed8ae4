"""Count the shapes that a drawing (SVG) shows: what is used ten times by what is used ten times is a hundred.

A letter is a shape, and so is each part of what a shape is filled, cut, masked or marked with; gradients that repeat
themselves and rules of style count for what they cost to draw.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from kanben.fetched import fetched
from kanben.limits import SHAPES
from kanben.reading.drawing_faults import PARSER
from kanben.reading.drawn_gradients import HREFS, repeats
from kanben.reading.drawn_rules import Rule, declarations, matching, rules_of

BEYOND = SHAPES.most + 1
DEEPEST = 200
"""Groups and uses within each other; drawings that programs wrote have a dozen."""
MOST_ATTRIBUTES = 200
"""Of one element, those of its style as well: layout hands them on to all that it holds."""
LONG = 1000
"""Characters of attributes for which an element counts once more, since what it holds is asked for them as well."""
LETTERS = {"text", "tspan", "textPath"}
ALONE = {"clip-path", "mask", "filter"}
"""What holds for an element as a whole; all else is handed on to each shape in it."""
OUTLINES = ("d", "points")
own_style = lru_cache(1000)(declarations)
"""What the attribute `style` says: programs write the same words for many elements."""


def shows_too_much(data: bytes) -> bool:
    """Whether a drawing shows more shapes than kanben takes, or itself within itself, which has no end."""
    root = etree.fromstring(data, PARSER())
    elements = list(root.iter(etree.Element))
    rules = rules_of(elements)
    work = matching(elements, rules) if rules else 0
    if work >= BEYOND or any(map(is_laden, elements)) or repeats(elements) > SHAPES.most:
        return True
    return work + Counting(elements, rules).shown(root, 0).shapes >= BEYOND


def is_laden(element: etree._Element) -> bool:
    words = str(element.get("style", ""))
    return len(element.attrib) + words.count(";") > MOST_ATTRIBUTES


class Shown(NamedTuple):
    """What an element shows, and the corners of its outlines, at each of which a mark may stand."""

    shapes: int
    corners: int


@dataclass(slots=True)
class Counting:
    """Counts what each element of a drawing shows, once."""

    elements: list[etree._Element]
    rules: Iterable[Rule]
    known: dict[etree._Element, Shown] = field(default_factory=dict)
    named: dict[str, etree._Element] = field(init=False)
    styled: dict[etree._Element, list[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.named = {name: element for element in self.elements if (name := element.get("id"))}
        for rule in self.rules:
            pairs = [(name, target) for name, value in rule.declarations for target in targets(value)]
            for element in rule.subjects if pairs else ():
                self.styled.setdefault(element, []).extend(pairs)

    def shown(self, element: etree._Element, depth: int) -> Shown:
        if element not in self.known:
            self.known[element] = Shown(BEYOND, BEYOND)  # while it is counted: one that shows itself has no end
            if depth < DEEPEST:
                self.known[element] = self.counted(element, depth)
        return self.known[element]

    def counted(self, element: etree._Element, depth: int) -> Shown:
        held = [*element.iterchildren("*"), *self.at(element.get(href, "").removeprefix("#") for href in HREFS)]
        inner = [self.shown(each, depth + 1) for each in held]
        shapes = 1 + letters(element) + sum(each.shapes for each in inner)
        corners = corners_of(element) + sum(each.corners for each in inner)
        total = shapes * (1 + length(element) // LONG)
        for name, target in (*attributes(element), *self.styled.get(element, ())):
            times = 1 if name in ALONE else corners if name.startswith("marker") else shapes
            total += sum(times * self.shown(each, depth + 1).shapes for each in self.at([target]))
        return Shown(min(total, BEYOND), min(corners, BEYOND))

    def at(self, names: Iterable[str]) -> list[etree._Element]:
        return [self.named[name] for name in names if name in self.named]


def letters(element: etree._Element) -> int:
    if etree.QName(element).localname not in LETTERS:
        return 0
    return len(element.text or "") + sum(len(child.tail or "") for child in element)


def corners_of(element: etree._Element) -> int:
    """No fewer than its outline has: each has two numbers, or is told by a letter."""
    return sum(len(element.get(name, "")) // 2 + 1 for name in OUTLINES if element.get(name))


def length(element: etree._Element) -> int:
    """The characters of what is handed on to all that an element holds."""
    return sum(len(value) for name, value in element.attrib.items() if name not in (*OUTLINES, *HREFS))


def attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """What each attribute, and each word of its style, refers to."""
    for name, value in element.attrib.items():
        if name == "style":
            yield from ((each, target) for each, held in own_style(str(value)) for target in targets(held))
        else:
            yield from ((str(name), target) for target in targets(str(value)))


@lru_cache(1000)
def targets(value: str) -> tuple[str, ...]:
    """The places of the drawing to which a value refers by url(#…)."""
    return tuple(address[1:] for address, _ in fetched(value) if address.startswith("#"))
