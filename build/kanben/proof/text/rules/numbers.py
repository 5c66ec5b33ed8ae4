"""Numbers and dates (GB/T 15835-2011): 2024.5.1, 二○二四年, 98年3月, 5千万; one style of dates in a book."""

import re
from collections import Counter
from collections.abc import Iterator

from kanben.book.chinese import han_number
from kanben.proof.text.galley import CHINESE, Galley, matches, told
from kanben.trouble import Trouble

TYPED = re.compile(
    r"(?<![\w.\-/])(?<!版本)(?<!v)((?:19|20)\d\d)([./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\w.\-/])", re.ASCII
)
HAN_DIGIT = "一二三四五六七八九"
CIRCLE = re.compile(f"(?<![{HAN_DIGIT}])[{HAN_DIGIT}][{HAN_DIGIT}〇零○◯OＯo0Ｏ]{{3}}(?=年)")
ZERO = re.compile("[零○◯OＯo0]")
SHORT = re.compile(
    r"(?<![\d.,，—～~\-年第])(?:0\d年|\d\d年(?=(?:1[0-2]|[1-9])月(?!龄|大))|(?:(?<=[在于自从])|(?<=到了))[7-9]\d年(?![代龄后前来间里内以多的之时]))"
    r"|(?<!\d)(?:1[5-9]|20)\d\d年?[—～\-](?:0\d年|\d\d年(?![间内]))"
)
THOUSANDS = re.compile(
    r"(?<![\d.])\d+(?:\.\d+)?(?:千(?![克米瓦伏赫帕焦卡字兆位安比分年古秋里])|百(?![帕分年年]))(?=[万亿多余]|\d)"
)
ISO = re.compile(r"(?<![\w\-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w\-]|\s*\d{1,2}:)", re.ASCII)
ARABIC = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
HAN_DATE = re.compile(f"[{HAN_DIGIT}][{HAN_DIGIT}〇]{{3}}年[{HAN_DIGIT}十]+月[{HAN_DIGIT}十]+日")
STYLES = (ARABIC, ISO, HAN_DATE)
HAN_TEN = f"[{HAN_DIGIT}十]{{1,3}}"
MIXED = re.compile(
    rf"{HAN_TEN}世纪\d0年代|(?<!\d)\d{{1,2}}世纪[{HAN_DIGIT}]十年代"
    rf"|(?<![{HAN_DIGIT}])[{HAN_DIGIT}][{HAN_DIGIT}〇○零]{{3}}年\d{{1,2}}月(?:\d{{1,2}}日)?|\d{{1,2}}月{HAN_TEN}日"
)
IN_HAN = re.compile(f"[{HAN_DIGIT}十〇○零]+(?=[世年月日])")
NUMBERS = {han_number(n): n for n in range(1, 100)}
YEAR_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def typed_dates(galley: Galley) -> Iterator[Trouble]:
    for passage, date in matches(TYPED, galley):
        if CHINESE.search(passage.text):
            mended = f"{date[1]}年{int(date[3])}月{int(date[4])}日"
            yield told("typed-date", passage, date.start(), date.end(), mended)


def zeros_in_years(galley: Galley) -> Iterator[Trouble]:
    for passage, year in matches(CIRCLE, galley):
        if ZERO.search(year[0]):
            yield told("year-zero", passage, year.start(), year.end(), ZERO.sub("〇", year[0]))


def short_years(galley: Galley) -> Iterator[Trouble]:
    """06年, 98年3月, 于84年; 1998—02年. A span of 70年 is none."""
    for passage, year in matches(SHORT, galley):
        yield told("short-year", passage, year.start(), year.end())


def mixed_dates(galley: Galley) -> Iterator[Trouble]:
    """二十世纪80年代, 二〇二四年3月: a date is in Han or in digits (5.2); the moon's calendar is in Han (4.2)."""
    for passage, date in matches(MIXED, galley):
        mended = IN_HAN.sub(lambda han: str(NUMBERS.get(han[0]) or han[0].translate(YEAR_DIGITS)), date[0])
        yield told("mixed-date", passage, date.start(), date.end(), mended)


def mixed_numbers(galley: Galley) -> Iterator[Trouble]:
    """Of Han units, only 万 and 亿 stand behind Arabic digits."""
    for passage, number in matches(THOUSANDS, galley):
        value, unit = number[0][:-1], number[0][-1]
        digits = f"{float(value) * (1000 if unit == '千' else 100):g}"
        yield told("mixed-number", passage, number.start(), number.end(), digits)


def date_style(galley: Galley) -> Iterator[Trouble]:
    """Where a book has dates of two styles, the rarer is told."""
    found = [(style, passage, date) for style in STYLES for passage, date in matches(style, galley)]
    counts = Counter(style for style, _, _ in found)
    usual = max(STYLES, key=lambda style: counts[style])
    for style, passage, date in found:
        if counts[style] < counts[usual]:
            yield told("date-style", passage, date.start(), date.end())
