"""Numbers of chapters and titles are written as Chinese books write them."""

import pytest

from kanben.book.chinese import han_number, in_title_marks

VALUES = dict(zip("零一二三四五六七八九", range(10), strict=True))


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (200, "二百"),
        (999, "九百九十九"),
        (1000, "1000"),
    ],
)
def test_a_number_is_written(number: int, written: str) -> None:
    assert han_number(number) == written


def test_every_number_up_to_999_can_be_read_back() -> None:
    assert [read(han_number(number)) for number in range(1, 1000)] == list(range(1, 1000))


def read(written: str) -> int:
    total, digit = 0, 0
    for character in written:
        if character in VALUES:
            digit = VALUES[character]
        else:
            total += (digit or 1) * (100 if character == "百" else 10)
            digit = 0
    return total + digit


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("桥", "《桥》"),
        ("《桥》选", "《〈桥〉选》"),
        ("读《桥》、《路》", "《读〈桥〉、〈路〉》"),
        ("读〈桥〉", "《读〈桥〉》"),
    ],
)
def test_a_title_stands_in_its_marks(title: str, marked: str) -> None:
    assert in_title_marks(title) == marked
