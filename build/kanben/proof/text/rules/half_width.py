"""Half-width marks in Chinese text (GB/T 15834-2011 5.1)."""

import re
from collections.abc import Iterator

from kanben.book.passage import OBJECT, REFERENCE
from kanben.proof.text.galley import CHINESE, HAN, Galley, told
from kanben.trouble import Trouble

WIDE = dict(zip(",;:?!.", "，；：？！。", strict=True))
BEHIND = rf"(?<=[{HAN}{REFERENCE}》”’）】〉])"
AHEAD = rf"(?=\s?[{HAN}“‘《（【])"
ENDINGS = ("vol", "no", "pp", "ed", "eds", "etc", "co", "inc", "ltd", "fig", "al", "trans", "vs")
SHORT = "".join(rf"(?<!\b{word})" for word in ENDINGS)
"""Latin words that end in a full stop of their own."""
SIGNED = "(?<!Yahoo)"
MARK = re.compile(
    rf"(?:{BEHIND}[,;:?!](?!//)|(?<=[A-Za-z0-9%‰℃)\]{OBJECT}]){SIGNED}[,;:?!]{AHEAD}"
    rf"|{BEHIND}\.(?![A-Za-z0-9_.*\\/])|(?<=[A-Za-z]{{2}}){SHORT}\.{AHEAD}|(?<=%)\.{AHEAD}) ?",
    re.IGNORECASE,
)
FOREIGN = (
    "阿埃艾爱安昂奥巴贝本比波伯布查达戴丹德迪蒂杜多厄恩尔法菲费夫弗福盖戈格古哈海汉赫亨霍基吉加卡凯坎考科克库拉莱兰朗勒雷里丽利莉列"
    "林卢鲁罗洛马玛迈麦曼梅米莫姆穆纳娜内尼诺努欧帕潘佩皮珀普奇乔切让瑞萨塞桑沙莎舍施史斯苏索塔泰汤特提图托瓦威韦维温翁沃西希夏谢休"
    "雅亚扬伊因尤约泽扎兹朱翰"
)
"""Characters by which names of other languages are written."""
IN_A_NAME = re.compile(f"[{FOREIGN}]\\.[{FOREIGN}]")
CLAUSE = re.compile("[^。；（）\n]+")
WORK = re.compile(r"\[[A-Z]{1,2}(?:/[A-Z]{2})?\]")
"""What kind of work is cited, which GB/T 7714 tells and whose marks are half-width: 桥梁史[M]."""
BRACKET = re.compile("[()（）]")
COUNTED = re.compile(r"[0-9]{1,3}|[A-Za-z]{1,2}|\d+[-.–—]\d+|[ivxIVX]+")
COUNTING = re.compile(r"[式图表应程例题]\s?$|[A-Za-z0-9\ufffc\ufdd1]$")
"""A number in brackets behind these is a label: 式(2-1), 图1(a); f(x) is a formula."""


def half_width_marks(galley: Galley) -> Iterator[Trouble]:
    for passage in galley.passages:
        for mark in MARK.finditer(CLAUSE.sub(without_work, passage.text)):
            around = passage.text[mark.start() - 1 : mark.end() + 1]
            wide = "·" if IN_A_NAME.fullmatch(around) else WIDE[mark[0].strip()]
            yield told("half-width-mark", passage, mark.start(), mark.end(), wide)


def without_work(clause: re.Match[str]) -> str:
    return OBJECT * len(clause[0]) if WORK.search(clause[0]) else clause[0]


def half_width_brackets(galley: Galley) -> Iterator[Trouble]:
    """A pair is told once, at its first bracket; so is a pair of unlike widths."""
    for passage in galley.passages:
        for start, end in bracket_pairs(passage.text):
            if passage.text[start] + passage.text[end] != "（）" and is_chinese(passage.text, start, end):
                inner = passage.text[start + 1 : end]
                yield told("half-width-brackets", passage, start, end + 1, f"（{inner}）")


def bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for bracket in BRACKET.finditer(text):
        if bracket[0] in "(（":
            opened.append(bracket.start())
        elif opened:
            yield opened.pop(), bracket.start()


def is_chinese(text: str, start: int, end: int) -> bool:
    """Whether a pair of brackets belongs to Chinese text: by its words, or by what stands right beside it."""
    inner, before, after = text[start + 1 : end], text[:start], text[end + 1 : end + 2]
    if text[start] == "（" or text[end] == "）" or CHINESE.search(inner):
        return True
    if COUNTED.fullmatch(inner) and COUNTING.search(before):
        return False
    if before and not CHINESE.match(before[-1]) and before[-1] not in "》”’":
        return False
    return bool(CHINESE.match(before[-1:]) or before[-1:] in "》”’") if before else bool(CHINESE.match(after))
