"""Ranges of numbers (GB/T 15834-2011 4.13, GB/T 15835-2011 5.1): their mark, their units, one style in a book."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kanben.book.passage import Passage
from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

MOMENTS = ("月", "日", "世纪")
UNITS = (
    "年|月|日|时|世纪|个百分点|个月|小时|分钟|平方米|平方公里|立方米|公里|千米|公斤|千克|千瓦|美元|公顷|页|章|节|条|卷|期|版|级|届|点|分|秒|周|天"
    "|个|名|人|岁|倍|次|万|亿|百|千|元|吨|克|米|升|斤|件|种|家|座|项|户|层|度|套|台|辆|亩|份|处|位|字|行|[%％‰℃°]"
)
LATIN_UNITS = (
    r"\s?(?:kg|km|cm|mm|mL|ml|kW|MW|GW|Hz|MHz|GHz|MB|GB|TB|KB|kB|pt|em|px|nm|μm|dB|m|g|t|L|V|A|W|h|s)(?![A-Za-z])"
)
NUMBER = r"\d+(?:[.,]\d+)*"
RANGE = re.compile(
    rf"(?<![\w.\-–—/～~(（第][图表式])(?<![A-Za-z0-9.\-–—/～~_图表式§=])({NUMBER})({UNITS})?"
    rf"(-|－|–|~|〜|∼|—{{1,2}}|～{{1,2}}|一)({NUMBER})({UNITS}|{LATIN_UNITS})(?![-–])"
)
YEARS = re.compile(r"(?<=[（(])(1\d{3}|20\d\d)(年?)(-|–|~|～)(1\d{3}|20\d\d)(年?)(?=[）)，])")
CLOCK = r"(?:[01]?\d|2[0-4])[:：][0-5]\d"
HOURS = re.compile(rf"(?<![\w:：.\-–—/])({CLOCK})()(-|－|–|~|〜|∼)({CLOCK})()(?![\w:：\-–])", re.ASCII)
DAY = "(?:周|星期|礼拜)[一二三四五六日天末]"
DAYS = re.compile(f"({DAY})()(-|－|–|~|〜|∼)({DAY})()")
LARGE = ("%", "％", "‰", "万", "亿")
"""Units that both numbers have: 10%～20%, 3万～5万."""
Kind = Literal["time", "amount", "place"]
PLACES = ("页", "章", "节", "条", "卷", "期", "版", "级", "届", "行", "周")


class Range(NamedTuple):
    passage: Passage
    start: int
    end: int
    low: str
    low_unit: str
    mark: str
    high: str
    unit: str

    @property
    def kind(self) -> Kind:
        """Times are joined by —, amounts by ～ (4.13.3); of pages and the like, both are seen."""
        if self.unit in PLACES:
            return "place"
        return "time" if self.is_of_years or self.unit in MOMENTS or re.search("[:：]|[一-鿿]", self.low) else "amount"

    @property
    def is_of_years(self) -> bool:
        """1998—2001年; 618—907年, as so many years would be a round number: 500～600年."""
        is_round = self.low.endswith("0") and self.high.endswith("0")
        digits = 4 if is_round else 3
        return self.unit in ("年", "") and self.low.isdigit() and digits <= len(self.low) <= 4

    def written(self, mark: str) -> str:
        unit = self.unit if self.unit in LARGE else self.low_unit
        return f"{self.low}{unit}{mark}{self.high}{self.unit}"


def ranges(galley: Galley) -> Iterator[Range]:
    for pattern in (RANGE, YEARS, HOURS, DAYS):
        for passage, found in matches(pattern, galley):
            low, low_unit, mark, high, unit = (group or "" for group in found.groups())
            yield Range(passage, found.start(), found.end(), low, low_unit, mark, high, unit)


def range_marks(galley: Galley) -> Iterator[Trouble]:
    """A hyphen and its kin in the place of — or ～."""
    for found in ranges(galley):
        if found.mark not in ("—", "～"):
            right = "～" if found.kind == "amount" else "—"
            yield told("range-mark", found.passage, found.start, found.end, found.written(right), mark=found.mark)


def range_units(galley: Galley) -> Iterator[Trouble]:
    """10～20% would say ten, not ten per cent."""
    for found in ranges(galley):
        if found.mark in ("—", "～") and found.unit in LARGE and not found.low_unit:
            yield told("range-unit", found.passage, found.start, found.end, found.written(found.mark), unit=found.unit)


def range_style(galley: Galley) -> Iterator[Trouble]:
    """Where a book has both marks for one kind of range, the rarer is told."""
    right = [found for found in ranges(galley) if found.mark in ("—", "～")]
    counts = Counter((found.kind, found.mark) for found in right)
    for found in right:
        other = "～" if found.mark == "—" else "—"
        if counts[found.kind, other] > counts[found.kind, found.mark]:
            mended = found.written(other)
            yield told("range-style", found.passage, found.start, found.end, mended, mark=found.mark, other=other)
