"""Covers, fonts and pictures of an EPUB: what a shop takes, what draws a rare character, what is said in words."""

import random
from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PIL import Image

from kanben.proof.epub.proof import check_epub
from tests.proof.epub_changes import ONE, OPF, TWO, Change, changed, end_of, files_of, listed
from tests.proof.epub_faults import SVG
from tests.proof.epub_verdicts import codes, places, verdicts


def picture(width: int, height: int, mode: str = "RGB", kind: str = "JPEG") -> bytes:
    room = BytesIO()
    Image.new(mode, (width, height)).save(room, kind)
    return room.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "verdict"),
    [
        (b"no picture", "cover-unreadable", "fail"),
        (picture(50, 80, kind="EPS"), "cover-unreadable", "fail"),
        (picture(1600, 2560, "CMYK"), "cover-colours", "fail"),
        (picture(500, 800), "cover-too-small", "fail"),
        (picture(1200, 1920), "cover-small", "warn"),
    ],
    ids=["broken", "PostScript", "cmyk", "tiny", "small"],
)
def test_the_cover_is_a_large_picture_in_rgb(bridges: bytes, data: bytes, code: str, verdict: str) -> None:
    proof = check_epub(changed(bridges, **{"cover.jpg": data}))

    assert verdicts(proof) == {"E3": verdict}
    assert places(proof, code) == ["EPUB/cover.jpg"]


def test_no_shop_takes_a_gif_as_cover(bridges: bytes) -> None:
    change = Change(OPF, '(href="cover.jpg"[^>]*)image/jpeg', r"\1image/gif")
    named = Change("*", r"cover\.jpg", "cover.gif")
    proof = check_epub(changed(bridges, change, named, **{"cover.gif": picture(1600, 2560, "P", "GIF")}))

    assert verdicts(proof) == {"E3": "fail", "E14": "warn"}  # the old picture is no longer listed
    assert codes(proof) == {"cover-kind", "file-unlisted"}


def test_one_cover_and_no_more(bridges: bytes) -> None:
    second = listed("second.jpg", "image/jpeg", ' properties="cover-image"')
    proof = check_epub(changed(bridges, second, **{"second.jpg": picture(1600, 2560)}))

    assert verdicts(proof) == {"E3": "fail"}
    assert codes(proof) == {"several-covers"}


def test_a_book_without_a_cover(bridges: bytes) -> None:
    changes = Change(OPF, ' properties="cover-image"'), Change(OPF, '<meta name="cover"[^>]*>(</meta>)?')

    assert places(check_epub(changed(bridges, *changes)), "no-cover") == ["EPUB/content.opf"]


def font(characters: str, licence: bool = True) -> bytes:
    """A font that draws each character as nothing."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *(f"g{number}" for number, _ in enumerate(characters))]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): f"g{number}" for number, character in enumerate(characters)})
    builder.setupGlyf({name: Glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Rare"} | ({"licenseDescription": "OFL 1.1"} if licence else {}))
    builder.setupOS2()
    builder.setupPost()
    room = BytesIO()
    builder.save(room)
    return room.getvalue()


RARE = Change(ONE, "全章完", "全章完𠀀")

FONT = listed("rare.ttf", "font/ttf")


def test_a_font_that_draws_the_rare_character(bridges: bytes) -> None:
    proof = check_epub(changed(bridges, RARE, FONT, **{"rare.ttf": font("𠀀")}))

    assert verdicts(proof) == {}
    assert next(found.unit for found in proof.findings if found.rule == "E6") == "MB"


def test_a_font_that_draws_another(bridges: bytes) -> None:
    proof = check_epub(changed(bridges, RARE, FONT, **{"rare.ttf": font("𠀁")}))

    assert verdicts(proof) == {"E6": "fail"}
    assert codes(proof) == {"character-without-font"}


def test_a_font_has_a_licence_of_its_own_or_beside_it(bridges: bytes) -> None:
    bare = {"rare.ttf": font("桥", licence=False)}

    assert codes(check_epub(changed(bridges, FONT, **bare))) == {"font-without-licence"}
    both = [Change(OPF, "</manifest>", '<item href="ofl.txt" id="ofl" media-type="text/plain"/></manifest>'), FONT]
    assert verdicts(check_epub(changed(bridges, *both, **bare, **{"ofl.txt": b"SIL Open Font License"}))) == {}


def test_a_licence_in_the_package(bridges: bytes) -> None:
    rights = Change(OPF, "</metadata>", '<meta property="dcterms:rights" refines="#more">OFL 1.1</meta></metadata>')

    assert verdicts(check_epub(changed(bridges, FONT, rights, **{"rare.ttf": font("桥", licence=False)}))) == {}


def test_a_broken_font(bridges: bytes) -> None:
    assert verdicts(check_epub(changed(bridges, FONT, **{"rare.ttf": b"no font"}))) == {"E6": "fail"}


def test_fonts_weigh_less_than_five_megabytes(bridges: bytes) -> None:
    heavy = font("桥") + random.Random(1).randbytes(5_000_000)
    proof = check_epub(changed(bridges, FONT, **{"rare.ttf": heavy}))

    assert verdicts(proof) == {"E6": "fail"}
    assert [found.figure for found in proof.findings if found.rule == "E6"] == [5.0]


def test_a_picture_without_words_makes_the_claim_untrue_as_well(bridges: bytes) -> None:
    change = Change(ONE, ' alt="[^"]*"')
    proof = check_epub(changed(bridges, change))

    assert verdicts(proof) == {"E9": "fail", "E17": "fail"}
    assert places(proof, "alt-missing") == [
        f"EPUB/ch01.xhtml:{change.line(files_of(bridges)['EPUB/ch01.xhtml'].decode())}"
    ]


def test_an_empty_alt_is_asked_about_and_decoration_is_not(bridges: bytes) -> None:
    claimed = Change(OPF, '<meta property="schema:accessibilityFeature">alternativeText</meta>')
    empty = check_epub(changed(bridges, claimed, Change(ONE, 'alt="[^"]*"', 'alt=""')))
    decoration = check_epub(changed(bridges, claimed, Change(ONE, 'alt="[^"]*"', 'alt="" role="presentation"')))

    assert verdicts(empty) == {"E17": "warn"}
    assert verdicts(decoration) == {}


def test_a_drawing_in_the_page_names_itself(bridges: bytes) -> None:
    held = Change(OPF, 'href="ch02.xhtml"', 'href="ch02.xhtml" properties="svg"')
    proof = check_epub(changed(bridges, held, end_of(TWO, SVG)))

    assert verdicts(proof) == {"E17": "fail"}
    assert codes(proof) == {"drawing-without-words"}


def test_a_broken_picture_a_lost_file_and_a_stray_one(bridges: bytes) -> None:
    broken = check_epub(changed(bridges, listed("x.png", "image/png"), **{"x.png": b"no picture"}))
    stray = check_epub(changed(bridges, **{"x.txt": b"?"}))

    assert (verdicts(broken), places(broken, "picture-unreadable")) == ({"E14": "fail"}, ["EPUB/x.png"])
    assert (verdicts(stray), places(stray, "file-unlisted")) == ({"E14": "warn"}, ["EPUB/x.txt"])
