"""Amounts and dates that cannot be meant: 大约三百本左右, 二个, 2月30日."""

import re
from calendar import monthrange
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

ABOUT = re.compile(
    r"(大约|大概|将近|(?<![条节合预公制契签特简隐婉违失])约)[^，。；：、！？]{0,3}?[\d一二三四五六七八九十百千万亿两几]+"
    r"[^，。；：、！？\d]{0,5}?(左右|上下)(?![一-鿿]{0,1}[都两翻])"
)
NEARLY = re.compile(
    r"(?<![附最靠临接将邻亲远新浅贴逼])(近)[\d一二三四五六七八九十百千万亿两]+(多|余)(?=[名位人个件项种家户亩吨元万亿公])(?!个月)"
)
"""Fewer and more at once; 近三百多年 are the last three hundred years and more."""
TWO = re.compile(r"(?<![第十百千万亿零〇一二三四五六七八九\d初])二(?=个(?!月份?)|种|位(?![数于置]))|俩(?=个)")
DATE = re.compile(r"(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
GREGORIAN = 1583
"""The first whole year of the calendar by which leap years are counted."""


def doubled_estimates(galley: Galley) -> Iterator[Trouble]:
    for pattern in (ABOUT, NEARLY):
        for passage, found in matches(pattern, galley):
            yield told("doubled-estimate", passage, found.start(), found.end(), one=found[1], other=found[2])


def counted_twos(galley: Galley) -> Iterator[Trouble]:
    """Things are counted 两个, places in a row 第二个."""
    for passage, found in matches(TWO, galley):
        yield told("counted-two", passage, found.start(), found.end(), "两")


def impossible_dates(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(DATE, galley):
        if not is_day(int(found[1] or 0), int(found[2]), int(found[3])):
            yield told("impossible-date", passage, found.start(), found.end())


def is_day(year: int, month: int, day: int) -> bool:
    """Without a year, and in the old calendar, February may have 29 days."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= monthrange(year if year >= GREGORIAN else 2000, month)[1]
