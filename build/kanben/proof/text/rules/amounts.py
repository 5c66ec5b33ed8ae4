"""Amounts and dates that cannot be meant: 大约三百本左右, 至少三人以上, 20几个, 二个, 2月30日."""

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

HAN_NUMBER = "一二三四五六七八九十百千万亿两几"
SOME = rf"[\d{HAN_NUMBER}]+(?:[.,]\d+)?[百千万亿]*"
COUNTED = "[名位人个件项种家户亩吨元公条只艘辆台套座块张次本篇部所处倍页]"
BARE_ABOUT = "(?<![条节合预公制契签特简隐婉违失大纽北华里集邀相租解毁爽赴履守依盟誓婚缔立续俭商])约(?![定翰见谈请])"
BARE_NEARLY = "(?<![附最靠临接将邻亲远新浅贴逼就迫挨走趋])近"
AROUND = re.compile(
    rf"(大约|大概|将近|{BARE_ABOUT}|{BARE_NEARLY}(?={SOME}))[^，。；：、！？]{{0,3}}?{SOME}"
    r"[^，。；：、！？\d]{0,5}?(左右|上下)(?![一-鿿]{0,1}[都两翻])"
)
AND_MORE = re.compile(
    rf"(大约|{BARE_ABOUT}|{BARE_NEARLY}|超过)[\d{HAN_NUMBER[:-1]}]+(多|余)(?=万|亿|{COUNTED})(?!个月|公?里)"
)
"""Fewer and more at once; 近三百多年 are the last three hundred years and more."""
LEAST = re.compile(
    rf"(至少|起码|最少|不少于|不低于|超过|高于|多于)[^，。；：、！？“”\d{HAN_NUMBER}]{{0,3}}"
    rf"(?:{SOME}(?:{COUNTED}|[年天岁层米]|分钟|小时|公里|平方米)?|半数|[\d.]+[%％])(以上)"
)
MOST = re.compile(
    rf"(至多|最多|不超过|不高于|低于|少于|不足|不到)(?:{SOME}(?:{COUNTED}|[年天岁层米]|分钟|小时|公里|平方米)?|半数|[\d.]+[%％])(以下|以内)"
)
UNTIL = re.compile("(截止|截至到)[^，。；：！？]{1,10}(为止)(?![损跌血痛])")
"""截至…止 is said by right: 截至本月底止."""
FEW = re.compile(rf"(?<![\d.])([1-9]0)几(?=[多万亿年天岁]|{COUNTED})")
SIDE_BY_SIDE = "|".join(f"{one}、{other}" for one, other in pairwise("123456789"))
ABOUT_SO_MANY = re.compile(
    rf"(?<![\d、第图表式例题注页卷条章节～—\-至.])({SIDE_BY_SIDE})(?=个(?!月份|别)|天|次|遍|岁|公里)"
)
DIGITS = dict(zip("123456789", "一二三四五六七八九", strict=True))
TWO = re.compile(r"(?<![第十百千万亿零〇一二三四五六七八九\d初、])二(?=个(?!月份?)|种)|俩(?=个)")
DATE = re.compile(r"(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
MONTH = re.compile(r"(?<!\d)\d{4}年(\d{1,2})月(?!\d{1,2}日)")
GREGORIAN = 1583
"""The first whole year of the calendar by which leap years are counted."""


def doubled_estimates(galley: Galley) -> Iterator[Trouble]:
    """Two words for about so many, for at least, for at most, or for until."""
    for pattern in (AROUND, AND_MORE, LEAST, MOST, UNTIL):
        for passage, found in matches(pattern, galley):
            yield told("doubled-estimate", passage, found.start(), found.end(), one=found[1], other=found[2])


def typed_estimates(galley: Galley) -> Iterator[Trouble]:
    """About so many is written in Han: 二十几个, 三四个 (GB/T 15835-2011 4.2)."""
    for passage, found in matches(FEW, galley):
        tens = found[1][:-1]
        yield told("typed-estimate", passage, found.start(), found.end(), f"{DIGITS[tens]}十几".removeprefix("一"))
    for passage, found in matches(ABOUT_SO_MANY, galley):
        yield told("typed-estimate", passage, found.start(), found.end(), DIGITS[found[1][0]] + DIGITS[found[1][2]])


def counted_twos(galley: Galley) -> Iterator[Trouble]:
    """Things are counted 两个, places in a row 第二个; 二位 is said to guests."""
    for passage, found in matches(TWO, galley):
        yield told("counted-two", passage, found.start(), found.end(), "两")


def impossible_dates(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(DATE, galley):
        if not is_day(int(found[1] or 0), int(found[2]), int(found[3])):
            yield told("impossible-date", passage, found.start(), found.end())
    for passage, found in matches(MONTH, galley):
        if not is_day(0, int(found[1]), 1):
            yield told("impossible-date", passage, found.start(), found.end())


def is_day(year: int, month: int, day: int) -> bool:
    """Without a year, and in the old calendar, February may have 29 days."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= monthrange(year if year >= GREGORIAN else 2000, month)[1]
