"""Keep words whole in headings: what each line end would cost."""

import re
from functools import cache
from itertools import pairwise

from budoux import Parser, load_default_simplified_chinese_parser, load_default_traditional_chinese_parser

MARK = re.compile(r"[^\w\s]")
LEADING = "和与與及或而并並以"
"""Words that rather start a line than end one."""
TRAILING = "的地得了是"
AFTER_MARK, AT_PARTICLE, AT_WORD, AT_SHORT_WORD, IN_WORD = 0, 10, 20, 60, 150


def word_penalties(text: str, language: str) -> dict[int, int]:
    """Give the penalty of a line end before each character (counted from 0) of a heading."""
    words, penalties, at = _parser(language).parse(text), dict.fromkeys(range(1, len(text)), IN_WORD), 0
    for before, after in pairwise(words):
        at += len(before)
        penalties[at] = _between(before, after)
    return penalties


def _between(before: str, after: str) -> int:
    if MARK.match(before[-1]):
        return AFTER_MARK
    if before[-1] in TRAILING or after[0] in LEADING:
        return AT_PARTICLE
    return AT_SHORT_WORD if 1 in (len(before), len(after)) else AT_WORD


@cache
def _parser(language: str) -> Parser:
    """Load the words of Simplified or Traditional Chinese."""
    traditional = language.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))
    return load_default_traditional_chinese_parser() if traditional else load_default_simplified_chinese_parser()
