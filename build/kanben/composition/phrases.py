"""Say where the lines of a heading may end on a screen, which breaks them as it goes and knows no words."""

import re
from collections.abc import Iterator
from functools import cache

from kanben.composition.characters import HAN, NO_END, NO_START, UNSPLIT
from kanben.composition.words import AT_SHORT_WORD, AT_WORD, IN_WORD, TRAILING, word_penalties

LONGEST = 6
"""So many characters may a phrase have: a short word stays with its neighbours, 新质生产力, as long as that goes."""


WHOLE = 8
"""Words of the book's own up to so many characters are never split: a longer one fits on no line of a phone."""


@cache
def phrase_ends(text: str, language: str, own_words: tuple[str, ...] = ()) -> tuple[int, ...]:
    """Give the characters of a heading, counted from 0, before which a line may end (at spaces it may anyway).

    A phrase that grows too long is cut from its beginning, where verbs stand: 发展|新质生产力的.
    """
    penalties = word_penalties(text, language)
    for start, end in places_of(own_words, text):
        penalties |= dict.fromkeys(range(start + 1, end), IN_WORD)
        if start:
            is_alone = start == 1 or penalties[start - 1] < IN_WORD
            penalties[start] = min(penalties[start], AT_SHORT_WORD if is_alone else AT_WORD)
    inside = {k for run in UNSPLIT.finditer(text) for k in range(run.start() + 1, run.end())}
    words = [at for at, cost in penalties.items() if cost < IN_WORD and at not in inside and may_end(text, at)]
    ends = [at for at in words if penalties[at] <= AT_WORD]
    found = [0]
    for at in words:
        next_end = next((end for end in ends if end > at), len(text))
        long = next_end - found[-1] > LONGEST and at - found[-1] > 1
        if at in ends or (long and not is_short(at, words, text)):
            found.append(at)
    return tuple(found[1:])


def places_of(own_words: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    """Where words of the book stand, the longer before those within them."""
    words = sorted((word for word in own_words if 1 < len(word) <= WHOLE), key=len, reverse=True)
    if words:
        yield from (found.span() for found in re.finditer("|".join(map(re.escape, words)), text))


def may_end(text: str, at: int) -> bool:
    """Whether the marks on both sides let go, and more than one character stands on each."""
    before, after = text[at - 1], text[at]
    if at in (1, len(text) - 1) or after in NO_START or before in NO_END or before.isspace() or after.isspace():
        return False
    return bool(HAN.match(before) or HAN.match(after))


def is_short(at: int, words: list[int], text: str) -> bool:
    """Whether one character stands on each side, or 的 behind: rather one word than two."""
    return text[at] in TRAILING or {at - 1, at + 1} <= {0, *words, len(text)}
