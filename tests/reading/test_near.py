"""Paragraphs that were edited are read by themselves only where pandoc says the same of the whole chapter."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kanben.pandoc.program import run_pandoc
from kanben.place import Place
from kanben.reading.markdown.chapter import FORMAT
from kanben.reading.markdown.near import Said, answer_near, uncounted
from tests.budgets import examples
from tests.fuzz.chapters import BLOCK, INLINE, LINE, NAME, WORDS

BEFORE, AFTER = "石桥在城南[^1]，*三孔*，见[@mao, 12]。", "石桥在城北[^1]，*五孔*，见[@mao, 12]与[拱]{.term}。"
CHAPTER = "# 桥\n\n引言[^2]。\n\n{}\n\n## 路\n\n路旁有树。\n\n[^1]: 据《桥志》。\n\n[^2]: 同上。\n"


def in_full(text: str) -> bytes:
    return run_pandoc(("-f", FORMAT, "-t", "json"), text.encode(), Place("chapters/01.md"))


def asked_for(before: str, after: str) -> list[str]:
    """What pandoc is asked after an edit; what is found is what it says of the whole."""
    asked: list[str] = []

    def ask(text: str) -> bytes:
        asked.append(text)
        return in_full(text)

    near = answer_near(Said(before, uncounted(in_full(before))), after, ask)
    assert near is None or near == uncounted(in_full(after))
    return asked if near else []


def test_of_an_edited_paragraph_pandoc_reads_what_it_was_and_is_with_its_notes() -> None:
    assert asked_for(CHAPTER.format(BEFORE), CHAPTER.format(AFTER)) == [f"{BEFORE}\n\n{AFTER}\n\n[^1]: 据《桥志》。"]


def test_an_edit_may_go_back_while_another_is_made() -> None:
    before, after = CHAPTER.format(AFTER), CHAPTER.format(BEFORE).replace("有树", "有花")
    assert asked_for(before, after) == [
        f"{AFTER}\n\n{BEFORE}\n\n路旁有树。\n\n路旁有花。\n\n[^1]: 据《桥志》。",
    ]


def test_two_paragraphs_may_change_places() -> None:
    assert asked_for("# 桥\n\n石桥。\n\n木桥。\n\n路。\n", "# 桥\n\n木桥。\n\n石桥。\n\n路。\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# 桥\n\n石桥。\n\n路。\n", "# 桥\n\n石桥。\n\n木桥。\n\n路。\n"),
        ("# 桥\n\n石桥。\n\n路。\n", "# 桥\n\n> 石桥。\n\n路。\n"),
        ("# 桥\n\n石桥。\n\n路。\n", "# 桥\n\n石桥。\n木桥。\n\n路。\n"),
        ("# 桥\n\n石桥。\n\n: 有三孔。\n\n路。\n", "# 桥\n\n木桥。\n\n: 有三孔。\n\n路。\n"),
        ("# 桥\n\n```\n左\n\n石桥。\n\n右\n```\n", "# 桥\n\n```\n左\n\n木桥。\n\n右\n```\n"),
        ("# 桥\n\n石桥。\n\n路。\n\n路[桥]。\n", "# 桥\n\n石[桥]。\n\n路。\n\n路[桥]。\n"),
        ("# 桥\n\n石桥。\n\n> - ## 路 {#a}\n", "# 桥\n\n石[路]。\n\n> - ## 路 {#a}\n"),
        ("# 桥\n\n石桥。\n\n> 路\n> --\n", "# 桥\n\n石[路]。\n\n> 路\n> --\n"),
        ("# 桥\n\n石桥。\n\n路。\n\n> [甲]: a.md\n", "# 桥\n\n石桥[甲]。\n\n路。\n\n> [甲]: a.md\n"),
        ("# 桥\n\n石桥。\n\n路。\n\n[甲]: a.md\n", "# 桥\n\n石桥[甲]。\n\n路。\n\n[甲]: a.md\n"),
        (
            "# 桥\n\n石[^1]。\n\n路[^2]。\n\n[^1]: 甲\n\n[^2]: 乙\n",
            "# 桥\n\n石[^2]。\n\n路[^2]。\n\n[^1]: 甲\n\n[^2]: 乙\n",
        ),
        ("# 桥\n\n石[^1]。\n\n路。\n\n[^1]: 甲\n\n    乙\n", "# 桥\n\n木[^1]。\n\n路。\n\n[^1]: 甲\n\n    乙\n"),
        ("# 桥\n\n石桥。\n\n石桥。\n\n路。\n", "# 桥\n\n木桥。\n\n石桥。\n\n路。\n"),
        ("# 桥\n\n石桥。\n\n石&#x6865;。\n\n路。\n", "# 桥\n\n木桥。\n\n石&#x6865;。\n\n路。\n"),
        ("# 桥\n\n石桥\\\n\n路。\n", "# 桥\n\n木桥\\\n\n路。\n"),
    ],
    ids=[
        *("another-paragraph", "a-quotation", "two-lines", "a-term-with-its-meaning", "code", "the-name-of-a-heading"),
        *("a-heading-in-a-list", "a-heading-with-a-line-below", "an-address-in-a-quotation", "a-named-address"),
        *("another-note", "a-note-of-two-paragraphs", "the-same-words-twice", "the-same-answer-twice"),
        "a-mark-at-the-end",
    ],
)
def test_all_else_is_read_in_full(before: str, after: str) -> None:
    assert asked_for(before, after) == []


PARAGRAPH = st.lists(
    st.one_of(
        WORDS,
        WORDS.map("**{}**".format),
        WORDS.map("[{}]{{.term}}".format),
        NAME.map("[^{}]".format),
        st.sampled_from(["[@mao, 12]", "@mao", "*", "_", "[", "]", "(", "^", "~", '"', ":", "|", "--", "[桥]", "{.x}"]),
        INLINE,
    ),
    max_size=5,
).map(lambda parts: "石" + "".join(parts))
NOTES = st.builds("[^{}]: {}".format, NAME, LINE)
ODD = st.sampled_from(
    [
        "> ## 桥",
        "- # 石 {.x}",
        "## 桥",
        "- 一",
        "9. 一\n\n    二",
        "[桥",
        "*石",
        "[石](",
        "石[^",
        ": 定",
        "|a|b|\n|--|--|\n|1|2|",
        "::: x",
    ]
)
AROUND = st.lists(st.one_of(PARAGRAPH, NOTES, ODD, BLOCK), max_size=3)


@examples(60)
@given(AROUND, AROUND, PARAGRAPH, st.lists(WORDS, min_size=1, max_size=2), st.floats(0, 1))
def test_any_edit_is_answered_as_in_the_whole_chapter(
    above: list[str], below: list[str], paragraph: str, more: list[str], place: float
) -> None:
    at = 1 + int(place * (len(paragraph) - 1))
    edited = paragraph[:at] + "".join(more) + paragraph[at:]
    before, after = ("# 路\n\n" + "\n\n".join([*above, words, *below, "尾"]) for words in (paragraph, edited))
    assume(edited.count("[") == edited.count("]"))
    asked_for(before, after)
