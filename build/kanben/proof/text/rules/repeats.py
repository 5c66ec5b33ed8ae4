"""Characters and phrases that stand twice. True reduplications (慢慢, 看看, 高高兴兴) are not told."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import HAN, Galley, matches, told
from kanben.trouble import Trouble

WORDS = """
的:目标打|确士黎 了:为除|解断结却得然如望不事 是:国求皆即但可还就都总于要若凡正只而或便更却|否非
在:存现实所内外潜自健旨|线场校职野意乎于建读籍即此家编位座任册岗押
和:饱平共总缓温调中柔祥谦亲融附|平谐睦解善气蔼好约声尚田
与:参给赋授付寄|会否其日时众世共闻生 及:以涉普波顾触提论危累殃埃遍推企|时其格第早至物
把:火拖一两几每|握手关控柄持守脉玩戏门总酒舵式风 被:棉植覆夹毛|告动子害迫选俘单褥捕窝套
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
业:|务绩态主余界内者已师障户种经大 展:|开示现望览出厅品销期演位馆播露翅 究:|竟其诘 际:|遇会涯
题:|材目为词名写字库记跋外解海型赠意 构:|成造建想筑图架思件型陷 境:|内外地界况遇 域:|名外内 础:|石
策:|略划动源应马反论勉 责:|任令怪成备难无骂罚问编打 识:|别字破见时相货趣 益:|处气发阳母鸟智虫州
艺:|术人文名龄考苑高技员 织:|布物造机成女锦品入网 效:|果率益应力用能忠法仿劳命死验
职:|业工务能位责称员权高级场守教衔校掌介 务:|必实农工须求虚使 术:|语后前中科士业 企:|业图盼求及望鹅划
技:|术能巧工艺法校师改击 革:|命新除职委 育:|人才种苗成龄儿婴雏空新林秧肥 阶:|段层级梯下 况:|且
质:|量地疑询问子感朴变检押保心谱点监料优数 规:|定模律划范则格章程矩避劝制约 督:|促导察办查学战
"""
JOINTS = dict(row.split(":") for row in WORDS.split())
"""Words of grammar, which nobody says twice for emphasis: what ends a word with each, and what goes on from it;
then characters that are half a word: only what goes on from them makes a word of the second (企业业务).

目的的, 有了了解, 成就就是, 一对对 and 暖暖和和 are right. 得 and 地 are left to the editor.
"""
CHARACTER = re.compile(f"([{''.join(JOINTS)}])\\1+")
WHOLE = ("不了了", "在在皆")
PHRASE = re.compile(f"([{HAN}]{{2,12}}?)\\1")
ONCE = """
我们 你们 他们 它们 人们 必须 应当 应该 能够 进行 开展 实现 推动 推进 加强 提高 促进 形成 建立 成为 具有 以及 关于
对于 由于 通过 根据 按照 因为 所以 但是 如果 虽然 然而 因此 并且 而且 或者 已经 曾经 正在 其中 其他 这些 那些 中国
国家 社会 经济 政治 文化 历史 世界 市场 企业 工业 农业 产业 技术 科学 问题 方面 方法 方式 过程 结果 原因 条件 关系
制度 政策 理论 时期 时代 地区 城市 农村 部分 内容 作用 影响 意义 水平 能力 基础 体系 结构 系统 资源 环境 材料 数据
信息 发展 生产 工作 作者 读者 记者 全国 我国 政府 公司 群众 干部 部门 职工 同志 会议 产品 人员 农民 图片 单位 情况
资金 价格 项目 思想 时间 世纪 措施 质量 传统 为了 任务 机构 不仅 目标 形式 战略 祖国 年代 危机 素质 成果 利益 作品
设施 行业 机制 领域 双方 规模 优势 行为 原则 形势 家庭 资产 人才 力量 学生 阶段 医院
"""
"""Words of two characters that nobody says twice, as verbs and adverbs are (研究研究, 很远很远)."""
SUFFIX = re.compile("[家者员性化界学们口队长版部力物论法区地工团师会军]")
"""What makes a longer word of the second: 企业企业家."""
SPOKEN = re.compile("[不别请快太好真最很极多一每几两怎非什]|.*[着了啊呀吧呢嘛个]$")
"""Phrases that are said twice for stress, or while something goes on: 听着听着, 不敢当不敢当."""


def repeated_characters(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(CHARACTER, galley):
        if not is_joint(passage.text, found.start(), found.end()):
            yield told("repeated-character", passage, found.start(), found.end(), found[1])


def is_joint(text: str, start: int, end: int) -> bool:
    """Whether one of two equal characters belongs to the word at its other side, or both to a doubled word."""
    if end - start > 2:
        return False
    before, after = text[:start][-2:], text[end : end + 2]
    doubled = len(set(before)) < len(before) or len(set(after)) < len(after)
    ends, begins = JOINTS[text[start]].split("|")
    by_right = bool(before and before[-1] in f"一{ends}") or bool(after and after[0] in begins)
    return doubled or by_right or any(word in text[max(start - 1, 0) : end + 2] for word in WHOLE)


def repeated_phrases(galley: Galley) -> Iterator[Trouble]:
    for passage, found in matches(PHRASE, galley):
        if passage.kind != "verse" and is_slip(found[1], passage.text[found.end() : found.end() + 1]):
            yield told("repeated-phrase", passage, found.start(), found.end(), found[1])


def is_slip(phrase: str, after: str) -> bool:
    """Whether a phrase cannot stand twice: one of grammar and of things, or a long one that is not spoken."""
    if len(phrase) == 2:
        return phrase in ONCE.split() and not SUFFIX.match(after)
    return len(set(phrase)) > 2 and not SPOKEN.match(phrase)
