"""The PDF checkers are really asked: each passes a sound file and names what is wrong with another."""

from pathlib import Path

import pytest
import weasyprint

from tests.checkers.pdf import drawing_faults, facts, fonts, page_texts, syntax_faults, ua_failures

PAGE = (
    '<!doctype html><html lang="zh-Hans"><head><title>小书</title>'
    "<style>body {{ font-family: 'Noto Serif CJK SC' }} h1 {{ font-weight: normal; break-before: page }}</style></head>"
    "<body>{}</body></html>"
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _print(tmp_path_factory.mktemp("pdf") / "sound.pdf", "<h1>第一章</h1><p>正文。</p><h1>第二章</h1>")


def _print(path: Path, body: str, variant: str | None = "pdf/ua-1") -> Path:
    weasyprint.HTML(string=PAGE.format(body)).write_pdf(path, pdf_variant=variant)
    return path


def test_a_sound_file_passes_every_checker(sound: Path) -> None:
    assert syntax_faults(sound) == ()
    assert drawing_faults(sound) == ()
    assert ua_failures(sound) == ()


def test_a_torn_file_is_found_by_qpdf_and_ghostscript(sound: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(sound.read_bytes()[:-2000])
    assert syntax_faults(torn)
    assert drawing_faults(torn)


def test_an_untagged_file_and_one_without_alt_fail_pdf_ua(tmp_path: Path) -> None:
    assert ua_failures(_print(tmp_path / "untagged.pdf", "<h1>第一章</h1>", None))
    picture = "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\">"
    found = ua_failures(_print(tmp_path / "no-alt.pdf", f"<h1>第一章</h1><p>{picture}</p>"))
    assert any("alt" in each.what.lower() for each in found), found


def test_facts_and_pages_are_read_as_a_reader_would(sound: Path) -> None:
    told = facts(sound)
    assert (told["Title"], told["Pages"], told["Tagged"]) == ("小书", "2", "yes")
    assert [text.split() for text in page_texts(sound)] == [["第一章", "正文。"], ["第二章"]]


def test_a_silent_fallback_shows_among_the_fonts(sound: Path, tmp_path: Path) -> None:
    (one,) = fonts(sound)
    assert "Noto-Serif-CJK-SC" in one.name
    assert (one.embedded, one.subset, one.readable) == (True, True, True)
    fallen = _print(tmp_path / "fallen.pdf", "<p style=\"font-family: 'No Such Font'\">字</p>")
    assert not any("Serif-CJK" in each.name for each in fonts(fallen)), fonts(fallen)


def test_a_file_that_poppler_cannot_read_is_no_empty_book(tmp_path: Path) -> None:
    absent = tmp_path / "absent.pdf"
    with pytest.raises(RuntimeError, match="pdftotext cannot read"):
        page_texts(absent)
