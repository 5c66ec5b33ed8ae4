"""The three styles, work by work, as the standards and the report print them.

Basis: for 2025 the numbers of the sections whose examples are repeated here; for 2015 those of the sections and of the
examples of appendix A whose shape is followed; for note-zh the notes and the reading list of the report.
"""

from typing import Any

import pytest

from kanben.book.nodes import CiteItem
from kanben.book.text import text_of
from kanben.pandoc.citeproc import cite
from kanben.passes.citation_languages import for_style
from kanben.passes.citation_styles import house_style

Item = dict[str, Any]


def printed(style: str, item: Item) -> str:
    whole = for_style({"id": "it", **item})
    return text_of(cite([(CiteItem("it"),)], [], [whole], house_style(style).csl).works["it"])


def people(*names: str) -> list[Item]:
    """Write 韩·文秀 or Boobier·Tony as family and given name, and a body by its one name."""
    return [
        {"family": family, "given": given} if given else {"literal": family}
        for family, _, given in (name.partition("·") for name in names)
    ]


def on(*date: int) -> Item:
    return {"date-parts": [list(date)]}


BOOK = {
    "type": "book",
    "author": people("张·伯伟"),
    "title": "全唐五代诗格汇考",
    "publisher-place": "南京",
    "publisher": "江苏古籍出版社",
    "issued": on(2002),
    "page": "288",
}
TRANSLATED = {
    "type": "book",
    "author": people("扬奎斯特", "萨金特"),
    "title": "递归宏观经济理论",
    "translator": people("杨·斌", "王·忠玉", "陈·彦斌", "某·人"),
    "edition": 2,
    "publisher-place": "北京",
    "publisher": "中国人民大学出版社",
    "issued": on(2010),
    "page": "798",
}
VOLUME = {
    "type": "book",
    "author": people("陈·登原"),
    "title": "国史旧闻",
    "volume": 1,
    "publisher-place": "北京",
    "publisher": "中华书局",
    "issued": on(2000),
    "page": "29",
}
ENGLISH = {
    "type": "book",
    "author": people("Peebles·Peyton Z."),
    "title": "Probability, random variables, and random signal principles",
    "edition": 4,
    "publisher-place": "New York",
    "publisher": "McGraw-Hill",
    "issued": on(2001),
    "language": "en",
}
ENGLISH_MANY = {
    "type": "article-journal",
    "author": people("Fordham·E. W.", "Ali·A.", "Turner·D. A.", "Charters·J. R."),
    "title": "Demotivation",
    "container-title": "System",
    "volume": 37,
    "issue": 3,
    "page": "403-417",
    "issued": on(2009),
}
CHAPTER = {
    "type": "chapter",
    "author": people("马克思"),
    "title": "政治经济学批判",
    "container-author": people("马克思", "恩格斯"),
    "container-title": "马克思恩格斯全集",
    "volume": 35,
    "edition": 2,
    "publisher-place": "北京",
    "publisher": "人民出版社",
    "issued": on(2013),
    "page": "302",
}
PROCEEDINGS = {
    "type": "paper-conference",
    "author": people("汪·学军"),
    "title": "中国农业转基因生物研发进展与安全管理",
    "editor": people("国家环境保护总局生物安全管理办公室"),
    "container-title": "中国国家生物安全框架实施国际合作项目研讨会论文集",
    "publisher-place": "北京",
    "publisher": "中国环境科学出版社",
    "issued": on(2005),
    "page": "22-25",
}
JOURNAL = {
    "type": "article-journal",
    "author": people("于·潇", "刘·义", "柴·跃廷", "孙·宏波"),
    "title": "互联网药品可信交易环境中主体资质审核备案模式",
    "container-title": "清华大学学报（自然科学版）",
    "volume": 52,
    "issue": 11,
    "page": "1518-1523",
    "issued": on(2012),
}
NO_VOLUME = {
    "type": "article-journal",
    "author": people("杨·洪升"),
    "title": "四库馆私家抄校书考略",
    "container-title": "文献",
    "issue": 1,
    "page": "56-75",
    "issued": on(2013),
}
JOURNAL_ONLINE = {
    "type": "article-journal",
    "author": people("储·大同"),
    "title": "恶性肿瘤个体化治疗靶向药物的临床表现",
    "container-title": "中华肿瘤杂志",
    "volume": 32,
    "issue": 10,
    "page": "721-724",
    "issued": on(2010),
    "accessed": on(2014, 6, 25),
    "URL": "https://rs.yiigle.com/cmaid/37528",
    "DOI": "10.3760/cma.j.issn.0253-3766.2010.10.001",
}
NEWSPAPER = {
    "type": "article-newspaper",
    "author": people("丁·文详"),
    "title": "数字革命与竞争国际化",
    "container-title": "中国青年报",
    "issued": on(2000, 11, 20),
    "page": "15",
}
MAGAZINE = {
    "type": "article-magazine",
    "author": people("国家发展改革委"),
    "title": "加快建设全国统一大市场为构建新发展格局提供坚强支撑",
    "container-title": "求是",
    "issued": on(2022, 6),
}
THESIS = {
    "type": "thesis",
    "author": people("王·琦"),
    "title": "融合星载GNSS-R和SAR数据的高时空分辨率土壤湿度反演方法研究",
    "publisher-place": "武汉",
    "publisher": "武汉大学",
    "issued": on(2022),
    "page": "87",
}
REPORT = {
    "type": "report",
    "author": people("汤·万金", "杨·跃翔", "刘·文", "郑·建国"),
    "title": "人体安全重要技术标准研制最终报告",
    "number": "7178999X-2006BAK04A10/10.2013",
    "issued": on(2013, 9, 30),
    "accessed": on(2014, 6, 24),
    "URL": "http://www.nstrs.cn/xiangxiBG.aspx?id=41707",
}
WEB = {
    "type": "webpage",
    "title": "许振超：“好好干，当一个好工人”",
    "issued": on(2025, 2, 17),
    "accessed": on(2025, 6, 22),
    "URL": "http://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html",
}
SITE_ARTICLE = {
    "type": "webpage",
    "author": people("陈·启清"),
    "title": "健全和完善生产要素参与分配机制",
    "container-title": "人民网",
    "issued": on(2020, 3),
}
STANDARD = {
    "type": "standard",
    "author": people("全国信息与文献标准化技术委员会"),
    "number": "GB/T 3792—2021",
    "title": "信息与文献　资源描述",
}
PATENT = {
    "type": "patent",
    "author": people("邓·一刚"),
    "title": "全智能节电器",
    "number": "CN200610171314.3",
    "issued": on(2008, 1, 16),
    "page": "8-9",
}
PREPRINT = {
    "type": "article",
    "author": people("肖·玲", "张·雪", "王·永"),
    "title": "数据要素的统计测算方法探究",
    "publisher": "PSSXiv",
    "issued": on(2024, 7, 2),
    "accessed": on(2024, 9, 30),
    "URL": "https://zsyyb.cn/abs/202408.01096",
}
DATASET = {
    "type": "dataset",
    "author": people("周·壮", "李·盛阳", "吴·薇", "郭·威龙"),
    "title": "天宫二号遥感图像自然景物分类数据集",
    "version": "V1.0",
    "publisher": "国家基础学科公共科学数据中心",
    "issued": on(2023, 9, 10),
    "accessed": on(2025, 7, 15),
    "URL": "https://www.nbsdc.cn/general/dataLinks/CSTR:16666.11.nbsdc.tfpbwtqf",
}

IN_2025: list[tuple[str, Item, str]] = [
    ("8.2.2 [1], a book", BOOK, "张伯伟. 全唐五代诗格汇考[M]. 南京：江苏古籍出版社，2002：288."),
    (
        "8.2.2 [5], more than three translators, second edition; the period before the edition as in 7.4",
        TRANSLATED,
        "扬奎斯特，萨金特. 递归宏观经济理论[M]. 杨斌，王忠玉，陈彦斌，等，译. 2版. "
        "北京：中国人民大学出版社，2010：798.",
    ),
    ("9.2.1.3 [4], a volume", VOLUME, "陈登原. 国史旧闻：第1卷[M]. 北京：中华书局，2000：29."),
    (
        "8.2.2 [6], English: surname not in capitals (2025), initials without periods, full-width marks",
        ENGLISH,
        "Peebles P Z. Probability, random variables, and random signal principles[M]. 4th ed. "
        "New York：McGraw-Hill，2001.",
    ),
    (
        "7.1.2 [4] with 9.3.1.2 [1], four English authors",
        ENGLISH_MANY,
        "Fordham E W，Ali A，Turner D A，et al. Demotivation[J]. System，2009，37（3）：403-417.",
    ),
    (
        "8.3.2 [3], a part of a book",
        CHAPTER,
        "马克思. 政治经济学批判[M]//马克思，恩格斯. 马克思恩格斯全集：第35卷. 2版. 北京：人民出版社，2013：302.",
    ),
    (
        "8.6.1 [2], a paper of a conference",
        PROCEEDINGS,
        "汪学军. 中国农业转基因生物研发进展与安全管理[C]//国家环境保护总局生物安全管理办公室. "
        "中国国家生物安全框架实施国际合作项目研讨会论文集. 北京：中国环境科学出版社，2005：22-25.",
    ),
    (
        "8.5.3 [3], four Chinese authors, volume and issue",
        JOURNAL,
        "于潇，刘义，柴跃廷，等. 互联网药品可信交易环境中主体资质审核备案模式[J]. "
        "清华大学学报（自然科学版），2012，52（11）：1518-1523.",
    ),
    ("8.1 [3], an issue without a volume", NO_VOLUME, "杨洪升. 四库馆私家抄校书考略[J]. 文献，2013（1）：56-75."),
    (
        "7.8 [1], an article online; no date of access (2025)",
        JOURNAL_ONLINE,
        "储大同. 恶性肿瘤个体化治疗靶向药物的临床表现[J/OL]. 中华肿瘤杂志，2010，32（10）：721-724. "
        "https://rs.yiigle.com/cmaid/37528. DOI:10.3760/cma.j.issn.0253-3766.2010.10.001.",
    ),
    ("8.5.3 [1], a newspaper", NEWSPAPER, "丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）."),
    (
        "8.5.1.1 [7], an issue known by its date alone",
        MAGAZINE,
        "国家发展改革委. 加快建设全国统一大市场为构建新发展格局提供坚强支撑[J]. 求是，2022-06.",
    ),
    (
        "8.7.2 [1], a thesis",
        THESIS,
        "王琦. 融合星载GNSS-R和SAR数据的高时空分辨率土壤湿度反演方法研究[D]. 武汉：武汉大学，2022：87.",
    ),
    (
        "8.8.3 [1], a report without a publisher; no date of access (2025)",
        REPORT,
        "汤万金，杨跃翔，刘文，等. 人体安全重要技术标准研制最终报告：7178999X-2006BAK04A10/10.2013[R/OL]. "
        "2013-09-30. http://www.nstrs.cn/xiangxiBG.aspx?id=41707.",
    ),
    (
        "8.11.3.2 [3], a page of the network without an author; quotation marks stay",
        WEB,
        "许振超：“好好干，当一个好工人”[EB/OL]. （2025-02-17）[2025-06-22]. "
        "http://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.",
    ),
    (
        "8.15.2 [1] by analogy: the site before the date, for without an address nothing else names it",
        SITE_ARTICLE,
        "陈启清. 健全和完善生产要素参与分配机制[EB/OL]. 人民网（2020-03）.",
    ),
    ("8.9.2 [1], a standard: number first, no body", STANDARD, "GB/T 3792—2021　信息与文献　资源描述[S]."),
    ("8.10.2 [1], a patent", PATENT, "邓一刚. 全智能节电器：CN200610171314.3[P]. 2008-01-16：8-9."),
    (
        "8.15.2 [1], a preprint",
        PREPRINT,
        "肖玲，张雪，王永. 数据要素的统计测算方法探究[PP/OL]. PSSXiv（2024-07-02）[2024-09-30]. "
        "https://zsyyb.cn/abs/202408.01096.",
    ),
    (
        "8.14.3 [1], a data set",
        DATASET,
        "周壮，李盛阳，吴薇，等. 天宫二号遥感图像自然景物分类数据集[DS/OL]. V1.0. "
        "国家基础学科公共科学数据中心（2023-09-10）[2025-07-15]. "
        "https://www.nbsdc.cn/general/dataLinks/CSTR:16666.11.nbsdc.tfpbwtqf.",
    ),
]

IN_2015: list[tuple[str, Item, str]] = [
    (
        "A.1, a book: half-width marks, each followed by a space",
        BOOK,
        "张伯伟. 全唐五代诗格汇考[M]. 南京: 江苏古籍出版社, 2002: 288.",
    ),
    (
        "A.1, a translation",
        TRANSLATED,
        "扬奎斯特, 萨金特. 递归宏观经济理论[M]. 杨斌, 王忠玉, 陈彦斌, 等, 译. 2版. "
        "北京: 中国人民大学出版社, 2010: 798.",
    ),
    (
        "8.1.1, surnames in capitals",
        ENGLISH,
        "PEEBLES P Z. Probability, random variables, and random signal principles[M]. 4th ed. "
        "New York: McGraw-Hill, 2001.",
    ),
    (
        "8.1.2, four authors",
        ENGLISH_MANY,
        "FORDHAM E W, ALI A, TURNER D A, et al. Demotivation[J]. System, 2009, 37(3): 403-417.",
    ),
    (
        "A.7, a part of a book",
        CHAPTER,
        "马克思. 政治经济学批判[M]//马克思, 恩格斯. 马克思恩格斯全集: 第35卷. 2版. 北京: 人民出版社, 2013: 302.",
    ),
    ("A.8, an issue without a volume", NO_VOLUME, "杨洪升. 四库馆私家抄校书考略[J]. 文献, 2013(1): 56-75."),
    (
        "A.8, an article online with its date of access",
        JOURNAL_ONLINE,
        "储大同. 恶性肿瘤个体化治疗靶向药物的临床表现[J/OL]. 中华肿瘤杂志, 2010, 32(10): 721-724[2014-06-25]. "
        "https://rs.yiigle.com/cmaid/37528. DOI:10.3760/cma.j.issn.0253-3766.2010.10.001.",
    ),
    ("A.9, a newspaper", NEWSPAPER, "丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."),
    (
        "A.3, a report online: date of release and date of access",
        REPORT,
        "汤万金, 杨跃翔, 刘文, 等. 人体安全重要技术标准研制最终报告: 7178999X-2006BAK04A10/10.2013[R/OL]. "
        "(2013-09-30)[2014-06-24]. http://www.nstrs.cn/xiangxiBG.aspx?id=41707.",
    ),
    (
        "A.4, a thesis",
        THESIS,
        "王琦. 融合星载GNSS-R和SAR数据的高时空分辨率土壤湿度反演方法研究[D]. 武汉: 武汉大学, 2022: 87.",
    ),
    ("A.5, a patent", PATENT, "邓一刚. 全智能节电器: CN200610171314.3[P]. 2008-01-16: 8-9."),
    (
        "A.10, a page of the network",
        WEB,
        "许振超：“好好干，当一个好工人”[EB/OL]. (2025-02-17)[2025-06-22]. "
        "http://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.",
    ),
    (
        "A.6, a standard: the body, the name, then the number",
        STANDARD,
        "全国信息与文献标准化技术委员会. 信息与文献　资源描述: GB/T 3792—2021[S].",
    ),
]

IN_NOTES: list[tuple[str, Item, str]] = [
    (
        "the report's reading list, 1",
        {
            "type": "article-newspaper",
            "author": people("韩·文秀"),
            "title": "巩固和增强经济回升向好态势",
            "container-title": "人民日报",
            "issued": on(2024, 1),
        },
        "韩文秀，《巩固和增强经济回升向好态势》，人民日报，2024年1月",
    ),
    (
        "the report's reading list, 5: two authors",
        {
            "type": "article-newspaper",
            "author": people("孙·学工", "荣·晨"),
            "title": "中国新质生产力为全球发展注入新动能",
            "container-title": "光明日报",
            "issued": on(2024, 3),
        },
        "孙学工、荣晨，《中国新质生产力为全球发展注入新动能》，光明日报，2024年3月",
    ),
    (
        "the report's reading list, 6: an issue",
        {
            "type": "article-journal",
            "author": people("卢·延纯"),
            "title": "夯实数据要素驱动基础培育数据资产价格链",
            "container-title": "价格理论与实践",
            "issue": "3",
            "issued": on(2023),
        },
        "卢延纯，《夯实数据要素驱动基础培育数据资产价格链》，价格理论与实践，2023年第3期",
    ),
    (
        "the report's reading list, 11: a site",
        SITE_ARTICLE,
        "陈启清，《健全和完善生产要素参与分配机制》，人民网，2020年3月",
    ),
    (
        "a note of the report's first chapter: a volume of a work without an author",
        {"type": "book", "title": "毛泽东文集", "volume": 7, "publisher": "人民出版社", "issued": on(1999, 6)},
        "《毛泽东文集》第7卷，人民出版社，1999年6月",
    ),
    (
        "a note of the report's first chapter: a news agency, to the day",
        {
            "type": "article-newspaper",
            "title": "习近平：切实把思想统一到党的十八届三中全会精神上来",
            "container-title": "新华社",
            "issued": on(2013, 12, 31),
        },
        "《习近平：切实把思想统一到党的十八届三中全会精神上来》，新华社，2013年12月31日",
    ),
    (
        "our own rule: more than three authors",
        {**JOURNAL, "issue": 11},
        "于潇、刘义、柴跃廷等，《互联网药品可信交易环境中主体资质审核备案模式》，清华大学学报（自然科学版），2012年第11期",
    ),
    (
        "our own rule: a foreign work keeps its own marks",
        ENGLISH,
        "Peyton Z. Peebles, Probability, random variables, and random signal principles, New York: McGraw-Hill, 2001",
    ),
]


@pytest.mark.parametrize(("basis", "item", "expected"), IN_2025)
def test_gb_t_7714_2025(basis: str, item: Item, expected: str) -> None:
    assert printed("gb-t-7714-2025", item) == expected, basis


@pytest.mark.parametrize(("basis", "item", "expected"), IN_2015)
def test_gb_t_7714_2015(basis: str, item: Item, expected: str) -> None:
    assert printed("gb-t-7714-2015", item) == expected, basis


@pytest.mark.parametrize(("basis", "item", "expected"), IN_NOTES)
def test_note_zh(basis: str, item: Item, expected: str) -> None:
    assert printed("note-zh", item) == expected, basis
