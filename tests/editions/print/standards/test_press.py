"""PDF/X-4: what goes to the press."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageStat

from kanben.book.book import Variant
from kanben.press.title import Pressed
from tests.checkers.pdf import drawing_faults, facts, syntax_faults
from tests.editions.print.standards.small_book import pdf_of, pressed, write_small_book
from tests.editions.print.standards.told import boxes, content, ink_cover, objects, plates

PRESS, UA = "pdf/x-4", "pdf/ua-1"
MM = 72 / 25.4
COLOURED, GREY = 9, 10  # pages


def test_qpdf_and_ghostscript_find_nothing(files: dict[str, Path]) -> None:
    assert syntax_faults(files[PRESS]) == ()
    assert drawing_faults(files[PRESS]) == ()
    assert facts(files[PRESS])["PDF version"] == "1.6"


def test_text_stands_where_it_stands_in_every_other_variant(
    variants: dict[Variant, Pressed], files: dict[str, Path]
) -> None:
    maps = [variants[name].pages for name in sorted(variants)]
    assert maps[0] == maps[1] == maps[2]
    for n in range(maps[0].count):
        assert characters(files[PRESS], n) == characters(files[UA], n)


def characters(pdf: Path, page: int) -> list[tuple[str, ...]]:
    """Each character of a page, and where it stands, in points from the corner of the trim."""
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    places = ([str(round(side)) for side in text.get_charbox(n)] for n in range(text.count_chars()))
    return [(text.get_text_range(n, 1), *place) for n, place in enumerate(places)]


def test_the_trim_has_3_mm_of_bleed_and_the_sheet_has_room_for_marks(files: dict[str, Path]) -> None:
    found = boxes(files[PRESS])
    trim = boxes(files[UA])["MediaBox"]
    assert found["TrimBox"] == trim
    for name, beyond in (("BleedBox", 3), ("MediaBox", 10)):
        for box, (left, bottom, right, top) in zip(found[name], trim, strict=True):
            wanted = left - beyond * MM, bottom - beyond * MM, right + beyond * MM, top + beyond * MM
            assert box == pytest.approx(wanted, abs=0.02)


def test_crop_marks_stand_outside_the_bleed_at_each_corner(files: dict[str, Path], tmp_path: Path) -> None:
    scale = 4
    picture = pypdfium2.PdfDocument(files[PRESS])[4].render(scale=scale).to_pil().convert("L")
    sheet, bleed = boxes(files[PRESS])["MediaBox"][4], boxes(files[PRESS])["BleedBox"][4]
    edge = round((bleed[0] - sheet[0]) * scale)
    width, height = picture.size
    corner_parts = [(x, y, x + 130, y + 130) for x in (0, width - 130) for y in (0, height - 130)]
    assert all(picture.crop(part).getextrema()[0] < 200 for part in corner_parts)
    within = picture.crop((edge, edge, width - edge, height - edge))
    margin = round(6 * MM * scale)
    frame = [within.crop((0, 0, within.width, margin)), within.crop((0, 0, margin, within.height))]
    assert all(part.getextrema()[0] == 255 for part in frame)


def test_text_is_on_the_black_plate_alone(files: dict[str, Path], tmp_path: Path) -> None:
    for page in (3, 5, 6, 7):  # contents, opener with a note, text, a list, a table and rules
        dark = plates(files[PRESS], page, tmp_path)
        assert (dark["Cyan"], dark["Magenta"], dark["Yellow"]) == (0, 0, 0), page
        assert dark["Black"] > 200, page
    cover = ink_cover(files[PRESS])
    assert [sum(inks[:3]) > 0 for inks in cover] == [n == COLOURED for n in range(1, len(cover) + 1)]


def test_colours_and_pictures_are_in_four_inks_and_nothing_is_in_rgb(files: dict[str, Path], tmp_path: Path) -> None:
    dark = plates(files[PRESS], COLOURED, tmp_path, cropped=True)
    assert min(dark.values()) > 60, dark
    plain = content(files[PRESS])
    assert not re.search(rb"DeviceRGB|CalRGB|[\d.]+ [\d.]+ [\d.]+ (rg|RG)\s", plain)
    spaces = sorted(each["/ColorSpace"] for each in objects(files[PRESS]) if each.get("/Subtype") == "/Image")
    assert spaces == ["/DeviceCMYK", "/DeviceCMYK", "/DeviceGray", "/DeviceGray"]  # photo, seal; its mask, the grey one


def test_pictures_look_as_they_did(files: dict[str, Path]) -> None:
    """The mean colour of the page with pictures, drawn from CMYK and from RGB, is nearly the same."""
    means = [mean_colour(files[name], COLOURED - 1) for name in (UA, PRESS)]
    assert means[0] == pytest.approx(means[1], abs=12)


def mean_colour(pdf: Path, page: int) -> list[float]:
    document = pypdfium2.PdfDocument(pdf)[page]
    slug = -document.get_mediabox()[0]
    picture = document.render(scale=0.5, crop=(slug, slug, slug, slug)).to_pil().convert("RGB")
    return ImageStat.Stat(picture).mean


def test_the_file_says_for_which_press_it_was_made(files: dict[str, Path]) -> None:
    (catalogue,) = [each for each in objects(files[PRESS]) if each.get("/Type") == "/Catalog"]
    (intent,) = catalogue["/OutputIntents"]
    assert (intent["/S"], intent["/Info"]) == ("/GTS_PDFX", "u:Artifex CMYK SWOP Profile")
    assert "/DestOutputProfile" in intent
    plain = content(files[PRESS])
    assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in plain
    assert b"<pdf:Trapped>False</pdf:Trapped>" in plain and b"/Trapped /False" in plain
    assert b"xmp.did:0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10" in plain
    assert b"/Subtype /Link" not in plain


def test_every_variant_is_made_twice_to_the_same_byte(variants: dict[Variant, Pressed], tmp_path: Path) -> None:
    folder = write_small_book(tmp_path / "bridge")
    for name, first in variants.items():
        assert pdf_of(pressed(folder, name).files) == pdf_of(first.files), name


def test_the_title_may_ask_for_the_press_itself(tmp_path: Path, variants: dict[Variant, Pressed]) -> None:
    folder = write_small_book(tmp_path / "bridge")
    title = folder / "title.yaml"
    title.write_text(title.read_text("utf-8").replace("{cover:", "{variant: pdf/x-4, cover:"), "utf-8")
    assert pdf_of(pressed(folder).files) == pdf_of(variants[PRESS].files)
    assert pdf_of(pressed(folder, "pdf/ua-1").files) == pdf_of(variants[UA].files)


def test_without_a_profile_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kanben.editions.print.standards import variants as standards
    from kanben.press.title import finished_book

    monkeypatch.setattr(standards, "find_profile", lambda: None)
    folder = write_small_book(tmp_path / "bridge")
    title = folder / "title.yaml"
    title.write_text(title.read_text("utf-8").replace("{cover:", "{variant: pdf/x-4, cover:"), "utf-8")
    (told,) = standards.what_is_missing(finished_book(folder, lambda _: None))
    assert told.say().splitlines() == [
        "title.yaml: there is no CMYK profile for the press: pdf/x-4 cannot be made [profile-missing]",
        "    mend: type: sudo apt-get install ghostscript (on a Mac: brew install ghostscript)",
    ]
    assert told.severity == "error"
