"""The editor's own cover is measured by what bookshops ask."""

from pathlib import Path

import pytest

from kanben.press.title import finished_book
from tests.made_pictures import deep_png, inked, jpeg, png, wide_profile
from tests.titles import CHAPTER, title_yaml, write_title
from tests.told import Files, check

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}/>'
GIVE = "give one of 1600 × 2560 px"


def covered(data: bytes | str, name: str = "cover.jpg") -> Files:
    files: Files = {"chapters/01.md": CHAPTER, name: data}
    return files | {"title.yaml": title_yaml(["chapters/01.md"], f"cover: {name}\n")}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (jpeg(1600, 2560), ""),
        (jpeg(2000, 3200), ""),
        (jpeg(1200, 1920), f"measures 1200 × 1920 px [coarse-cover]\n> {GIVE}, which large screens show sharp"),
        (
            jpeg(900, 1440),
            f"measures 900 × 1440 px [small-cover]\n> {GIVE}; bookshops take none below 1000 × 1600",
        ),
        (
            jpeg(2000, 2600),
            "is 1.30 times as high as wide; it is shown as it is [cover-shape]\n"
            "> bookshops ask for 1.6 (1600 × 2560): crop it, or draw it anew",
        ),
        (jpeg(1650, 2600), ""),
    ],
)
def test_size_and_shape(tmp_path: Path, data: bytes, said: str) -> None:
    check(tmp_path, covered(data), said and f"title.yaml:7:1: the cover cover.jpg {said}")


@pytest.mark.parametrize(
    ("data", "colour"),
    [
        (inked(1600, 2560), "CMYK"),
        (jpeg(1600, 2560, "L"), "grey"),
        (png(1600, 2560, "RGBA"), "RGBA"),
        (deep_png(1600, 2560), "grey, 16 bit"),
        (jpeg(1600, 2560, icc_profile=wide_profile()), "Swap built-in"),
    ],
)
def test_colours_that_are_not_the_screens_are_told(tmp_path: Path, data: bytes, colour: str) -> None:
    said = f"title.yaml:7:1: the cover cover.jpg is {colour}; the e-book has it in sRGB [cover-colour]\n"
    check(tmp_path, covered(data), said + "> compare the two, or save the cover in sRGB")


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ('viewBox="0 0 100 160"', (100, 160)),
        ('width="1in" height="1.6in"', (96, 153.6)),
        ("", (1600, 2560)),
        ('viewBox="0 0 0 0"', (1600, 2560)),
    ],
)
def test_a_drawing_has_a_shape_and_no_size(tmp_path: Path, written: str, size: tuple[float, float]) -> None:
    files = covered(SVG.format(written), "images/cover.svg")
    check(tmp_path, files, "")
    cover = finished_book(tmp_path, lambda _: None).cover
    assert cover and (cover.source, cover.width, cover.height) == ("images/cover.svg", *map(pytest.approx, size))


def test_a_cover_that_is_not_there_or_could_run_is_told_in_title_yaml(tmp_path: Path) -> None:
    files = covered("", "other.jpg") | {"title.yaml": title_yaml(["chapters/01.md"], "cover: cover.jpg\n")}
    said = "title.yaml:7:1: the picture cover.jpg is not there [missing-image]\n> put it into the title folder"
    check(tmp_path / "a", files, said)
    script = covered('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "cover.svg")
    said = "title.yaml:7:1: cover.svg is not a picture that kanben can use: <script> [bad-image]\n"
    check(tmp_path / "b", script, said + "> use SVG without script, PNG or JPEG")


def test_without_a_cover_the_templates_draw_one(tmp_path: Path) -> None:
    assert finished_book(write_title(tmp_path), lambda _: None).cover is None
