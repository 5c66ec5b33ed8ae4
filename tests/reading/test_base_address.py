"""The address of the web edition is taken as a folder's, or told to be none."""

from pathlib import Path

import pytest

from kanben.reading.base_address import base_address
from kanben.reading.folder import read_title
from kanben.trouble import Trouble
from tests.titles import title_yaml, write_title


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/book", "https://example.org/book/"),
        ("HTTP://Example.org:8080/a/", "http://example.org:8080/a/"),
        ("https://书.example/桥/", "https://xn--1jq.example/%E6%A1%A5/"),
        ("https://example.org/%E6%A1%A5/", "https://example.org/%E6%A1%A5/"),
        ("https://[::1]/a", "https://[::1]/a/"),
    ],
)
def test_an_address_ends_in_a_stroke_and_is_ascii(written: str, address: str) -> None:
    assert base_address(written) == address
    assert base_address(address) == address


@pytest.mark.parametrize(
    "written",
    [
        "example.org/book",
        "//example.org/",
        "ftp://example.org/",
        "https://",
        "https:///book",
        "https://example.org/?book=1",
        "https://example.org/#",
        "https://example.org/a b/",
        "https://example.org/%zz/",
        "https://name:word@example.org/",
        "https://example.org:99999/",
        "https://[::1/",
        "https://例..example/",
        "https://example.org/web/index.html",
        "mailto:someone@example.org",
    ],
)
def test_what_has_nothing_below_it_is_no_address(written: str) -> None:
    assert base_address(written) == ""


def test_a_wrong_address_is_told_with_its_place_and_mend(tmp_path: Path) -> None:
    told: list[Trouble] = []
    plan = title_yaml(["chapters/01.md"], "url: example.org/桥\n")
    book = read_title(write_title(tmp_path, **{"title.yaml": plan}), told.append)
    assert book is not None and book.record.url == ""
    (fault,) = told
    assert str(fault) == (
        "title.yaml:7:1: url cannot be “example.org/桥” [bad-url]\n    mend: write the whole address of the folder "
        "that will hold the web edition: https://example.org/book/"
    )


def test_a_right_address_is_in_the_record(tmp_path: Path) -> None:
    told: list[Trouble] = []
    plan = title_yaml(["chapters/01.md"], "url: https://example.org/桥\n")
    book = read_title(write_title(tmp_path, **{"title.yaml": plan}), told.append)
    assert told == []
    assert book is not None and book.record.url == "https://example.org/%E6%A1%A5/"
