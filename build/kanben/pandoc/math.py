"""Let pandoc write TeX as MathML: all formulas of a book in one run, that a cache may remember."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize
from xml.etree import ElementTree

from kanben.limits import FORMULA_DEPTH
from kanben.pandoc.citeproc import API
from kanben.pandoc.math_words import words_of_math
from kanben.pandoc.program import run_pandoc
from kanben.place import TITLE_YAML
from kanben.trouble import Stop

WARNING = re.compile(r"\[WARNING\] Could not convert TeX math ")
PROBLEM = re.compile(r"unexpected .*?(?= expecting |$)")
UPRIGHT = "normal"  # the one value of mathvariant that says what its character does not
Asked = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula's MathML without its outer element, and its words on one line; or what is wrong with its TeX."""

    mathml: str = ""
    words: str = ""
    problem: str = ""
    levels: int = 0
    """How deep it is, where that is too deep."""


def formulas(asked: Sequence[Asked]) -> list[Formula]:
    """Give the formula for each TeX, which is displayed (True) or stands in a line."""
    page = run_pandoc(["-f", "json", "-t", "html", "--mathml", "--wrap=none"], question(asked), TITLE_YAML).decode()
    root = ElementTree.fromstring(f"<body>{page.replace('&nbsp;', chr(0xA0))}</body>")
    found = [formula(div) for div in root]
    bad = [n for n, each in enumerate(found) if each is None]
    said = dict(zip(bad, problems([asked[n] for n in bad]), strict=True)) if bad else {}
    return [each or Formula(problem=said[n]) for n, each in enumerate(found)]


def question(asked: Sequence[Asked]) -> bytes:
    blocks = [{"t": "Div", "c": [["", [], []], [{"t": "Plain", "c": [math(*each)]}]]} for each in asked]
    return json.dumps({"pandoc-api-version": API, "meta": {}, "blocks": blocks}, ensure_ascii=False).encode()


def math(tex: str, display: bool) -> dict[str, Any]:
    return {"t": "Math", "c": [{"t": "DisplayMath" if display else "InlineMath"}, tex]}


# ---- the MathML ----------------------------------------------------------------------------------------------


def formula(div: ElementTree.Element) -> Formula | None:
    """The formula in pandoc's answer; None where pandoc left it as TeX."""
    for element in div.iter():
        element.tag = element.tag.rpartition("}")[2]
    if (semantics := div.find("math/semantics")) is None:
        return None
    content = semantics[0]
    if (levels := depth(content)) > FORMULA_DEPTH.most:
        return Formula(levels=levels)
    tidy(content)
    content.tail = None
    words = normalize("NFC", words_of_math(content).strip())
    return Formula(ElementTree.tostring(content, encoding="unicode"), words)


def depth(element: ElementTree.Element) -> int:
    """How many levels an element has, without calling itself for each."""
    levels, row = 0, [element]
    while row:
        levels, row = levels + 1, [child for parent in row for child in parent]
    return levels


def tidy(element: ElementTree.Element) -> None:
    """Take out what a strict content policy or MathML Core refuses; n! is no operation between n and what follows."""
    for inner in element.iter():
        inner.attrib.pop("style", None)
        if inner.tag != "mi" or inner.get("mathvariant") != UPRIGHT:
            inner.attrib.pop("mathvariant", None)
        if inner.tag == "mi" and inner.text == "!":
            inner.tag = "mo"
            inner.attrib = {"form": "postfix", "lspace": "0em", "rspace": "0em"}


# ---- what is wrong -------------------------------------------------------------------------------------------


def problems(asked: Sequence[Asked]) -> list[str]:
    """What pandoc says of each TeX that it left as it was; it warns of each once, in their order."""
    try:
        run_pandoc(["-f", "json", "-t", "html", "--mathml", "--fail-if-warnings"], question(asked), TITLE_YAML)
    except Stop as stop:
        words = dict(stop.troubles[0].facts).get("words", "")
        found = list(short(words))
        return found if len(found) == len(asked) else [found[0] if found else words] * len(asked)
    return [""] * len(asked)


def short(words: str) -> Iterator[str]:
    for said in WARNING.split(words)[1:]:
        found = PROBLEM.search(said)
        yield found[0] if found else said
