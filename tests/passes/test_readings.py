"""Readings that are proposed for words marked {.pinyin}, and what is told where they are not certain."""

import sys
from typing import Any

import pytest

from kanben.book.blocks import Paragraph
from kanben.book.inlines import Ruby
from kanben.passes.readings import propose_readings
from tests.passes.small_books import at, book, paragraph, part, passed


def reading_of(words: str) -> tuple[Ruby, list[str]]:
    given = book(part("桥", paragraph(Ruby(words, "", place=at(3)))))
    made, told = passed(propose_readings, given)
    block = made.parts[0].blocks[0]
    assert isinstance(block, Paragraph)
    ruby = block.children[0]
    assert isinstance(ruby, Ruby)
    return ruby, told


@pytest.mark.parametrize(
    ("words", "reading"),
    [("重庆", "chóng qìng"), ("重量", "zhòng liàng"), ("银行", "yín háng"), ("装帧", "zhuāng zhēn")],
)
def test_a_word_decides_how_its_characters_are_read(words: str, reading: str) -> None:
    ruby, told = reading_of(words)
    assert (ruby.reading, told) == (reading, [])


def test_a_polyphone_that_no_word_decides_is_told_with_its_other_readings() -> None:
    ruby, told = reading_of("曾")
    assert ruby.reading == "céng"
    assert told == [
        "chapters/01.md:3: “曾” in “曾” is read céng, but also zeng [uncertain-reading]\n"
        '    mend: write the reading: {ruby="céng"}'
    ]


def test_a_passage_twice_as_long_is_twice_the_work() -> None:
    assert len(reading_of("银行长安桥" * 600)[0].reading.split()) == 3000
    assert steps("银行长安桥" * 200) < 2.2 * steps("银行长安桥" * 100)


def steps(words: str) -> int:
    """How many lines are gone through to read some words."""
    lines: list[str] = []

    def trace(_: object, event: str, __: object) -> Any:
        lines.append(event)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        reading_of(words)
    finally:
        sys.settrace(before)
    return len(lines)


def test_what_has_no_reading_is_told() -> None:
    assert reading_of("桥A")[1] == [
        'chapters/01.md:3: “A” in “桥A” has no known reading [no-reading]\n    mend: write the reading: {ruby="…"}'
    ]


def test_a_reading_that_was_written_stays_and_a_book_without_any_is_not_touched() -> None:
    given = book(part("桥", paragraph(Ruby("曾", "zēng"))))
    assert propose_readings(given, lambda _: None) is given


def test_syllables_stand_over_their_characters_where_they_are_as_many() -> None:
    assert Ruby("装帧", "zhuāng zhēn").pieces == (("装", "zhuāng"), ("帧", "zhēn"))
    assert Ruby("和平", "peace").pieces == (("和平", "peace"),)
    assert Ruby("装帧", "zhuāng zhēn", whole=True).pieces == (("装帧", "zhuāng zhēn"),)
