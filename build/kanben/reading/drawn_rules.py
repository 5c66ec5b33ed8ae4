"""Read the rules of a drawing's stylesheets: to which elements each may belong, and what it costs to find that out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import tinycss2
from lxml import etree

SHARE = 500
"""So many questions whether a rule belongs to an element cost as much as a shape."""
STEP = re.compile(r"[\s~]|:has\(|:nth-|:is\(|:not\(|:where\(")
"""What lets a selector look at more than the element itself and its parent."""
SUBJECT = re.compile(r"([.#]?)([\w-]+)[^\s>+~]*\s*$")
MOST_STEPS = 9
LONGEST = 200  # characters of a selector, declarations of a rule
SPACES = re.compile(r"\s+|\s*([>+~,])\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector, and what it says of the elements that it may belong to."""

    selector: str
    subjects: Sequence[etree._Element]
    declarations: tuple[tuple[str, str], ...]


def rules_of(elements: list[etree._Element]) -> list[Rule]:
    """Each selector of each stylesheet in the drawing."""
    styles = [element for element in elements if etree.QName(element).localname == "style"]
    known = index(elements) if styles else {}
    rules = []
    for style in styles:
        for part in tinycss2.parse_stylesheet("".join(style.itertext()), skip_comments=True, skip_whitespace=True):
            if part.type == "qualified-rule":
                said, asked = declarations(part.content), selectors(part.prelude)
                rules += [Rule(selector, subjects(selector, known, elements), said) for selector in asked]
    return rules


def declarations(content: str | list[object]) -> tuple[tuple[str, str], ...]:
    parts = tinycss2.parse_blocks_contents(content)
    return tuple((part.lower_name, tinycss2.serialize(part.value)) for part in parts if part.type == "declaration")


def selectors(prelude: list[object]) -> list[str]:
    """Those between commas; one with a comma in brackets stays whole."""
    text = SPACES.sub(lambda found: found[1] or " ", tinycss2.serialize(prelude)).strip()
    return [text] if "(" in text else text.split(",")


def index(elements: Iterable[etree._Element]) -> dict[str, list[etree._Element]]:
    """The elements of each name, class (.a) and id (#a)."""
    known: dict[str, list[etree._Element]] = {}
    for element in elements:
        names = [etree.QName(element).localname, *(f".{name}" for name in element.get("class", "").split())]
        for name in (*names, f"#{element.get('id', '')}"):
            known.setdefault(name, []).append(element)
    return known


def subjects(
    selector: str, known: dict[str, list[etree._Element]], elements: list[etree._Element]
) -> Sequence[etree._Element]:
    """The elements to which a selector may belong, by the first name of its last part; all, where that has none."""
    last = re.split(r"[\s>+~]", selector)[-1]
    found = SUBJECT.match(last)
    return known.get(found[1] + found[2], []) if found and "\\" not in selector else elements


def matching(elements: list[etree._Element], rules: list[Rule]) -> int:
    """What it costs to ask each rule of each element, in shapes."""
    if any(len(rule.selector) > LONGEST or len(rule.declarations) > LONGEST for rule in rules):
        return len(elements) * LONGEST * len(rules)
    reach = max(deepest(elements), *Counter(element.getparent() for element in elements).values(), 2)
    asked = sum(int(reach ** min(len(STEP.findall(rule.selector)), MOST_STEPS)) for rule in rules)
    return len(elements) * asked // SHARE


def deepest(elements: Iterable[etree._Element]) -> int:
    depth: dict[etree._Element | None, int] = {None: 0}
    for element in elements:
        depth[element] = depth.get(element.getparent(), 0) + 1
    return max(depth.values())
