"""The mark of tables and figures that print turns."""

import pytest

from kanben.book.blocks import Figure, Table
from tests.reading.chapters import block, read

ROWS = "| 桥名 | 跨径 |\n|---|---|\n| 赵州桥 | 37.02 |\n"
MARKED = (
    f": 跨径 {{#span .landscape}}\n\n{ROWS}",
    f"{ROWS}\n: 跨径 {{#span .landscape}}\n",
    "![拱](arch.svg){#span .landscape}\n",
)


@pytest.mark.parametrize("text", MARKED)
def test_a_table_or_figure_is_marked_behind_its_caption_or_picture(text: str) -> None:
    found = block(text)
    assert isinstance(found, Figure | Table)
    assert (found.name, found.landscape) == ("span", True)


@pytest.mark.parametrize("text", MARKED)
def test_without_the_mark_it_stands_upright(text: str) -> None:
    found = block(text.replace(" .landscape", ""))
    assert isinstance(found, Figure | Table)
    assert not found.landscape


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "看![拱](arch.svg){.landscape}。",
            "1:18: “.landscape” means nothing to kanben [unknown-class]\n    mend: take it out",
        ),
        (
            "::: figures\n![甲](a.svg)\n\n![乙](b.svg){.landscape}\n\n两桥\n:::\n",
            "4:14: “.landscape” means nothing to kanben [unknown-class]\n    mend: take it out",
        ),
        (
            f": 跨径 {{.landscap}}\n\n{ROWS}",
            "1:8: “.landscap” means nothing to kanben [unknown-class]\n    mend: did you mean landscape?",
        ),
    ],
)
def test_elsewhere_it_means_nothing(text: str, told: str) -> None:
    assert read(text)[1] == [f"chapters/01.md:{told}"]
