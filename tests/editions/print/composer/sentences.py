"""Sentences of our own, full of what makes Chinese lines hard, and pages made of them."""

from random import Random

SENTENCES = (
    "编辑部在2024年3月收到一部书稿，全书约35.6万字，分为12章，另有附录3篇。",
    "“排版的第一要义是让人读得下去”，老校对常这样说。",
    "他翻开《版式设计手册》，又查了《标点符号用法》，才确认省略号占两个字的位置。",
    "这一版印了5000册，定价￥68.00，比上一版贵了15%，却在两周之内卖出4200多册。",
    "什么是好的版面？行长合适，字距匀称，标点不占多余的地方——这就够了。",
    "第3章第2节提到，行首不应出现句号、逗号、顿号等标点（引号与括号另有规定）。",
    "用OpenType字体排中文时，全角标点的字面只占半个字宽，另外半个是空白。",
    "读者来信说：“注释放在页脚最方便，翻到书后去找，往往忘了正文说到哪里……”",
    "据统计，1998—2023年间全国共出版新书480余万种，其中再版、重印的约占45%。",
    "排字工人把铅字一个个拣出来，拼成一行，再用0.5毫米厚的铅条隔开。",
    "“横排”、“直排”、“混排”，三者的规矩各不相同。",
    "PDF文件里的每个字都有坐标，因此行尾齐不齐、字距匀不匀，量一量就知道。",
    "校样送来以后，三个人分别读了2遍，共改正错字17处、标点9处。",
    "她问：“这个词为什么不能拆开？”他答：“因为数字和单位要在同一行。”",
    "《书林清话》、《中国印刷史》和《活字的故事》，都是编辑案头的常备书。",
    "气温升到38.5℃，机房里的空调坏了，印刷机只好停了6个小时。",
    "Unicode Line Breaking Algorithm规定了哪些位置可以换行，中文又有自己的补充。",
    "纸张的克重、白度与不透明度，决定了一本书拿在手里的感觉。",
    "一本16开的书，版心宽38字、高36行，每面正好容纳1368字。",
    "凡是正文引用的文字，都应注明出处（包括作者、书名、出版者、年份和页码）。",
    "他说得不紧不慢：“先看内容，再看形式；先看大处，再看小处。”",
    "约10亿次的阅读，第一眼看到的都是版面。",
    "网址https://www.example.org/books可以直接打开，不必再输入一遍。",
    "从选题、组稿、审稿，到编辑加工、发稿、校对，一部书要走完七道工序。",
)

STYLE = """
@page { size: 148mm 210mm; margin: 18mm 18.4375mm; @footnote { margin-top: 1em; padding-top: .4em } }
html { font: 10.5pt/1.7 "Noto Serif CJK SC" }
p { margin: 0; text-indent: 2em; text-align: justify; orphans: 2; widows: 2 }
.note { float: footnote; footnote-display: block; footnote-policy: line; font-size: 9pt; text-indent: 0 }
.note::footnote-call { content: "①"; font-size: .7em; vertical-align: super; line-height: 0 }
.note::footnote-marker { content: "①" }
"""


def page_of(*bodies: str, style: str = "") -> str:
    """Give an HTML document in our test style."""
    return f'<html lang="zh-Hans"><style>{STYLE}{style}</style>{"".join(bodies)}</html>'


def paragraphs(count: int, seed: int = 1) -> list[str]:
    """Give as many paragraphs of two to six sentences, the same for the same seed."""
    random = Random(seed)
    return ["".join(random.sample(SENTENCES, random.randint(2, 6))) for _ in range(count)]


def with_notes(text: str, notes: list[str], random: Random) -> str:
    """Hang notes on random places of a text."""
    places = sorted(random.sample(range(4, len(text)), len(notes)))
    ends = [*places[1:], len(text)]
    parts = (f'<span class="note">{note}</span>{text[a:b]}' for note, a, b in zip(notes, places, ends, strict=True))
    return text[: places[0]] + "".join(parts)
