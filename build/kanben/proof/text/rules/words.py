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
既使→即使 做为→作为 座落→坐落 渡假→度假 松驰→松弛 脉博→脉搏 针贬→针砭 痉孪→痉挛 渲泻→宣泄 寒喧→寒暄 膺品→赝品
沉缅→沉湎 粗旷→粗犷 震憾→震撼 编篡→编纂 名信片→明信片 水笼头→水龙头 防碍→妨碍 复盖→覆盖 入场卷→入场券
截止目前→截至目前 截止今年→截至今年 截止去年→截至去年 再接再励→再接再厉 穿流不息→川流不息 默守成规→墨守成规
甘败下风→甘拜下风 迫不急待→迫不及待 走头无路→走投无路 一愁莫展→一筹莫展 一股作气→一鼓作气 谈笑风声→谈笑风生
饮鸠止渴→饮鸩止渴 声名雀起→声名鹊起 洁白无暇→洁白无瑕 萎糜不振→萎靡不振 磬竹难书→罄竹难书 世外桃园→世外桃源
竞竞业业→兢兢业业 鬼鬼崇崇→鬼鬼祟祟 黄梁美梦→黄粱美梦 天翻地复→天翻地覆 言简意骇→言简意赅 不径而走→不胫而走
蛛丝蚂迹→蛛丝马迹 趋之若骛→趋之若鹜 出奇不意→出其不意 食不裹腹→食不果腹 美仑美奂→美轮美奂 金榜提名→金榜题名
貌和神离→貌合神离 一如继往→一如既往 人情事故→人情世故 死心踏地→死心塌地 再所不惜→在所不惜 悬梁刺骨→悬梁刺股
"""
VARIANTS = dict(pair.split("→") for pair in LISTED.split())
AFTER = {
    "成份": "额股指",
    "部份": "额量",
    "人材": "料",
    "图象": "征",
    "计画": "面画家",
    "脚色": "彩",
    "做为": "人了何什此民",
    "既使": "用命",
}
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
