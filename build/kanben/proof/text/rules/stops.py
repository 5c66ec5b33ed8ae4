"""Stops that are too many, missing, or at the wrong place (GB/T 15834-2011 4.5, 4.8, appendix B)."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import HAN, Galley, matches, told
from kanben.trouble import Trouble

COUNT = "一二三四五六七八九十"
BEGIN = "(?:(?<=[。；：！？”])|^)"
ORDINAL = re.compile(f"{BEGIN}第[{COUNT}](、)(?=[{HAN}])(?![{COUNT}第])")
BRACKETED = re.compile(rf"{BEGIN}[（(][{COUNT}\d]{{1,3}}[）)](、)")
BEFORE_ETC = re.compile("、(?=等(?:[。，；：！？）]|等|$))")
SIDE_BY_SIDE = re.compile("(?<=》)、(?=《)|(?<=”)、(?=“)")
SAID = re.compile(f"(?:[说问答喊]道?|指出|写道|强调)：“(?=[^”]*[{HAN}])[^“”]*[^。！？…，；：—“”](”。)")
ENDS_BARE = re.compile(f"(?![年月日页版卷期章节号册社网报])[{HAN}]$")
"""With a word that is not the last of a work cited in a note."""
SHORTEST = 20
"""Characters of a paragraph that is a sentence, and no line of a letter or a list."""


def ordinal_stops(galley: Galley) -> Iterator[Trouble]:
    """第一，…；（一）… without a stop."""
    for pattern, mended in ((ORDINAL, "，"), (BRACKETED, "")):
        for passage, found in matches(pattern, galley):
            yield told("ordinal-stop", passage, found.start(1), found.end(1), mended)


def needless_stops(galley: Galley) -> Iterator[Trouble]:
    """散文、诗歌等; 《甲》《乙》 and “甲”“乙” without a stop between them."""
    for pattern in (BEFORE_ETC, SIDE_BY_SIDE):
        for passage, found in matches(pattern, galley):
            yield told("needless-stop", passage, found.start(), found.end(), "")


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
