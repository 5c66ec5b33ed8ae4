"""Where a heading's line may end is marked in the words themselves, through all that they hold."""

from kanben.book.inlines import Image, Note, Styled, Text
from kanben.book.node import Inlines
from kanben.book.text import text_of
from kanben.editions.phrases import PhraseEnd, in_phrases

TITLE = "中国书籍装帧艺术的起源"


def marked(words: Inlines) -> str:
    return "".join(
        "|"
        if isinstance(word, PhraseEnd)
        else f"<{marked(word.children)}>"
        if isinstance(word, Styled)
        else text_of(word)
        for word in words
    )


def test_words_are_parted_where_a_line_may_end() -> None:
    assert marked(in_phrases(TITLE, "zh-Hans")) == "中国|书籍|装帧|艺术的|起源"


def test_what_is_emphasised_is_parted_within_and_before() -> None:
    words = (Text("中国"), Styled("emphasis", (Text("书籍装帧艺术"),)), Text("的起源"))
    assert marked(in_phrases(words, "zh-Hans")) == "中国<|书籍|装帧|艺术>的|起源"


def test_nothing_but_marks_is_added() -> None:
    words = (Text("中国书籍"), Note("a", ()), Text("装帧艺术"), Image("a.svg", ()), Text("的起源"))
    found = in_phrases(words, "zh-Hans")
    assert text_of(tuple(word for word in found if not isinstance(word, PhraseEnd))) == text_of(words)
    assert [type(word) for word in found if isinstance(word, Note | Image)] == [Note, Image]


def test_a_short_heading_stays_as_it_is() -> None:
    words = (Text("桥"),)
    assert in_phrases(words, "zh-Hans") is words
