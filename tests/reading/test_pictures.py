"""A picture that an edition could not show, or that is too much for it, is told with its place and the mend."""

from pathlib import Path

import pytest

from tests.made_pictures import deep_png, gradient, inked, jpeg, large_png, opened, png, written
from tests.titles import PICTURE
from tests.told import CHAPTER, Files, book_of, chapter, check, told

USE = "save it as SVG, PNG or JPEG, and name that file here"


def shown(data: bytes, name: str = "a.png") -> Files:
    return chapter(f"![桥]({name})\n", **{name: data})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (written(gradient(9, 9), "GIF"), "GIF"),
        (written(gradient(9, 9), "WEBP"), "WebP"),
        (written(gradient(9, 9), "TIFF"), "TIFF"),
        (written(gradient(9, 9), "BMP"), "BMP"),
        (written(gradient(9, 9), "AVIF"), "AVIF"),
        (written(gradient(9, 9), "JPEG2000"), "JPEG 2000"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_a_picture_of_another_kind_is_named(tmp_path: Path, data: bytes, kind: str) -> None:
    said = f"{CHAPTER}:3:6: a.png is {kind}, which not every edition can show [wrong-kind]\n> {USE}"
    check(tmp_path, shown(data), said)


@pytest.mark.parametrize("data", [png(40, 30)[:-20], jpeg(40, 30)[:-20], b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff\xe0"])
def test_a_file_that_is_cut_off(tmp_path: Path, data: bytes) -> None:
    check(
        tmp_path,
        shown(data),
        f"{CHAPTER}:3:6: a.png is damaged or cut off [broken-image]\n> save or copy it anew",
    )


def test_a_moving_picture(tmp_path: Path) -> None:
    moving = written(opened(png(9, 9)), "PNG", save_all=True, append_images=[opened(png(9, 9, "L"))])
    check(
        tmp_path,
        shown(moving),
        f"{CHAPTER}:3:6: a.png is an animated PNG, and paper does not move [moving-picture]\n"
        "> save one of its pictures as a PNG",
    )


@pytest.mark.parametrize(
    ("width", "height", "said"),
    [
        (
            40_000,
            20,
            "a side of a.png has 40000 pixels; kanben takes 20000 [long-image]\n> make it smaller, or cut it",
        ),
        (10_000, 9_000, "a.png has 90000000 pixels; kanben takes 80000000 [large-image]\n> make it smaller"),
    ],
)
def test_a_picture_too_large_for_any_page(tmp_path: Path, width: int, height: int, said: str) -> None:
    check(tmp_path, shown(large_png(width, height)), f"{CHAPTER}:3:6: {said}")


def test_a_heavy_picture_is_taken_and_told(tmp_path: Path) -> None:
    heavy = jpeg(40, 30)[:-2] + b"\0" * 30_000_000 + b"\xff\xd9"
    check(
        tmp_path,
        shown(heavy, "a.jpg"),
        f"{CHAPTER}:3:6: a.jpg has {len(heavy)} bytes; print takes it as it is [heavy-image]\n"
        "> save it as a JPEG, or smaller, if 20000000 are enough",
    )


@pytest.mark.parametrize("data", [inked(9, 9), deep_png(9, 9), png(9, 9, "P"), png(9, 9, "LA"), jpeg(9, 9, "L")])
def test_pictures_that_only_screens_cannot_show_are_taken(tmp_path: Path, data: bytes) -> None:
    assert told(tmp_path, shown(data)) == ""


@pytest.mark.parametrize(
    ("attributes", "inner"),
    [
        ("", "<text>桥</text>"),
        ('font-size="9"', '<g><text fill="red"><tspan>桥</tspan></text></g>'),
        ("", '<text font-family="Noto Sans CJK SC">桥</text><text>路</text>'),
    ],
)
def test_words_of_a_drawing_without_a_typeface_are_told(tmp_path: Path, attributes: str, inner: str) -> None:
    check(
        tmp_path,
        shown(drawing(attributes, inner), "a.svg"),
        f"{CHAPTER}:3:6: a.svg names no typeface for its words, so each program draws them in another "
        '[svg-without-font]\n> write font-family="Noto Sans CJK SC, sans-serif" on <svg>, '
        "or turn its words into outlines",
    )


@pytest.mark.parametrize(
    ("attributes", "inner"),
    [
        ('font-family="Noto Sans CJK SC"', "<text>桥</text>"),
        ('style="font: 9px Noto Sans CJK SC"', "<g><text>桥</text></g>"),
        ("", '<text><tspan font-family="Noto Sans CJK SC">桥</tspan></text>'),
        ("", "<style>text { font-family: Noto Sans CJK SC }</style><text>桥</text>"),
        ("", "<text> </text>"),
    ],
)
def test_a_drawing_that_names_its_typeface_or_has_no_words_is_taken(
    tmp_path: Path, attributes: str, inner: str
) -> None:
    check(tmp_path, shown(drawing(attributes, inner), "a.svg"), "")


def drawing(attributes: str, inner: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {attributes}>{inner}</svg>'.encode()


def test_a_drawing_goes_into_editions_without_its_document_type(tmp_path: Path) -> None:
    """EPUBs may hold that of SVG 1.1 alone, and programs drew to SVG 1.0 for long."""
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.0//EN" "http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd">'
    )
    book = book_of(tmp_path, shown((doctype + PICTURE).encode(), "images/a.svg"))
    assert book.pictures == {"images/a.svg": PICTURE.strip().encode()}
