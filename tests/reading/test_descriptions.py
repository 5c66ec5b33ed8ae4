"""A figure's long description stands right behind it and holds plain words."""

from pathlib import Path

import pytest

from kanben.book.blocks import Figure, List, Paragraph, Table
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.reading.chapters import blocks
from tests.titles import PICTURE
from tests.told import CHAPTER, book_of, chapter, check, told

FIGURE = "![桥](images/a.svg)\n\n"
TABLE = "| 年 | 座 |\n|--|--|\n| 一 | 二 |\n"


def described(words: str) -> str:
    return f"{FIGURE}::: description\n{words}\n:::\n"


def test_paragraphs_lists_and_tables_belong_to_the_figure() -> None:
    figure, after = blocks(described(f"一段。\n\n- 一项\n\n{TABLE}") + "\n正文。\n")
    assert isinstance(figure, Figure) and text_of(after) == "正文。"
    assert [type(block) for block in figure.description] == [Paragraph, List, Table]
    assert text_of(figure.caption) == "桥"
    assert str(figure.description[0].place) == "chapters/01.md:4"


def test_each_figure_has_its_own_also_within_a_quotation() -> None:
    first, second = blocks(described("甲") + "\n" + described("乙"))
    assert isinstance(first, Figure) and isinstance(second, Figure)
    assert (text_of(first.description), text_of(second.description)) == ("甲", "乙")
    text = "".join(f"> {line}\n" for line in described("丙").splitlines())
    (quote,) = blocks(text)
    assert [text_of(node.description) for node in walk(quote) if isinstance(node, Figure)] == ["丙"]


def test_its_words_are_no_part_of_the_flow_and_its_tables_no_tables_of_the_book(tmp_path: Path) -> None:
    files = chapter(
        described(f"石板桥。\n\n{TABLE}\n: 表中表\n") + f"\n石板桥。\n\n{TABLE}\n: 座数\n",
        **{"images/a.svg": PICTURE, "glossary.yaml": "- {term: 石板桥, definition: 桥}\n"},
    )
    book = book_of(tmp_path, files)
    figure, _, table = book.parts[0].blocks
    assert isinstance(figure, Figure) and isinstance(table, Table)
    inner = figure.description[1]
    assert isinstance(inner, Table) and (inner.label, inner.id) == ("", "")
    assert table.label == "表1-1"
    assert text_of(book.parts[0]).count("石板桥") == 1


@pytest.mark.parametrize(
    "text",
    ["::: description\n甲\n:::\n", "正文。\n\n::: description\n甲\n:::\n", TABLE + "\n::: description\n甲\n:::\n"],
)
def test_a_description_that_follows_no_figure(tmp_path: Path, text: str) -> None:
    line = 3 + text[: text.index(":::")].count("\n")
    said = "this description follows no figure [stray-description]\n> put it right after a figure that has a caption"
    check(tmp_path, chapter(text), f"{CHAPTER}:{line}:5: {said}")


def test_a_second_description_of_a_figure_and_an_empty_one(tmp_path: Path) -> None:
    files = chapter(described("甲") + "\n::: description\n乙\n:::\n", **{"images/a.svg": PICTURE})
    said = "this description follows no figure [stray-description]\n> put it right after a figure that has a caption"
    check(tmp_path / "a", files, f"{CHAPTER}:9:5: {said}")
    files = chapter(FIGURE + "::: description\n:::\n", **{"images/a.svg": PICTURE})
    said = "a figure's description holds no words [empty-description]\n> write it, or take the div out"
    check(tmp_path / "b", files, f"{CHAPTER}:5:5: {said}")


@pytest.mark.parametrize(
    ("words", "what", "place"),
    [
        ("甲^[注]", "[^…]", "6"),
        ("甲[^a]\n\n[^a]: 注", "[^…]", "6"),
        ("甲[@zhao]", "[@…]", "6:3"),
        ("[](#a)", "[](#…)", "6:4"),
        ("[甲]{.term}", "[…]{.term}", "6:2"),
        ("甲![乙](images/a.svg)丙", "![…](…)", "6:7"),
        ("> 甲", "> …", "6"),
        ("```\n甲\n```", "```", "6"),
    ],
)
def test_what_print_could_not_say_within_a_text_is_refused(tmp_path: Path, words: str, what: str, place: str) -> None:
    files = chapter(
        described(words),
        **{"images/a.svg": PICTURE, "references.yaml": "- {id: zhao, type: book, title: 桥, further-reading: true}\n"},
    )
    said = told(tmp_path, files)
    assert f"{CHAPTER}:{place}: “{what}” stands in a figure's description, where print can show none" in said
