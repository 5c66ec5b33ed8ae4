"""Sort by pinyin: the only room that knows pypinyin, whose phrases say how a character is read within words."""

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_normal

from kanben.passes.sorting import Doubt, Key, Step, head_of, is_han, plain_steps

READING = re.compile(r"([a-zü]+)([1-5]?)")
LONGEST = max(map(len, PHRASES_DICT))
RARE = 1 / 200
"""A reading that so small a share of all phrases uses is not worth a question: dài for 大."""


def is_word(text: str) -> bool:
    """Whether the dictionary knows it as a word of several characters."""
    return text in PHRASES_DICT


class ByPinyin:
    """Letters first, then tones; `sort` gives the reading where pypinyin's would be wrong: zeng guo fan for 曾国藩."""

    def key(self, term: str, sort: str) -> Key:
        return sort_key(term, sort)

    def head(self, term: str, sort: str) -> str:
        return head_of(sort_key(term, sort))

    def doubt(self, term: str) -> Doubt | None:
        """Whether a term's first character is a polyphone, and no phrase that the term begins with decides it."""
        words = "".join(filter(str.isalnum, term))
        if not words or not is_han(words[0]) or any(words[:end] in PHRASES_DICT for end in range(2, len(words) + 1)):
            return None
        if len({spelling for spelling, _ in all_readings(words[0])}) == 1:
            return None
        taken = readings(words)[0][0]
        others = others_than(taken, words[0])
        return Doubt(words[0], taken, others) if others else None


@lru_cache(4096)
def sort_key(term: str, sort: str) -> Key:
    if sort and not any(map(is_han, sort)):
        return spelt(term, sort.lower().split())
    text = sort or term
    waiting = iter(readings(text))
    return tuple(han_step(step, *next(waiting)) if isinstance(step, str) else step for step in plain_steps(text))


def spelt(term: str, syllables: list[str]) -> Key:
    """The key of a reading that an editor gave; the tones are those of the characters where they fit one by one."""
    han = [character for character in term if is_han(character)]
    if len(han) != len(syllables):
        han = [""] * len(syllables)
    return tuple(
        han_step(character, *with_tone(character, syllable)) for character, syllable in zip(han, syllables, strict=True)
    )


def with_tone(character: str, syllable: str) -> tuple[str, int]:
    spelling, tone = split(syllable.replace("v", "ü"))
    fitting = (tone for known, tone in all_readings(character) if known == spelling)
    return spelling, tone or next(fitting, 0)


def han_step(character: str, spelling: str, tone: int) -> Step:
    return 1, spelling[:1], 1, spelling, tone, character


def readings(text: str) -> list[tuple[str, int]]:
    """The syllable and the tone of each Han character, as its neighbours let it be read."""
    found = lazy_pinyin(text, style=Style.TONE3, errors=one_by_one, neutral_tone_with_five=True, v_to_u=True)
    return [split(reading) for reading, character in zip(found, text, strict=True) if is_han(character)]


def one_by_one(signs: str) -> Any:
    """What has no reading, a piece for each character."""
    return list(signs)


def split(reading: str) -> tuple[str, int]:
    """zeng1 -> (zeng, 1); a character without a reading sorts behind all others of its kind."""
    match = READING.fullmatch(reading)
    return (match[1], int(match[2] or 0)) if match else ("～", 0)


def all_readings(character: str) -> list[tuple[str, int]]:
    given = pinyin(character, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True, v_to_u=True)
    return [split(reading) for each in given for reading in each]


@cache
def common_readings(character: str) -> tuple[str, ...]:
    """The spellings of a character that the phrases of the dictionary use, without the rarest."""
    counted = Counter(
        to_normal(reading[0], v_to_u=True)
        for phrase, syllables in PHRASES_DICT.items()
        if character in phrase
        for each, reading in zip(phrase, syllables, strict=False)
        if each == character
    )
    return tuple(reading for reading, times in counted.items() if times > counted.total() * RARE)


# ---- readings over characters --------------------------------------------------------------------------------


class DoubtfulReading(NamedTuple):
    """A character of a word, counted from 0, and how else it is read."""

    at: int
    others: tuple[str, ...]


def spoken(words: str) -> list[str]:
    """The syllable of each character with its tone: zhòng; empty for one without a reading."""
    found = lazy_pinyin(words, style=Style.TONE, errors=one_by_one)
    return ["" if syllable == character else syllable for syllable, character in zip(found, words, strict=True)]


def doubtful_readings(words: str) -> list[DoubtfulReading]:
    """The polyphones of words that no phrase of the dictionary decides."""
    decided: set[int] = set()
    for start in range(len(words)):
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            if words[start:end] in PHRASES_DICT:
                decided.update(range(start, end))
    found = []
    for at, (character, syllable) in enumerate(zip(words, spoken(words), strict=True)):
        others = () if at in decided else others_than(to_normal(syllable, v_to_u=True), character)
        if others:
            found.append(DoubtfulReading(at, others))
    return found


def others_than(taken: str, character: str) -> tuple[str, ...]:
    """How else a character is commonly read."""
    return tuple(other for other in common_readings(character) if other != taken)
