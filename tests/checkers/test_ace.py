"""DAISY Ace is really asked: it names what the smallest EPUB lacks, and a picture without words."""

from pathlib import Path

import pytest

from kanben.proof.outside.remark import Silent
from tests.checkers.ace import ace
from tests.checkers.tiny_epub import tiny_epub

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="9" height="9"><rect width="9" height="9"/></svg>'


def test_a_file_without_accessibility_metadata_and_a_picture_without_words_are_named(tmp_path: Path) -> None:
    found = ace(tiny_epub(tmp_path / "tiny.epub", f"<h1>第一章</h1><p>{PICTURE}</p>"))
    assert {"metadata-accessmode", "metadata-accessibilityfeature", "svg-img-alt"} <= {each.code for each in found}
    assert [str(each.place) for each in found if each.code == "svg-img-alt"] == ["c1.xhtml:3"]


def test_a_file_that_it_cannot_open_is_no_clean_book(tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    broken.write_bytes(b"no archive")
    with pytest.raises(Silent):
        ace(broken)
