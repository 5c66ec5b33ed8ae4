"""Quotation marks and brackets: straight, lone, or within each other (GB/T 15834-2011 4.8 to 4.10, 4.15)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kanben.book.passage import OBJECT, Passage
from kanben.proof.text.galley import CHINESE, HAN, Galley, told
from kanben.proof.text.rules.half_width import bracket_pairs
from kanben.trouble import Trouble

STRAIGHT = {'"': re.compile('"([^"\n]*)"'), "'": re.compile(r"(?<![A-Za-z0-9])'([^'\n]*)'(?![A-Za-z])")}
CURLY = {'"': "“{}”", "'": "‘{}’"}
BESIDE = re.compile(f"[{HAN}，。；：？！、》（）]")
PAIRS = dict(zip("“‘《〈（【「『〔", "”’》〉）】」』〕", strict=True))
OPENERS = {closer: opener for opener, closer in PAIRS.items()}
MARK = re.compile(f"[{''.join(PAIRS)}{''.join(OPENERS)}]")
SPOKEN_OF = re.compile(f"(?<=“)[{''.join(PAIRS)}{''.join(OPENERS)}](?=”)")
INNER = {"“": ("‘", "”"), "‘": ("“", "’"), "《": ("〈", "》")}
"""What stands within a mark of the same kind."""
LABEL = re.compile(r"(?:^|[。；：，、！？\s])[0-9A-Za-z一二三四五六七八九十]{1,3}$")
"""A closing bracket behind it is alone by right: 1）, a）."""
ELISION = re.compile("[A-Za-z0-9]")
YEAR = re.compile(r"\d\d(?!\d)")
"""Behind the apostrophe of a year: ’98."""


def straight_quotes(galley: Galley) -> Iterator[Trouble]:
    """Each pair is told at its first mark."""
    for passage in galley.passages:
        for sign, pattern in STRAIGHT.items():
            for found in pattern.finditer(passage.text):
                before, after = passage.text[: found.start()][-1:], passage.text[found.end() :][:1]
                if BESIDE.match(before) or BESIDE.match(after) or CHINESE.search(found[1]):
                    mended = CURLY[sign].format(found[1])
                    yield told("straight-quotes", passage, found.start(), found.end(), mended)


def paired_marks(galley: Galley) -> Iterator[Trouble]:
    """A quotation of several paragraphs opens at each of them, and closes at the last."""
    for passage, following in pairwise((*map(evened, galley.passages), None)):
        if passage:
            faults, opened = unpaired(passage)
            yield from faults
            if not (following and len(opened) == 1 and goes_on(passage, opened[0], following)):
                yield from left_open(passage, opened)


def goes_on(passage: Passage, at: int, following: Passage) -> bool:
    return passage.text[at] in "“「" and following.text.startswith(passage.text[at])


def unpaired(passage: Passage) -> tuple[list[Trouble], list[int]]:
    """The faults of the marks that close, and where those stand that nothing closes."""
    faults: list[Trouble] = []
    opened: list[int] = []
    text = passage.text
    for mark in MARK.finditer(text):
        at = mark.start()
        if mark[0] in PAIRS:
            opened.append(at)
        elif opened and PAIRS[text[opened[-1]]] == mark[0]:
            faults += nested(passage, opened, at)
            opened.pop()
        elif not is_alone_by_right(text, at):
            faults.append(lone(passage, opened, at))
    return faults, opened


def evened(passage: Passage) -> Passage:
    """A pair of brackets of unlike widths is told elsewhere, and is a pair all the same; “（” is only spoken of."""
    text = SPOKEN_OF.sub(OBJECT, passage.text)
    for start, end in bracket_pairs(text):
        if {text[start], text[end]} & {"（", "）"}:
            text = f"{text[:start]}（{text[start + 1 : end]}）{text[end + 1 :]}"
    return replace(passage, text=text)


def nested(passage: Passage, opened: list[int], end: int) -> Iterator[Trouble]:
    """A pair that stands right within one of its own kind."""
    start = opened[-1]
    kinds = [passage.text[at] for at in opened if passage.text[at] in "“‘《〈"]
    sign = passage.text[start]
    if sign in INNER and kinds[-2:] == [sign, sign]:
        opener = INNER[sign][0]
        yield told("nested-marks", passage, start, end + 1, opener + passage.text[start + 1 : end] + PAIRS[opener])


def lone(passage: Passage, opened: list[int], at: int) -> Trouble:
    """A closing mark that closes nothing, or crosses another pair."""
    sign = OPENERS[passage.text[at]]
    inside = [spot for spot in opened if passage.text[spot] == sign]
    if not inside:
        return told("unpaired-mark", passage, at, at + 1, mark=passage.text[at], other=sign)
    crossed = passage.text[opened[-1]]
    opened.remove(inside[-1])
    return told("crossed-marks", passage, at, at + 1, mark=passage.text[at], other=crossed)


def is_alone_by_right(text: str, at: int) -> bool:
    if text[at] == "）":
        return bool(LABEL.search(text[:at]))
    return text[at] == "’" and bool(ELISION.match(text[:at][-1:]) or YEAR.match(text, at + 1))


def left_open(passage: Passage, opened: list[int]) -> Iterator[Trouble]:
    """Of two “ that nothing closes, the second was meant to close the first."""
    while opened:
        at = opened.pop(0)
        sign = passage.text[at]
        if opened and passage.text[opened[0]] == sign and sign in "“‘":
            end = opened.pop(0)
            yield told("turned-quote", passage, end, end + 1, PAIRS[sign])
        elif not (sign == "‘" and ELISION.match(passage.text[at + 1 : at + 2])):
            yield told("unpaired-mark", passage, at, at + 1, mark=sign, other=PAIRS[sign])
