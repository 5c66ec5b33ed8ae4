"""Numbers as headings and notes write them."""

import pytest

from kanben.book.chinese import han_number
from kanben.manuscript.numerals import chinese_value, value_of


def test_chinese_numerals_are_read_as_they_are_written() -> None:
    assert [chinese_value(han_number(number)) for number in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize(
    ("numeral", "value"), [("12", 12), ("１２", 12), ("⑫", 12), ("¹²", 12), ("十二", 12), ("百", 100), ("水", 0)]
)
def test_every_form_of_a_number(numeral: str, value: int) -> None:
    assert value_of(numeral) == value
