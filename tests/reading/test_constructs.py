"""Everything that an editor may write in a chapter becomes its node."""

from dataclasses import replace
from typing import Any

import pytest

from kanben.book.blocks import (
    Cell,
    CodeBlock,
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
from kanben.book.inlines import (
    Cite,
    CiteItem,
    Code,
    CrossReference,
    Foreign,
    Image,
    LineBreak,
    Link,
    Note,
    Ruby,
    Styled,
    Term,
    Text,
)
from kanben.book.node import Inline
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.place import NOWHERE
from tests.reading.chapters import block, blocks, words


def bare(value: Any) -> Any:
    """Nodes without their places, to compare what they hold."""
    return rebuild(value, lambda node: replace(node, place=NOWHERE))


def paragraph(*children: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(child) if isinstance(child, str) else child for child in children))


# ---- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("第一行，\n“第二行”", "第一行，“第二行”"),
        ("一行——\n《书》", "一行——《书》"),
        ("中文\nEnglish words\nhere\n中文", "中文 English words here 中文"),
        ("在2023年\n5月", "在2023年 5月"),
        ("English\nwords", "English words"),
        ("中文 English 中文", "中文 English 中文"),
        ("a\\*b 5 \\[x\\] 1\\. \\^2\\^", "a*b 5 [x] 1. ^2^"),
        ("&amp;&lt;&#26725;", "&<桥"),
        ('It\'s "so" -- and --- so...', 'It\'s "so" -- and --- so...'),
        ("一\\<b>二\\</b>&lt;script>x", "一<b>二</b><script>x"),
    ],
)
def test_text_is_joined_as_chinese_is_written(typed: str, read: str) -> None:
    assert bare(words(typed)) == (Text(read),)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("*桥*", Styled("emphasis", (Text("桥"),))),
        ("**桥**", Styled("strong", (Text("桥"),))),
        ("^桥^", Styled("superscript", (Text("桥"),))),
        ("~桥~", Styled("subscript", (Text("桥"),))),
        ("~~桥~~", Styled("strike", (Text("桥"),))),
        ("[桥]{.underline}", Styled("underline", (Text("桥"),))),
        ("[桥]{.dot}", Styled("dot", (Text("桥"),))),
        ("[桥]{.term}", Term((Text("桥"),))),
        ("[桥]{.plain}", Term((Text("桥"),), plain=True)),
        ('[漢字]{ruby="hàn zì"}', Ruby("漢字", "hàn zì")),
        ("[pont]{lang=fr}", Foreign("fr", (Text("pont"),))),
        (
            "[一座**石**桥]{lang=zh-Hant}",
            Foreign("zh-Hant", (Text("一座"), Styled("strong", (Text("石"),)), Text("桥"))),
        ),
        ("`a <b>`", Code("a <b>")),
        ("[桥](https://a.b/c?d=e&f)", Link("https://a.b/c?d=e&f", (Text("桥"),))),
        ("<https://a.b>", Link("https://a.b", (Text("https://a.b"),))),
        ("<a@b.org>", Link("mailto:a@b.org", (Text("a@b.org"),))),
        ("[](https://a.b/桥)", Link("https://a.b/桥", (Text("https://a.b/桥"),))),
        ("[ ](<mailto:a@b.org?subject=c>)", Link("mailto:a@b.org?subject=c", (Text("a@b.org"),))),
        ("[](#bridge)", CrossReference("bridge")),
        ("[ ](#bridge)", CrossReference("bridge")),
        ("[上文](#bridge)", CrossReference("bridge", (Text("上文"),))),
        ("[@zhao]", Cite((CiteItem("zhao"),))),
        ("[@zhao, 12页]", Cite((CiteItem("zhao", locator="12页"),))),
        (
            "[参见 @zhao; -@qian2023, 3-5]",
            Cite((CiteItem("zhao", "参见"), CiteItem("qian2023", "", "3-5", "suppress-author"))),
        ),
        ("@zhao", Cite((CiteItem("zhao", mode="author-in-text"),))),
        ("![桥](images/a.png)\\ ", Image("images/a.png", "桥")),
    ],
)
def test_marked_words(typed: str, read: Inline) -> None:
    assert bare(words(typed))[0] == read


def test_emphasis_works_beside_han_and_quotation_marks() -> None:
    assert bare(words("这是**“强调”**文字")) == (Text("这是"), Styled("strong", (Text("“强调”"),)), Text("文字"))


def test_a_line_ends_where_a_backslash_says_so() -> None:
    assert bare(words("甲\\\n乙")) == (Text("甲"), LineBreak(), Text("乙"))


def test_a_line_break_beside_a_note_is_no_space_in_chinese() -> None:
    assert bare(words("甲[^a]\n乙\n\n[^a]: 注")) == (Text("甲"), Note((paragraph("注"),), name="a"), Text("乙"))


def test_a_note_stands_at_its_call_with_all_its_paragraphs() -> None:
    text = "甲[^a]乙。\n\n[^a]: 第一段\n    接着。\n\n    第二段，*斜*。\n\n丙。"
    note = Note((paragraph("第一段接着。"), paragraph("第二段，", Styled("emphasis", (Text("斜"),)), "。")), name="a")
    assert bare(blocks(text)) == (paragraph("甲", note, "乙。"), paragraph("丙。"))


def test_a_note_may_be_written_in_its_sentence_and_be_called_in_a_heading() -> None:
    assert bare(words("甲^[注]乙")) == (Text("甲"), Note((paragraph("注"),)), Text("乙"))
    heading = Heading(2, (Text("题"), Note((paragraph("注"),), name="a")))
    assert bare(blocks("## 题[^a]\n\n[^a]: 注")) == (heading,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲[^a]乙[^a]丙[^b]\n\n[^a]: 注\n\n[^b]: 别的", ["a", "a", "b"]),
        ("甲[^b]乙[^a]丙[^b]\n\n[^a]: 同上\n\n[^b]: 同上", ["b", "a", "b"]),
        ("甲^[同上]乙[^a]丙^[同上]\n\n[^a]: 同上", ["", "a", ""]),
        ("# 题[^h]\n\n- 甲[^i]\n\n> 乙[^h]\n\n[^h]: 注\n\n[^i]: 注", ["h", "i", "h"]),
        (
            "| 甲[^a] | 乙 |\n|---|---|\n| 丙[^b] | 丁[^a] |\n\n: 表[^c]\n\n[^a]: 一\n\n[^b]: 二\n\n[^c]: 三",
            ["c", "a", "b", "a"],
        ),
        ("`[^a]`甲[^a]\n\n[^a]: 注", ["a"]),
        ("甲[^a]\n\n[^a]: *注*，第一段。\n\n    第二段。", ["a"]),
    ],
)
def test_a_note_knows_the_name_that_its_call_gives(text: str, names: list[str]) -> None:
    assert [node.name for node in walk(blocks(text)) if isinstance(node, Note)] == names


# ---- blocks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("# 桥", Heading(1, (Text("桥"),))),
        ("## 桥 {#bridge}", Heading(2, (Text("桥"),), name="bridge")),
        ("### 桥 {.unnumbered}", Heading(3, (Text("桥"),), numbered=False)),
        ("## 桥 {-}", Heading(2, (Text("桥"),), numbered=False)),
        ("> 甲\n> 乙\n>\n> 丙", Quote((paragraph("甲乙"), paragraph("丙")))),
        (
            "| 两个黄鹂\n| 　一行*白鹭*",
            Verse(((Text("两个黄鹂"),), (Text("　一行"), Styled("emphasis", (Text("白鹭"),))))),
        ),
        ("```python\na = 1\n```", CodeBlock("a = 1", "python")),
        ("    a = 1", CodeBlock("a = 1")),
        ("- 甲\n- 乙", List((Item((Plain((Text("甲"),)),)), Item((Plain((Text("乙"),)),))))),
        ("- 甲\n\n- 乙", List((Item((paragraph("甲"),)), Item((paragraph("乙"),))))),
        ("3. 甲\n4. 乙", List((Item((Plain((Text("甲"),)),)), Item((Plain((Text("乙"),)),))), True, 3)),
        ("- 甲\n  - 乙", List((Item((Plain((Text("甲"),)), List((Item((Plain((Text("乙"),)),)),)))),))),
        (
            "桥\n\n:   甲\n\n    乙\n\n路\n:   丙",
            Definitions(
                (
                    Definition((Text("桥"),), (paragraph("甲"), paragraph("乙"))),
                    Definition((Text("路"),), (Plain((Text("丙"),)),)),
                )
            ),
        ),
        (
            '![桥*图*](images/a.svg){#fig alt="一座桥"}',
            Figure(Image("images/a.svg", "一座桥"), (Text("桥"), Styled("emphasis", (Text("图"),))), name="fig"),
        ),
        ("::: epigraph\n苟日新，日日新。\n:::", Epigraph((paragraph("苟日新，日日新。"),))),
        (
            "::: epigraph\n苟日新。[^a]\n\n又日新。\n\n—— 《大学》[^b]\n:::\n\n[^a]: 甲\n\n[^b]: 乙",
            Epigraph(
                (paragraph("苟日新。", Note((paragraph("甲"),), name="a")), paragraph("又日新。")),
                (Text("《大学》"), Note((paragraph("乙"),), name="b")),
            ),
        ),
    ],
)
def test_blocks(typed: str, read: Any) -> None:
    assert bare(block(typed)) == read


def test_a_rule_parts_paragraphs() -> None:
    assert bare(blocks("甲\n\n* * *\n\n乙")) == (paragraph("甲"), Rule(), paragraph("乙"))


def cell(words: str, align: Any = "", **more: Any) -> Cell:
    return Cell((Plain((Text(words),)),) if words else (), align, **more)


def test_a_table_has_caption_name_and_alignment() -> None:
    table = block("| 桥 | 长 | 年 |\n|:--|--:|:-:|\n| 甲 | 1 |  |\n\n: 桥表 {#bridges}")
    assert bare(table) == Table(
        (Text("桥表"),),
        (Row((cell("桥", "left", head=True), cell("长", "right", head=True), cell("年", "center", head=True))),),
        (Row((cell("甲", "left"), cell("1", "right"), cell("", "center"))),),
        name="bridges",
    )


def test_a_cell_may_span_rows_and_columns() -> None:
    drawn = "+---+---+---+\n| a | b     |\n|   +---+---+\n|   | c | d |\n+---+---+---+"
    table = block(drawn)
    assert isinstance(table, Table)
    assert [[(c.rows, c.columns) for c in row.cells] for row in table.body] == [[(2, 1), (1, 2)], [(1, 1), (1, 1)]]


def test_cells_beside_one_that_spans_rows_are_aligned_as_their_columns() -> None:
    drawn = (
        "+-----+-----+-----+\n| 甲  | 乙  | 丙  |\n+:====+====:+:===:+\n"
        "| 一  | 二  | 三  |\n|     +-----+-----+\n|     | 五  | 六  |\n+-----+-----+-----+"
    )
    table = block(drawn)
    assert isinstance(table, Table)
    assert [[(text_of(c), c.align) for c in row.cells] for row in table.body] == [
        [("一", "left"), ("二", "right"), ("三", "center")],
        [("五", "right"), ("六", "center")],
    ]
