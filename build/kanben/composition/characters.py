"""Classes of characters, as tables (CLREQ 3.1.2 to 3.1.6; GB/T 15834-2011 5.1)."""

import re
from functools import cache
from typing import Literal

CharacterClass = Literal["open", "pause", "stop", "closer", "space", "dash", "other", "han", "latin", "none"]

OPEN = "“‘（《〈【〔〖［｛「『"
PAUSE = "，、；："
STOP = "。．！？"
CLOSER = "”’）》〉】〕〗］｝」』"
CLOSE = PAUSE + STOP + CLOSER
SPACES = " \u00a0"
ATOMIC = "\ufffc"
"""What an inline box (an image, an inline block) stands for in a paragraph's text."""
FORMULA = "\U0001d465"
"""What a formula stands for: a letter, which is spaced from Han and parted from no mark or word beside it."""

NO_START = CLOSE + "·•～／/％%‰℃° \n"
"""Characters that never start a line; a single — (a connector) is judged where lines may end."""
NO_END = OPEN + "¥￥$£€"
"""Characters that never end a line."""

CLASSES: tuple[tuple[str, CharacterClass], ...] = (
    (OPEN, "open"),
    (PAUSE, "pause"),
    (STOP, "stop"),
    (CLOSER, "closer"),
    (SPACES, "space"),
    ("—…", "dash"),
    ("·～" + ATOMIC, "other"),
)
HAN = re.compile(
    "[\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]",
)
LATIN = re.compile(f"[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff%℃${FORMULA}]")

_NUMERAL = "[一二三四五六七八九十百千]"
_LONG_UNITS = (
    "个百分点 百分点 年代 世纪 个月 小时 分钟 平方米 平方公里 立方米 毫米 厘米 公里 千米 海里 公顷 公斤 千克 毫升 "
    "美元 欧元 英镑 日元 港元 千瓦时 千瓦 兆瓦 摄氏度 光年 "
    "個百分點 百分點 世紀 個月 小時 分鐘 平方公里 釐米 公釐 公頃 歐元 英鎊 千瓦時 攝氏度"
)
_SHORT_UNITS = (
    "年月日号时分秒周天个位名人户家件种类篇部本册卷页章节条款项组倍成度元角亿万吨克斤升米亩里届次遍场批轮期版岁级层座台架"
    "辆艘所处间支套张幅行字時週個戶種類頁節條項組億萬噸畝屆場輪歲級層臺輛處間張"
)
_UNIT = "|".join([*_LONG_UNITS.split(), f"[{_SHORT_UNITS}]"])
UNSPLIT = re.compile(
    "——|……|[0-9]/[0-9]"
    f"|第{_NUMERAL}+(?:{_UNIT})?"
    "|(?:[第约近超达]|[¥￥$£€])?[0-9](?:[0-9.,:：～—–-]*[0-9])?"
    f"(?:[%％‰℃°]|[余多几]?[十百千万亿]{{0,2}}(?:{_UNIT})?)"
)
"""Runs that no line end may cut: long dashes, ellipses, and a number with its ordinal word, currency sign or unit."""

WEB_ADDRESS = re.compile(r"(https?://|www\.|doi:\s?10\.|10\.(?=\d{4,9}/))[!-~]+", re.I)
ADDRESS_BREAK = re.compile(r"[/._?&=-](?=[A-Za-z0-9~@%])")
"""In a web address, after which a line may end."""


QUOTES = "“”‘’"
NARROW = 0.7  # em


def class_in_face(text: str, width: float) -> CharacterClass:
    """Give the class of an atom of a width (in em): quotation marks that are drawn narrow belong to Latin words."""
    return "latin" if width < NARROW and text[0] in QUOTES else class_of(text[0])


@cache
def class_of(character: str) -> CharacterClass:
    """Give the class of one character."""
    for characters, name in CLASSES:
        if character in characters:
            return name
    if HAN.match(character):
        return "han"
    return "latin" if LATIN.match(character) else "none"
