"""A PNG's rows are taken as they were packed only where a PDF can have them so, and all of them are there."""

import zlib

import pytest

from kanben.raster.rows import packed_rows
from tests.made_pictures import deep_png, png, png_of

GREY, RGB = 0, 2
ROWS = b"".join(bytes([n % 5, *range(12)]) for n in range(6))
"""Six rows of four colours, one by each filter."""


def test_the_rows_of_a_plain_picture_are_its_own_bytes() -> None:
    packed = zlib.compress(ROWS)

    assert packed_rows(png_of(4, 6, RGB, packed)) == packed
    assert packed_rows(png_of(4, 6, RGB, packed[:9], packed[9:])) == packed
    assert packed_rows(png_of(12, 6, GREY, packed)) == packed


@pytest.mark.parametrize("data", [deep_png(4, 6), png(4, 6, "RGBA"), png(4, 6, "LA"), png(4, 6, "P"), png(4, 6, "1")])
def test_what_a_pdf_has_otherwise_is_packed_anew(data: bytes) -> None:
    assert packed_rows(data) == b""


def test_a_colour_that_shows_through_and_interlaced_rows_are_packed_anew() -> None:
    packed = zlib.compress(ROWS)

    assert packed_rows(png_of(4, 6, RGB, packed, through=bytes(6))) == b""
    assert packed_rows(png_of(4, 6, RGB, packed, interlaced=1)) == b""


@pytest.mark.parametrize(
    "packed",
    [
        zlib.compress(ROWS[:-1]),
        zlib.compress(ROWS + b"\0"),
        zlib.compress(b"\5" + ROWS[1:]),
        zlib.compress(ROWS)[:-1],
        zlib.compress(ROWS) + b"\0",
        b"not packed",
        b"",
    ],
    ids=["too few", "too many", "unknown filter", "cut off", "more behind", "not packed", "nothing"],
)
def test_rows_that_are_not_whole_are_left_to_whoever_mends_them(packed: bytes) -> None:
    assert packed_rows(png_of(4, 6, RGB, packed)) == b""


def test_a_file_that_is_cut_off_is_left_as_well() -> None:
    assert packed_rows(png(4, 6)[:-20]) == b""
