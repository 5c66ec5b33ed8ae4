"""EPUBCheck is really asked: it passes a sound book and names what is wrong with others."""

from pathlib import Path

import pytest

from kanben.proof.outside import epubcheck as program
from kanben.proof.outside.remark import Silent
from tests.checkers.epubcheck import epubcheck
from tests.checkers.tiny_epub import tiny_epub


def test_a_sound_epub_is_clean(tmp_path: Path) -> None:
    verdict = epubcheck(tiny_epub(tmp_path / "sound.epub"))
    assert verdict.clean, verdict


def test_a_link_to_nowhere_is_an_error_with_its_place(tmp_path: Path) -> None:
    epub = tiny_epub(tmp_path / "link.epub", '<h1>第一章</h1><p><a href="c2.xhtml">见下章</a></p>')
    verdict = epubcheck(epub)
    assert [(found.severity, found.code, str(found.place)) for found in verdict.findings] == [
        ("error", "RSC-007", "c1.xhtml:3")
    ]
    assert verdict.findings == program.epubcheck(epub), "a Java of its own says something else"


def test_a_page_that_is_not_xml_is_an_error(tmp_path: Path) -> None:
    verdict = epubcheck(tiny_epub(tmp_path / "torn.epub", "<p>没有关上"))
    assert {found.severity for found in verdict.findings} == {"error"}


def test_a_file_that_is_not_there_is_no_verdict_of_clean(tmp_path: Path) -> None:
    for ask in (epubcheck, program.epubcheck):
        with pytest.raises(Silent):
            ask(tmp_path / "absent.epub")
