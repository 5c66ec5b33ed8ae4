"""Words written in two ways: against dictionaries (GF 1001-2001, 第一批异形词整理表), or the book's own glossary."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

LISTED = """
成份→成分 部份→部分 过份→过分 充份→充分 缘份→缘分 辈份→辈分 知识份子→知识分子 积极份子→积极分子 人材→人才
惟一→唯一 图象→图像 录象→录像 摄象→摄像 影象→影像 好象→好像 帐号→账号 帐户→账户 帐目→账目 帐单→账单
帐本→账本 计画→计划 策画→策划 筹画→筹划 勾划→勾画 精采→精彩 摹仿→模仿 按装→安装 驾御→驾驭 含胡→含糊
宏扬→弘扬 简炼→简练 脚色→角色 狡滑→狡猾 联贯→连贯 思惟→思维 反覆→反复 倒楣→倒霉 参预→参与 补钉→补丁
装璜→装潢 姿式→姿势 子细→仔细 左证→佐证 原故→缘故 澈底→彻底 车箱→车厢 耽心→担心 磁器→瓷器 按纳→按捺
直捷了当→直截了当 直接了当→直截了当 再接再砺→再接再厉 指手划脚→指手画脚 混水摸鱼→浑水摸鱼 留连忘返→流连忘返
必恭必敬→毕恭毕敬 发人深醒→发人深省 百废具兴→百废俱兴 出谋画策→出谋划策
"""
VARIANTS = dict(pair.split("→") for pair in LISTED.split())
AFTER = {"成份": "额股指", "部份": "额量", "人材": "料", "图象": "征", "计画": "面画家", "脚色": "彩"}
"""What follows where the characters are no such word (构成份额, 设计画面), or part of a name."""
VARIANT = re.compile("|".join(sorted(VARIANTS, key=len, reverse=True)))
GAPS = re.compile(r"[\s·\-‐]")


def variant_words(galley: Galley) -> Iterator[Trouble]:
    for passage, word in matches(VARIANT, galley):
        after = passage.text[word.end() : word.end() + 1]
        if not after or after not in AFTER.get(word[0], ""):
            yield told("variant-word", passage, word.start(), word.end(), VARIANTS[word[0]])


def two_spellings(galley: Galley) -> Iterator[Trouble]:
    """Names of one entry that differ in capitals or gaps alone: the book takes the term."""
    for names in galley.names:
        term, *others = names
        for other in others:
            if is_spelling(term, other) and said(term, galley):
                for passage, word in matches(re.compile(bounded(other)), galley):
                    yield told("two-spellings", passage, word.start(), word.end(), term, term=term)


def is_spelling(one: str, other: str) -> bool:
    return GAPS.sub("", one).casefold() == GAPS.sub("", other).casefold()


def said(term: str, galley: Galley) -> bool:
    return any(True for _ in matches(re.compile(bounded(term)), galley))


def bounded(word: str) -> str:
    """A Latin word stands alone: not AI in PAIR."""
    return rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word)
