"""Numbers as headings and notes write them."""

import pytest

from kanben.manuscript.numerals import chinese_numeral, chinese_value, value_of


def test_chinese_numerals_are_read_as_they_are_written() -> None:
    assert [chinese_value(chinese_numeral(number)) for number in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
    ],
)
def test_chinese_numerals(number: int, written: str) -> None:
    assert chinese_numeral(number) == written


@pytest.mark.parametrize(
    ("numeral", "value"), [("12", 12), ("１２", 12), ("⑫", 12), ("¹²", 12), ("十二", 12), ("百", 100), ("水", 0)]
)
def test_every_form_of_a_number(numeral: str, value: int) -> None:
    assert value_of(numeral) == value
