"""Rows of ordinals in the text that leave one out, or say one twice: 第一，…第二，…第四，…"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kanben.book.chinese import han_number
from kanben.book.passage import Passage
from kanben.proof.text.galley import Galley, told
from kanben.trouble import Trouble

COUNT = "[一二三四五六七八九十]{1,2}"
BEGIN = "(?:^|(?<=[。；：，！？]))"
KINDS = (
    re.compile(f"{BEGIN}({COUNT})是"),
    re.compile(f"{BEGIN}第({COUNT})[，是]"),
    re.compile(f"{BEGIN}其({COUNT})，"),
    re.compile(f"{BEGIN}（({COUNT})）"),
)
NUMBERS = {han_number(n): n for n in range(1, 100)}
OTHERWISE = re.compile("其次|再次|再者|另外|此外|还有")
"""Words that stand for an ordinal."""


def skipped_ordinals(galley: Galley) -> Iterator[Trouble]:
    """Within a paragraph, and from one paragraph to the next."""
    for kind in KINDS:
        for passage in galley.passages:
            yield from broken((passage,), [(0, found) for found in kind.finditer(passage.text)])
        for section in sections(galley.passages):
            firsts = [(at, found) for at, passage in enumerate(section) if (found := kind.match(passage.text))]
            yield from broken(section, firsts)


def sections(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, ...]]:
    """The paragraphs and items between two headings."""
    begin = 0
    for at, passage in enumerate(passages):
        if passage.kind == "heading":
            yield passages[begin:at]
            begin = at + 1
    yield passages[begin:]


def broken(section: tuple[Passage, ...], row: list[tuple[int, re.Match[str]]]) -> Iterator[Trouble]:
    """Each number that is its forerunner again, or leaves one out that nothing between the two stands for."""
    begun = False
    for (before, first), (at, second) in pairwise(row):
        last, number = NUMBERS.get(first[1], 0), NUMBERS.get(second[1], 0)
        begun = begun or last == 1
        skipped = han_number(number - 1)
        between = "".join(passage.text for passage in section[before : at + 1])[first.end() :]
        between = between.removesuffix(section[at].text[second.start() :])
        twice = number == last > 1 and at - before < 2
        if begun and (twice or (number == last + 2 and skipped not in between and not OTHERWISE.search(between))):
            yield told("skipped-ordinal", section[at], second.start(), second.end(), last=first[1])
