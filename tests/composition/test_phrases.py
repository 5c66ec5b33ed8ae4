"""On a screen a heading's lines end between phrases, never within a word or beside a mark that holds."""

from itertools import pairwise

import pytest

from kanben.composition.phrases import phrase_ends


def phrases(text: str, language: str = "zh-Hans", own_words: tuple[str, ...] = ()) -> list[str]:
    ends = (0, *phrase_ends(text, language, own_words), len(text))
    return [text[start:end] for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("中国书籍装帧艺术的起源、发展和演变", ["中国", "书籍", "装帧", "艺术的", "起源、", "发展", "和演变"]),
        ("面向2035年的出版业", ["面向", "2035年的", "出版业"]),
        ("《营造法式》与桥", ["《营造", "法式》", "与桥"]),
        ("石拱——桥的字", ["石拱", "——桥的字"]),
        ("一本样书", ["一本样书"]),
        ("桥", ["桥"]),
    ],
)
def test_a_line_ends_where_a_reader_pauses(text: str, parts: list[str]) -> None:
    assert phrases(text) == parts


@pytest.mark.parametrize("text", ["桥“石”……（石拱）", "A bridge of stone", "Web 3.0 bridges"])
def test_marks_hold_their_neighbours_and_latin_words_have_their_spaces(text: str) -> None:
    starts = [part[0] for part in phrases(text)[1:]]
    assert not [start for start in starts if start in "—…）”. " or start.isascii()]


def test_traditional_words_are_known_too() -> None:
    assert phrases("書籍裝幀與編輯工作的歷史", "zh-Hant") == ["書籍", "裝幀", "與編輯", "工作的", "歷史"]


def test_a_word_of_the_book_s_own_begins_a_phrase_and_is_not_split() -> None:
    assert phrases("把握双曲拱桥的建造要领") == ["把握双", "曲拱桥的", "建造要领"]
    assert phrases("把握双曲拱桥的建造要领", own_words=("拱桥", "双曲拱桥")) == ["把握", "双曲拱桥的", "建造要领"]
    assert phrases("中国预应力混凝土桥的建造", own_words=("预应力混凝土桥",))[1] == "预应力混凝土桥的"


def test_a_word_too_long_for_a_phone_is_split_between_its_words() -> None:
    word = "海陆空全空间无人体系市场准入建设"
    assert phrases(word, own_words=(word,)) == phrases(word) == ["海陆空全", "空间无人体系", "市场", "准入", "建设"]
