"""Sources under figures and tables, and how code is numbered."""

import pytest

from kanben.book.blocks import CodeBlock, Figure, Table
from kanben.book.text import text_of
from tests.reading.chapters import block, read

SOURCE = "::: source\n资料来源：某年鉴。[^n]\n\n注：含铁路桥。\n:::\n\n[^n]: 第12页。\n"
FIGURE = "![拱](arch.svg){#arch}\n\n"
TABLE = "| 桥名 | 跨径 |\n|---|---|\n| 赵州桥 | 37.02 |\n\n: 跨径\n\n"


@pytest.mark.parametrize("before", [FIGURE, TABLE])
def test_a_figure_or_table_takes_up_the_source_behind_it(before: str) -> None:
    found = block(before + SOURCE)
    assert isinstance(found, Figure | Table)
    assert [text_of(words) for words in found.sources] == ["资料来源：某年鉴。", "注：含铁路桥。"]


def test_source_and_description_stand_in_either_order() -> None:
    description = "::: description\n一道拱。\n:::\n\n"
    for text in (FIGURE + description + SOURCE, FIGURE + SOURCE + "\n" + description):
        found = block(text)
        assert isinstance(found, Figure)
        assert text_of(found.description) == "一道拱。"
        assert len(found.sources) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "一段。\n\n::: source\n某年鉴。\n:::\n",
            "chapters/01.md:3:5: a source stands behind no figure and no table [stray-source]\n"
            "    mend: put the div right behind its figure or table",
        ),
        (
            FIGURE + "::: source\n- 某年鉴\n:::\n",
            "chapters/01.md:4: “- …” cannot stand in the source of a figure or table [not-in-source]\n"
            "    mend: write paragraphs",
        ),
        (
            FIGURE + "::: sources\n某年鉴。\n:::\n",
            "chapters/01.md:3:5: “.sources” means nothing to kanben [unknown-class]\n    mend: did you mean source?",
        ),
    ],
)
def test_a_source_that_says_nothing_of_a_figure_is_told(text: str, told: str) -> None:
    assert told in read(text)[1]


def test_code_has_a_language_and_on_wish_numbers() -> None:
    assert block("``` {.python .numberLines startFrom=9}\nx\n```\n") == CodeBlock(
        "x", "python", 9, place=block("``` {.python .numberLines startFrom=9}\nx\n```\n").place
    )
    assert [getattr(block(f"``` {head}\nx\n```\n"), "first", None) for head in ("python", "{.numberLines}", "")] == [
        0,
        1,
        0,
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "{.python .numberlines}",
            "chapters/01.md:1:14: “.numberlines” means nothing to kanben [unknown-class]\n"
            "    mend: did you mean numberLines?",
        ),
        (
            "{.python .numberLines startFrom=x}",
            "chapters/01.md:1:26: startFrom cannot be “x” [wrong-value]\n    mend: write 1",
        ),
    ],
)
def test_what_code_cannot_have_is_told(head: str, told: str) -> None:
    assert told in read(f"```{head}\nx\n```\n")[1]
