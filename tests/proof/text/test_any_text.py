"""Whatever an editor types, the proofreader tells faults that have a place and words, and nothing worse."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kanben.press.proofreading import proofread_title
from kanben.proof.text.order import CODES
from tests.budgets import examples
from tests.titles import PICTURE, write_title

PIECES = st.sampled_from(
    [
        *"桥石橋，。；：？！“”‘’《》〈〉（）()[]{}\"',.;:-—–~～…#*_^`$|>\\ \n\u3000\ufffc3年月%万亿a",
        "\n\n",
        "[^a]",
        "\n\n[^a]: 注,",
        "^[注,]",
        "[桥,]{.index}",
        "[桥,]{lang=zh-Hant}",
        "::: {lang=en}\n",
        "\n:::\n",
        "| 桥 | 石, |\n|---|---|\n| 一 | 二 |\n",
        "\n: 表,题\n",
        '![桥](images/a.svg){alt="甲,"}',
        "&amp;",
        "2024.5.1",
        "1998—02年",
        "3-5个",
        "的的",
        "> ",
        "- ",
    ]
)


@examples(40)
@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
def test_any_text_is_read(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = {"chapters/01.md": f"# 桥\n\n{text}", "images/a.svg": PICTURE}
        write_title(Path(folder), **files)
        for fault in proofread_title(Path(folder)):
            assert fault.code in CODES
            assert fault.place.line <= files["chapters/01.md"].count("\n") + 1
            assert fault.say("zh") and fault.place.line
