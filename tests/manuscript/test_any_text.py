"""Whatever a manuscript holds: no crash, and no character lost, added or doubled."""

from hypothesis import example, given
from hypothesis import strategies as st

from kanben.manuscript import KINDS, import_manuscript
from tests.budgets import examples

PIECES = (
    "第一章",
    "第二章 河流",
    "第1章 起源",
    "1.1 药用",
    "1.2 种植",
    "一、形成",
    "（一）山中",
    "1. 源头",
    "2. 支流",
    "目 录",
    "第二章 河流\t12",
    "1.1 药用.....3",
    "前言",
    "结 语",
    "名词解释",
    "参考文献",
    "注释",
    "编写说明",
    "——副题",
    "王一著",
    "水从山上流下来，",
    "流到海里。",
    "“源头”^①说",
    "①《水经》，第1页",
    "^① 《茶经》",
    "[1] 《药典》",
    "古人说[1]。",
    "今人[2]说[1][9]。",
    "[2] 《易》",
    "- 12 -",
    "13",
    "　　第一段。",
    "《改革》，2023年第",
    "9期",
    "张三，《题名》，人民日报，2024年1月",
    "海：最大的水。",
    "2000-2019年)",
    "a [b] *c* _d_",
    "\x07",
    "\f",
    "水\x00水",
    "\ufeff",
    "—",
    "——习近",
    "^",
    "①",
    "[^n1]",
    "[^n1]: x",
    ":::",
    "# x {.unnumbered}",
    "—— x",
    "Word one",
    "\u2028",
)
LINE = st.tuples(st.sampled_from(PIECES), st.sampled_from(("\n", "\n\n", "", " ")))
MANUSCRIPTS = st.lists(LINE, min_size=1, max_size=25)
CHOSEN = st.frozensets(st.sampled_from(sorted(KINDS)))


@examples(200)
@given(MANUSCRIPTS, CHOSEN)
@example(
    [("第一段。", "\n"), ("名词解释", "\n"), ("[2] 《易》", ""), ("海：最大的水。", "\n"), ("[2] 《易》", "\n")],
    frozenset(),
)
@example(
    [
        ("第一章", "\n"),
        ("“源头”^①说", "\n"),
        ("名词解释", "\n"),
        ("[1] 《药典》", "\n"),
        ("第一章", "\n\n"),
        ("①《水经》，第1页", "\n"),
    ],
    frozenset(),
)
def test_every_character_has_its_place(pieces: list[tuple[str, str]], apply: frozenset[str]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    imported = import_manuscript("m.txt", ("甲" + text).encode(), apply)
    assert imported.fidelity.residual == ()
    assert imported.files or imported.troubles


@examples(100)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    imported = import_manuscript("m.txt", data)
    assert imported.files or imported.troubles
    assert imported.fidelity.residual == ()
