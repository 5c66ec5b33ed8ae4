"""A small finished book that holds every kind of node, as the passes hand it to the editions."""

from kanben.book.blocks import (
    Align,
    Cell,
    CodeBlock,
    CodePiece,
    Definition,
    Definitions,
    Epigraph,
    Figure,
    Heading,
    Item,
    List,
    Paragraph,
    Plain,
    Quote,
    Row,
    Rule,
    Table,
    Verse,
)
from kanben.book.book import Book, ContentsEntry, Creator, Kind, Matter, Part, Record, Settings
from kanben.book.entries import Glossary, GlossaryEntry, ReferenceEntry, References, Use
from kanben.book.inlines import (
    Cite,
    CitedWork,
    CiteItem,
    Code,
    CrossReference,
    Foreign,
    Image,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Ruby,
    Style,
    Styled,
    Term,
    Text,
)
from kanben.book.node import Block, Blocks, Inline
from kanben.book.page_map import PageMap, PageStart
from kanben.place import Place

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160" role="img"><title>桥数</title>'
    '<g fill="#7a8b99"><rect x="40" y="90" width="60" height="50"/><rect x="130" y="60" width="60" height="80"/>'
    '<rect x="220" y="20" width="60" height="120"/></g>'
    '<path d="M20 140H300" stroke="#7a8b99" stroke-width="2"/></svg>'
).encode()

PAGES = PageMap(
    labels={"preface": "i", "ch01": "1", "ch01-s1": "1", "ch01-s2": "2", "ch02": "3", "glossary": "5"},
    starts=(
        PageStart("i", "preface", 1, 0),
        PageStart("1", "ch01", 0, 0, "ch01"),
        PageStart("2", "ch01", 4, 6),
        PageStart("3", "ch02", 0, 0, "ch02"),
    ),
    count=8,
)
"""The page map that the PageBreak nodes of the sample book come from."""


def sample_book() -> Book:
    """Two chapters, a preface, a conclusion, glossary, references and colophon, with ids and labels given."""
    return Book(
        name="bridges",
        record=sample_record(),
        settings=Settings(),
        parts=(
            preface(),
            first_chapter(),
            second_chapter(),
            part("back", "conclusion", "conclusion", "结语", paragraph(Text("桥既成，路乃通。"))),
            part("back", "glossary", "glossary", "术语表", sample_glossary()),
            part("back", "references", "references", "参考文献", sample_references()),
            part("back", "colophon", "colophon", "编写说明", paragraph(Text("本书为样书，用于核对各版本的排印。"))),
        ),
        place=Place("title.yaml"),
        contents=sample_contents(),
        bibliography=(
            {"id": "mengxi", "type": "book", "title": "梦溪笔谈", "author": [{"literal": "沈括"}]},
            {"id": "yingzao", "type": "book", "title": "营造法式", "author": [{"literal": "李诫"}]},
        ),
        pictures={"images/growth.svg": PICTURE, "images/unused.svg": PICTURE},
    )


def sample_record() -> Record:
    return Record(
        title="桥与路 & 桥“谱”",
        subtitle="一本样书",
        language="zh-Hans",
        creators=(Creator("样书编写组"), Creator("样书编辑部", "editor")),
        publisher="样书社",
        date="2026-11-23",
        edition="第1版",
        rights="保留一切权利",
        description="一本装下所有排印元素的小书。",
        subjects=("桥梁", "道路"),
        identifiers=(("uuid", "0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10"),),
        modified="2026-11-23T00:00:00Z",
    )


def part(matter: Matter, kind: Kind, part_id: str, title: str, *blocks: Block) -> Part:
    """A part without a number."""
    return Part(matter, kind, part_id, Heading(1, (Text(title),), part_id, numbered=False), blocks)


def paragraph(*children: Inline) -> Paragraph:
    return Paragraph(children)


def note(note_id: str, number: int, *paragraphs: str) -> Note:
    return Note(tuple(paragraph(Text(words)) for words in paragraphs), note_id, number)


def preface() -> Part:
    return part(
        "front",
        "preface",
        "preface",
        "前言",
        paragraph(PageBreak("i", "pi"), Text("本书写桥，也写路。"), note("n1", 1, "桥，水梁也。")),
        paragraph(Text("详见"), CrossReference("ch02", (Text("第二章"),)), Text("。")),
    )


def first_chapter() -> Part:
    title = Text("桥"), note("n2", 1, "题下之注。")
    heading = Heading(1, title, "ch01", number=(1,), label="第一章", before=(PageBreak("1", "p1"),))
    return Part("body", "chapter", "ch01", heading, (*opening(), *words(), *arrangements()))


def opening() -> Blocks:
    return (
        Epigraph(
            (paragraph(Text("穷则变，变则通，通则久。"), note("n3", 2, "见《周易正义》卷八。")),),
            (Text("《周易·系辞下》"),),
        ),
        paragraph(
            Text("一座"),
            Term((Text("拱桥"),), "t1", "t1-u1"),
            Text("靠受压的石块成形。"),
            note("n4", 3, "第一段：石块受压。", "第二段：拱脚受推。"),
            Text("古人早有记载"),
            Cite((CiteItem("mengxi", locator="12"),), (cited("r1", "[1]"),), ("r1",), "r1-u1"),
            Text("。"),
        ),
    )


def words() -> Blocks:
    """A section with every inline form."""
    return (
        Heading(2, (Text("桥的字与词"),), "ch01-s1", number=(1, 1), label="1.1"),
        paragraph(
            Text("此处有"),
            styled("emphasis", "强调"),
            Text("、"),
            styled("strong", "着重"),
            Text("、"),
            styled("dot", "加点"),
            Text("、"),
            styled("strike", "删去"),
            Text("、"),
            styled("underline", "专名"),
            Text("，面积为 5 km"),
            styled("superscript", "2"),
            Text("，水为 H"),
            styled("subscript", "2"),
            Text("O，"),
            PageBreak("2", "p2"),
            Text("代码为"),
            Code("a < b && c"),
            Text("，注音为"),
            Ruby("梁", "liáng"),
            Text("，外文为"),
            Foreign("en", (Text("arch bridge"),)),
            Text("，"),
            LineBreak(),
            Text("外链为"),
            Link("https://www.example.org/?a=1&b=2", (Text("示例网站"),)),
            Text("，小图为"),
            Image("images/growth.svg", "三根渐高的柱"),
            Text("，参见"),
            CrossReference("ch01-f1", (Text("图1-1"),)),
            Text("。"),
        ),
        Heading(3, (Text("细目"),), "ch01-s1-1", number=(1, 1, 1), label="1.1.1"),
        paragraph(Text("再说一次"), Term((Text("拱桥"),), "t1", "t1-u2"), Text("，这次不再解释。")),
    )


def arrangements() -> Blocks:
    """A section with every block form."""
    return (
        Heading(2, (Text("桥的图与表"),), "ch01-s2", number=(1, 2), label="1.2"),
        Figure(Image("images/growth.svg", "柱状图：桥数三年渐增"), (Text("桥数逐年增加"),), "ch01-f1", label="图1-1"),
        sample_table(),
        Quote((paragraph(Text("引文自成一段。")), paragraph(Text("引文的第二段。")))),
        Verse(((Text("枯藤老树昏鸦，"),), (Text("小桥流水人家。"),))),
        List((item("石桥"), item("木桥", List((item("独木桥"), item("廊桥")), ordered=True, start=3)))),
        List((Item((paragraph(Text("先勘察。")), paragraph(Text("再设计。")))),), ordered=True),
        Definitions((Definition((Text("跨径"),), (paragraph(Text("两墩之间的距离。")),)),)),
        Rule(),
        CodeBlock(
            'print("<桥>")',
            "python",
            lines=((CodePiece("", "print("), CodePiece("string", '"<桥>"'), CodePiece("", ")")),),
        ),
    )


def sample_table() -> Table:
    head = Row((cell("年份", head=True), cell("座数", head=True, align="right"), cell("附记", head=True)))
    first = Row((cell("2024"), cell("12", align="right"), Cell((Plain((Text("两年同"),)),), rows=2)))
    second = Row((cell("2025"), cell("15", align="right")))
    total = Row((Cell((Plain((Text("合计"), note("n5", 4, "不含浮桥。"))),)), cell("27", columns=2)))
    return Table((Text("历年桥数"),), (head,), (first, second, total), "ch01-t1", label="表1-1")


def cell(words: str, head: bool = False, align: Align = "", columns: int = 1) -> Cell:
    return Cell((Plain((Text(words),)),), align, columns=columns, head=head)


def item(words: str, *more: List) -> Item:
    return Item((Plain((Text(words),)), *more))


def cited(target: str, words: str) -> Styled:
    return Styled("superscript", (CitedWork(target, (Text(words),)),))


def styled(style: Style, words: str) -> Styled:
    return Styled(style, (Text(words),))


def second_chapter() -> Part:
    return Part(
        "body",
        "chapter",
        "ch02",
        Heading(1, (Text("路"),), "ch02", number=(2,), label="第二章", before=(PageBreak("3", "p3"),)),
        (
            paragraph(Text("路始于足下。"), note("n6", 1, "《道德经》：千里之行，始于足下。")),
            Heading(2, (Text("官道"),), "ch02-s1", number=(2, 1), label="2.1"),
            paragraph(
                Text("驿站相望，"),
                Term((Text("驿道"),), "t2", "t2-u1"),
                Text("遂成"),
                Cite((CiteItem("mengxi"),), (cited("r1", "[1]"),), ("r1",), "r1-u2"),
                Text("。"),
            ),
        ),
    )


def sample_glossary() -> Glossary:
    uses = (Use("t1-u1", "ch01", "第一章"), Use("t1-u2", "ch01", "1.1.1"))
    arch = GlossaryEntry(
        "拱桥", (paragraph(Text("以拱承重的桥。")), paragraph(Text("石拱最古。"))), id="t1", also=("石拱桥",), uses=uses
    )
    road = GlossaryEntry("驿道", (paragraph(Text("传递公文的大道。")),), id="t2", uses=(Use("t2-u1", "ch02", "2.1"),))
    return Glossary((arch, road, GlossaryEntry("栈道", (paragraph(Text("凿壁架木的路。")),), id="t3")))


def sample_references() -> References:
    uses = (Use("r1-u1", "ch01", "第一章"), Use("r1-u2", "ch02", "2.1"))
    first = ReferenceEntry("mengxi", (Text("沈括. 梦溪笔谈[M]."),), "[1]", "r1", uses=uses)
    return References((first, ReferenceEntry("yingzao", (Text("李诫. 营造法式[M]."),), "", "r2", further=True)))


def sample_contents() -> tuple[ContentsEntry, ...]:
    return (
        contents_entry("preface", "preface", "", "前言"),
        contents_entry(
            "ch01",
            "ch01",
            "第一章",
            "桥",
            contents_entry(
                "ch01-s1", "ch01", "1.1", "桥的字与词", contents_entry("ch01-s1-1", "ch01", "1.1.1", "细目")
            ),
            contents_entry("ch01-s2", "ch01", "1.2", "桥的图与表"),
        ),
        contents_entry("ch02", "ch02", "第二章", "路", contents_entry("ch02-s1", "ch02", "2.1", "官道")),
        contents_entry("conclusion", "conclusion", "", "结语"),
        contents_entry("glossary", "glossary", "", "术语表"),
        contents_entry("references", "references", "", "参考文献"),
        contents_entry("colophon", "colophon", "", "编写说明"),
    )


def contents_entry(entry_id: str, part_id: str, label: str, title: str, *entries: ContentsEntry) -> ContentsEntry:
    return ContentsEntry(entry_id, part_id, label, (Text(title),), entries)
