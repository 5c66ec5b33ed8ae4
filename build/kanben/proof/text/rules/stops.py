"""Stops that are too many, missing, or at the wrong place (GB/T 15834-2011 4.5, 4.8, appendix B)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kanben.proof.text.galley import HAN, Galley, matches, told
from kanben.trouble import Trouble

COUNT = "一二三四五六七八九十"
BEGIN = "(?:(?<=[。；：！？”])|^)"
ORDINAL = re.compile(f"{BEGIN}第[{COUNT}](、)(?=[{HAN}])(?![{COUNT}第])")
BRACKETED = re.compile(rf"{BEGIN}[（(][{COUNT}\d]{{1,3}}[）)](、)")
ARABIC = re.compile(rf"^\d{{1,2}}(、)(?=[{HAN}])(?![{COUNT}月日])")
BEFORE_ETC = re.compile("、(?=等(?:[。，；：！？）]|等|$))")
SIDE_BY_SIDE = re.compile("(?<=》)、(?=《)|(?<=”)、(?=“)")
NEXT_TO = "|".join(f"{one}、{other}" for one, other in pairwise("一二三四五六七八九"))
ABOUT = re.compile(
    f"(?<![第初{COUNT}、～—至])(?:{NEXT_TO})(?=个(?!月份)|次|遍|回|趟|天|岁|人|名|位|条|只|里|公里|倍|成|[百千万亿])"
)
"""五六次: numbers side by side that say about how many; 五、六年级 and 第五、六次 are two."""
SAID = re.compile(f"(?:[说问答喊]道?|指出|写道|强调)：“(?=[^”]*[{HAN}])[^“”]*[^。！？…，；：—“”](”。)")
ENDS_BARE = re.compile(f"(?![年月日页版卷期章节号册社网报])[{HAN}]$")
"""With a word that is not the last of a work cited in a note."""
SHORTEST = 20
"""Characters of a paragraph that is a sentence, and no line of a letter or a list."""


def ordinal_stops(galley: Galley) -> Iterator[Trouble]:
    """第一，…；（一）… without a stop; 1.…"""
    for pattern, mended in ((ORDINAL, "，"), (BRACKETED, ""), (ARABIC, ".")):
        for passage, found in matches(pattern, galley):
            yield told("ordinal-stop", passage, found.start(1), found.end(1), mended)


def needless_stops(galley: Galley) -> Iterator[Trouble]:
    """散文、诗歌等; 《甲》《乙》, “甲”“乙” and 五六次 without a stop between them."""
    for pattern in (BEFORE_ETC, SIDE_BY_SIDE):
        for passage, found in matches(pattern, galley):
            yield told("needless-stop", passage, found.start(), found.end(), "")
    for passage, found in matches(ABOUT, galley):
        yield told("needless-stop", passage, found.start() + 1, found.end() - 1, "")


def stops_of_speech(galley: Galley) -> Iterator[Trouble]:
    """What is said in whole after a colon ends within its marks."""
    for passage, found in matches(SAID, galley):
        yield told("stop-of-speech", passage, found.start(1), found.end(1), "。”")


def missing_stops(galley: Galley) -> Iterator[Trouble]:
    for passage in galley.passages:
        text = passage.text
        is_sentence = len(text) >= SHORTEST and re.search("[，；。]", text) and not text.startswith("—")
        if passage.kind == "paragraph" and is_sentence and ENDS_BARE.search(text):
            yield told("missing-stop", passage, len(text) - 1, len(text), f"{text[-1]}。")
