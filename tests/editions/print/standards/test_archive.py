"""PDF/A-3u: what is kept for long."""

from pathlib import Path

import page as page_validation

from tests.checkers.pdf import drawing_faults, syntax_faults, ua_failures
from tests.editions.print.standards.told import objects

ARCHIVE = "pdf/a-3u"


def test_it_is_a_pdf_a_3u_and_a_pdf_ua_1_without_a_failure(files: dict[str, Path]) -> None:
    profile = page_validation.ValidationProfile.PDF_A_3U
    assert page_validation.validate_pdf(str(files[ARCHIVE]), profile=profile).failures == []
    assert syntax_faults(files[ARCHIVE]) == ()
    assert drawing_faults(files[ARCHIVE]) == ()
    assert ua_failures(files[ARCHIVE]) == ()


def test_its_colours_are_those_of_srgb_and_no_picture_is_smoothed(files: dict[str, Path]) -> None:
    found = objects(files[ARCHIVE])
    (catalogue,) = [each for each in found if each.get("/Type") == "/Catalog"]
    (intent,) = catalogue["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert "sRGB" in intent["/Info"]
    pictures = [each for each in found if each.get("/Subtype") == "/Image"]
    assert len(pictures) == 4  # three pictures, and the transparency of one
    assert {each["/Interpolate"] for each in pictures} == {False}
