"""Formulas are read as pandoc reads them; displayed ones are blocks, and prices are no formulas."""

from pathlib import Path

import pytest

from kanben.book.blocks import Equation, Paragraph
from kanben.book.inlines import Math
from kanben.book.node import Blocks
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.reading.chapters import blocks, read
from tests.told import CHAPTER, book_of, chapter, check, told


def shown(found: Blocks) -> list[str]:
    """Each block at a glance: words, and equations as name|TeX|marks behind."""
    return [
        f"{block.name}|{block.math.tex.strip()}|{block.after}"
        if isinstance(block, Equation)
        else ("…" if isinstance(block, Paragraph) and block.goes_on else "") + text_of(block)
        for block in found
    ]


def maths(text: str) -> list[str]:
    found, _ = read(text)
    return [node.tex for node in walk(found) if isinstance(node, Math)]


def test_a_formula_stands_in_its_line_with_its_place() -> None:
    found = [node for node in walk(blocks("# 桥\n\n设跨度\n为 $l$，矢高为$f_0$。\n")) if isinstance(node, Math)]
    assert [(node.tex, node.display, str(node.place)) for node in found] == [
        ("l", False, "chapters/01.md:4:3"),
        ("f_0", False, "chapters/01.md:4:10"),
    ]


@pytest.mark.parametrize(
    "text",
    ["票价 $5 和 $6", "价为$5至$6元，$10—$20", r"价 \$5，又 \$6", "共 20,000$ 与 30,000$", "`$x$`"],
)
def test_prices_and_code_are_no_formulas(text: str) -> None:
    assert maths(text) == []
    assert read(text)[1] == []


def test_two_prices_that_pandoc_takes_for_a_formula_are_doubted() -> None:
    _, said = read("一张 $5，又一张6$。\n")
    assert maths("一张 $5，又一张6$。\n") == ["5，又一张6"]
    assert said == [
        "chapters/01.md:1:4: “5，又一张6” between two dollar signs is set as a formula [doubtful-formula]\n"
        "    mend: write \\$ for a dollar sign; words within a formula stand in \\text{…}"
    ]
    assert read(r"$\text{增长率} = \mathrm{增} / x$")[1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$$a = b$$\n", ["|a = b|"]),
        ("[$$a = b$$]{#eq-a}\n", ["eq-a|a = b|"]),
        ("$$a = b$$ {#eq:a}\n", ["eq:a|a = b|"]),
        ("[$$\na = b\n$$]{#eq-a}，\n", ["eq-a|a = b|，"]),
        ("得\n$$a = b$$，\n式中 $a$ 为矢高。\n", ["得", "|a = b|，", "…式中 a 为矢高。"]),
        ("得\n$$a$$\n$$b$$。\n", ["得", "|a|", "|b|。"]),
        ("$$a$$\n\n式中 $a$。\n", ["|a|", "式中 a。"]),
        ("> $$a$$\n", ["a"]),
        ("- 力：\n  $$F$$\n", ["力：F"]),
    ],
)
def test_a_displayed_formula_is_a_block_of_its_own(text: str, expected: list[str]) -> None:
    assert shown(blocks(text)) == expected


def test_the_words_after_a_formula_have_a_place_below_it() -> None:
    found = blocks("甲\n\n得\n$$a$$\n式中 $a$。\n")
    assert [block.place.line for block in found] == [1, 3, 4, 4]


DISPLAYED = (
    "a displayed formula can stand in paragraphs only: not in headings, captions, notes, cells or verse "
    "[displayed-formula]\n> write it between single dollar signs, or in a paragraph"
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("## 面积 $$A$$\n", "3:7"),
        ("甲[^a]。\n\n[^a]: 见 $$A$$\n", "5:9"),
        ("| 甲 |\n|:--|\n| $$A$$ |\n\n: 表\n", "5:3"),
        ("| 甲 |\n|:--|\n| 乙 |\n\n: 表 $$A$$\n", "7:5"),
        ("| 诗 $$A$$\n| 行\n", "3:5"),
    ],
)
def test_where_no_formula_can_be_displayed_it_is_refused(tmp_path: Path, text: str, line: str) -> None:
    check(tmp_path, chapter(text), f"{CHAPTER}:{line}: {DISPLAYED}")


def test_formulas_may_stand_in_headings_notes_cells_captions_and_definitions(tmp_path: Path) -> None:
    text = "## 面积 $A$\n\n甲[^a]。\n\n[^a]: 见 $A$。\n\n| $A$ |\n|:--|\n| $B$ |\n\n: 表 $A$\n\n甲桥。\n"
    glossary = "- term: 甲桥\n  definition: |\n    长 $l$：\n\n    $$l = 2a$$\n"
    book = book_of(tmp_path, chapter(text, **{"glossary.yaml": glossary}))
    assert sum(isinstance(node, Math) for node in walk(book)) == 7


def test_a_formula_that_is_no_tex_is_told_at_its_line_in_the_glossary_too(tmp_path: Path) -> None:
    glossary = "- term: 甲桥\n  definition: |\n    长度。\n\n    长 $\\foo$。\n"
    said = told(tmp_path, chapter("甲桥 $\\frac{1}{$。\n", **{"glossary.yaml": glossary}))
    assert said.splitlines()[::2] == [
        "chapters/01.md:3:4: “\\frac{1}{” is not TeX: unexpected eof [bad-formula]",
        "glossary.yaml:5: “\\foo” is not TeX: unexpected control sequence \\foo [bad-formula]",
    ]


def test_a_description_of_a_figure_holds_no_formula(tmp_path: Path) -> None:
    text = "![桥](a.svg)\n\n::: description\n长 $l$。\n:::\n"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    assert "$…$" in told(tmp_path, chapter(text, **{"a.svg": svg}))
