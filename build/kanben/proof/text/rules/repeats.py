"""Characters and phrases that stand twice. True reduplications (慢慢, 看看, 高高兴兴) are not told."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import HAN, Galley, matches, told
from kanben.trouble import Trouble

WORDS = """
的:目标|确士黎 了:为除|解断结却得然如望 是:国求皆即|否非 在:存现实所内外潜自健旨|线场校职野意乎于建读籍即此家编位
和:饱平共总缓温调中柔祥谦亲融附|平谐睦解善气蔼好约声尚田 与:参给赋授付寄|会否其日时众世共闻生
及:以涉普波顾触提论危累殃埃遍推企|时其格第早至物 把:火拖一两几每|握手关控柄持守脉玩戏门总酒舵式风
被:棉植覆夹毛|告动子害迫选俘单褥捕窝套
对:面相绝核反针应配校比敌派查|于象手方外比话立待策应抗面付照称接口联岸等冲白号账
从:服自听随盲跟遵屈侍无信主仆|事而来前此容严属众政业军头小未新速轻重优简宽中犯
为:作成认行称因视名分以人化更较极尤变改列定转设何无难|了何止难首主例期此人数
以:可所予得加难足借据是何给致|及来上下前后外内为往便免致至色太身东西南北求诚期 于:对关由等终属位基处在至过|是今此
或:间抑甚|者许是多然缺 而:然从因反进继时幸故转既俄|且是言已后今
就:成造铸练迁将屈早高俯|是业任此近医读地职绪餐要像能会寝座算学义位诊 都:首古京成国故迁建帝丰旧陪花|市城会江督护 这:|
它:其| 其:与尤极何土莫|中他它实次余间后 之:总反随加兼换|所前后间一中内外上下
并:合兼吞归一|且不非列购存联行网举发排肩重轨入 将:即必大上中少名老武健干终猛|军来要近领会士就功帅
由:理自缘经来事因不任|于此来衷
向:方面导趋转倾走去志动意取指朝流推偏一横纵双单外内|来往导上下前后阳着心外日好善东西南北 更:变五三自|加新换改正替名
但:不非|是愿凡 因:原起成病基外内主诱死|此为素而果地特子缘应 此:因如由从在就彼至对为据与|外次时后前刻间举类地
已:而早业|经然知有故 到:得达看遇感想直等受做收遭提报迟|达期处底位来场账货手会访任 给:供补自配交送|予养付力出定
使:即大驱促致行指天迫公假特出纵|用得命者馆节劲
"""
JOINTS = dict(row.split(":") for row in WORDS.split())
"""Words of grammar, which nobody says twice for emphasis: what ends a word with each, and what goes on from it.

目的的, 有了了解 and 成就就是 are right. 得 and 地 are left to the editor.
"""
CHARACTER = re.compile(f"([{''.join(JOINTS)}])\\1+")
WHOLE = ("是是非", "不了了", "在在皆")
PHRASE = re.compile(f"([{HAN}]{{2,12}}?)\\1")
TWICE = """
非常 许多 很多 多少 永远 真的 好多 研究 讨论 商量 考虑 打听 收拾 学习 休息 锻炼 琢磨 体会 活动 打扮 了解 介绍 检查
调查 准备 观察 比较 教育 帮助 照顾 整理 打扫 修理 放松 参观 认识 安慰 提醒 表示 尝试 计算 分析 总结 盘算 思考 热闹
高兴 凉快 轻松 舒服 暖和 快活 哗啦 扑通 叮当 咕咚 噼啪 滴答 呼噜 咕噜 哈哈 呵呵 嘻嘻 嘿嘿 慢慢 常常 偏偏 渐渐
"""
"""Words that are said twice by right: a verb for “a little”, an adverb for stress, a sound."""
COUNTED = re.compile("[一半每两几][^一]|[^一]一")
"""一个一个, 一步一步."""


def repeated_characters(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(CHARACTER, galley):
        if not is_joint(passage.text, found.start(), found.end()):
            yield told("repeated-character", passage, found.start(), found.end(), found[1])


def is_joint(text: str, start: int, end: int) -> bool:
    """Whether one of two equal characters belongs to the word at its other side."""
    before, after = text[:start][-1:], text[end : end + 1]
    ends, begins = JOINTS[text[start]].split("|")
    by_right = bool(before and before in ends) or bool(after and after in begins)
    return end - start == 2 and (by_right or any(word in text[max(start - 1, 0) : end + 2] for word in WHOLE))


def repeated_phrases(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(PHRASE, galley):
        phrase = found[1]
        if passage.kind != "verse" and not is_emphatic(phrase) and not goes_on(passage.text, found, galley):
            yield told("repeated-phrase", passage, found.start(), found.end(), phrase)


def is_emphatic(phrase: str) -> bool:
    return len(set(phrase)) == 1 or phrase in TWICE.split() or bool(COUNTED.fullmatch(phrase[:2]))


def goes_on(text: str, found: re.Match[str], galley: Galley) -> bool:
    """Whether the second begins a longer word, or the first ends one: 大学大学生, 新中国中国人."""
    size = len(found[1])
    ahead = text[found.start() + size : found.end() + 2]
    if any(galley.is_word(ahead[:longer]) for longer in (size + 1, size + 2) if longer <= len(ahead)):
        return True
    first = text[max(found.start() - 2, 0) : found.start() + size]
    return any(galley.is_word(first[-longer:]) for longer in (size + 1, size + 2) if longer <= len(first))
