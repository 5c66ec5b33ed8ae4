"""What the import writes is what pandoc reads."""

import json
import subprocess

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanben.manuscript.markdown import escape, read_back, read_file, with_calls
from kanben.manuscript.traced import CALL
from tests.budgets import examples

FORMAT = "markdown-smart-raw_html-raw_tex-raw_attribute"
HARD = "^[]*_`#1.|<>\\@~$:!-+=(){}&%;a)i.①—“”《》中文 "
LINES = st.lists(st.text(alphabet=HARD, min_size=1, max_size=24), min_size=1, max_size=30)


def read_by_pandoc(paragraphs: list[str]) -> list[object]:
    """The blocks that pandoc finds, as its JSON has them."""
    command = [pypandoc.get_pandoc_path(), "-f", FORMAT, "-t", "json", "--sandbox"]
    text = "\n\n".join(paragraphs).encode()
    done = subprocess.run(command, input=text, capture_output=True, timeout=60, check=True)
    blocks: list[object] = json.loads(done.stdout)["blocks"]
    return blocks


def words_of(block: object) -> str:
    """A paragraph's words; anything but plain words fails."""
    assert isinstance(block, dict) and block["t"] == "Para", block
    words = []
    for inline in block["c"]:
        assert inline["t"] in ("Str", "Space"), inline
        words.append(inline["c"] if inline["t"] == "Str" else " ")
    return "".join(words)


def plain(text: str) -> str:
    return " ".join(text.split())


@examples(60)
@given(LINES)
def test_pandoc_reads_the_escaped_words_as_they_were(lines: list[str]) -> None:
    words = [plain(line) for line in lines if plain(line)]
    blocks = read_by_pandoc([escape(text) for text in words])
    assert [words_of(block) for block in blocks] == words


@pytest.mark.parametrize(
    "text",
    [
        "1. 一",
        "(1) 一",
        "a) 一",
        "- 一",
        "+ 一",
        "# 一",
        "> 一",
        ": 一",
        "%一",
        "::: 一",
        "--- ",
        "=== ",
        "| 一 |",
        "[一]: 二",
    ],
)
def test_pandoc_takes_no_line_for_a_list_a_heading_or_a_table(text: str) -> None:
    assert [words_of(block) for block in read_by_pandoc([escape(plain(text))])] == [plain(text)]


@examples(100)
@given(st.text(alphabet=HARD, max_size=40))
def test_the_proof_reads_back_what_the_writer_escaped(text: str) -> None:
    assert read_back(escape(plain(text))) == plain(text)


@pytest.mark.parametrize("after", ["", "。", ":乙", "(乙)", "[乙]", "{乙}", "^"])
def test_a_note_call_stays_a_note_call_whatever_follows(after: str) -> None:
    written = [with_calls(f"{CALL}{after}甲{CALL}{after}", ("[^n1]", "[^n2]")), "[^n1]: 注一", "[^n2]: 注二"]
    (block,) = read_by_pandoc(written)
    assert isinstance(block, dict)
    kinds = [inline["t"] for inline in block["c"]]
    assert kinds == (["Note", "Str", "Note", "Str"] if after else ["Note", "Str", "Note"])


@pytest.mark.parametrize("after", ["", "。", ":乙", "(乙)", "[乙]", "{乙}", CALL])
def test_a_citation_stays_a_citation_whatever_follows(after: str) -> None:
    calls = ("[@ref01]", "[^n1]")[: 1 + after.count(CALL)]
    block = read_by_pandoc([with_calls(f"甲{CALL}{after}", calls), "[^n1]: 注"])[0]
    assert isinstance(block, dict)
    assert [inline["t"] for inline in block["c"]][:2] == ["Str", "Cite"]
    assert "Link" not in str(block)


def test_a_written_file_is_read_back_as_headings_words_and_notes() -> None:
    written = "# 春 {.unnumbered}\n\n::: epigraph\n好雨[^n1]\n\n—— 杜甫\n:::\n\n[^n1]: 《诗》\n"
    assert read_file(written) == [("heading", "春"), ("body", "好雨"), ("body", "杜甫"), ("note n1", "《诗》")]
