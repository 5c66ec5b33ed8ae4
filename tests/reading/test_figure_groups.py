"""Figures side by side under one caption."""

import pytest

from kanben.book.blocks import FigureGroup
from kanben.book.text import text_of
from tests.reading.chapters import block, read

GROUP = '::: {.figures #kinds}\n![拱桥](arch.svg){#a}\n\n![](beam.svg){alt="一道梁"}\n\n两种桥式\n:::\n'


def test_the_pictures_of_the_div_are_figures_and_its_last_paragraph_their_caption() -> None:
    group = block(GROUP)
    assert isinstance(group, FigureGroup)
    assert (group.name, text_of(group.caption)) == ("kinds", "两种桥式")
    assert [(each.letter, each.name, text_of(each.caption), each.image.alt) for each in group.figures] == [
        ("a", "a", "拱桥", "拱桥"),
        ("b", "", "", "一道梁"),
    ]


def test_pictures_may_share_a_line() -> None:
    group = block('::: figures\n![](a.svg){alt="甲"} ![](b.svg){alt="乙"}\n\n甲与乙\n:::\n')
    assert isinstance(group, FigureGroup)
    assert [each.image.alt for each in group.figures] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (
            "![甲](a.svg)\n\n![乙](b.svg)",
            "chapters/01.md:1:7: the group of figures has no caption [group-without-caption]\n"
            "    mend: write it as the last paragraph of the div",
        ),
        (
            "![甲](a.svg)\n\n图题",
            "chapters/01.md:1:7: the group holds 1 pictures [few-figures]\n"
            "    mend: put 2 to 12 into it, each in a paragraph: ![words](file)",
        ),
        (
            "![甲](a.svg)\n\n- 一条\n\n![乙](b.svg)\n\n图题",
            "chapters/01.md:4: “- …” cannot stand in a group of figures [not-in-figures]\n"
            "    mend: keep pictures there, and the caption at the end",
        ),
    ],
)
def test_a_group_that_is_none_is_told(inside: str, told: str) -> None:
    assert told in read(f"::: {{.figures}}\n{inside}\n:::\n")[1]
