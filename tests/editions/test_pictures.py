"""Screens get pictures as large as they can show, upright, in sRGB, without what a camera tells; print all pixels."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from zlib import compress

import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageFile, ImageStat

from kanben.book.blocks import Figure, Paragraph
from kanben.book.book import Book, Cover, Variant
from kanben.book.inlines import Image, Text
from kanben.editions.pictures import LONGEST, editors_cover, for_print, on_screen
from kanben.place import Place
from kanben.trouble import Stop
from tests.made_pictures import (
    chunk,
    deep_png,
    exif,
    gradient,
    inked,
    jpeg,
    opened,
    png,
    press_profile,
    wide_profile,
    written,
)
from tests.sample_book import part, sample_book

AT = Place("chapters/01.md", 3)


def no_memory(question: bytes, ask: Callable[[], bytes]) -> bytes:
    return ask()


def book_of(data: bytes, name: str = "images/a.jpg") -> Book:
    figure = Figure(Image(name, "桥", place=AT), (Text("桥"),))
    shown = part("body", "chapter", "ch01", "桥", Paragraph((Text("桥"),)), figure)
    return replace(sample_book(), parts=(shown,), pictures={name: data})


def seen(data: bytes) -> bytes:
    return on_screen(book_of(data), no_memory).pictures["images/a.jpg"]


def printed(data: bytes, variant: Variant = "pdf/ua-1") -> bytes:
    return for_print(data, variant)


def corners(data: bytes) -> list[tuple[int, ...]]:
    """The colours at the four corners, clockwise from the top left, in steps of 64."""
    picture = opened(data).convert("RGB")
    right, bottom = picture.width - 1, picture.height - 1
    spots = ((0, 0), (right, 0), (right, bottom), (0, bottom))
    return [tuple(round(part / 64) for part in picture.getpixel(spot)) for spot in spots]


@pytest.mark.parametrize(
    "data", [jpeg(LONGEST, 30), jpeg(40, 30, "L"), png(40, 30, "RGBA"), png(40, 30, "P"), b"<svg/>"]
)
def test_what_needs_nothing_keeps_its_bytes_everywhere(data: bytes) -> None:
    assert seen(data) is data
    assert printed(data) is data


@pytest.mark.parametrize(("save", "kind"), [(jpeg, "JPEG"), (png, "PNG")])
def test_a_picture_larger_than_a_screen_is_made_smaller_and_print_has_it_whole(
    save: Callable[[int, int], bytes], kind: str
) -> None:
    data = save(3000, 1500)
    assert (opened(seen(data)).size, opened(seen(data)).format) == ((2400, 1200), kind)
    assert printed(data) is data
    assert seen(data) == seen(data)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_that_was_held_otherwise_and_what_it_tells(orientation: int) -> None:
    data = jpeg(160, 120, exif=exif(orientation), quality=95)
    for made in (seen(data), printed(data)):
        assert opened(made).size == ((160, 120) if orientation < 5 else (120, 160))
        assert (corners(made) == corners(jpeg(160, 120))) == (orientation == 1)
        assert b"Kamera" not in made and not dict(opened(made).getexif())
    if orientation == 1:
        assert opened(seen(data)).tobytes() == opened(data).tobytes()


def test_each_orientation_is_another_turn() -> None:
    turns = {tuple(corners(seen(jpeg(160, 120, exif=exif(n), quality=95)))) for n in range(1, 9)}
    assert len(turns) == 8
    assert corners(seen(jpeg(160, 120, exif=exif(6)))) == corners(jpeg(160, 120))[-1:] + corners(jpeg(160, 120))[:-1]


@pytest.mark.parametrize("profile", [b"", press_profile()])
def test_four_inks_become_the_colours_that_they_print(profile: bytes) -> None:
    """Far nearer to the colours before the press than by reckoning without profiles."""
    data = inked(400, 300, profile)
    made = opened(seen(data))
    assert made.mode == "RGB"
    before = gradient(400, 300)
    assert distance(made, before) < distance(opened(data).convert("RGB"), before) / 2
    assert opened(printed(data)).mode == opened(printed(data, "pdf/x-4")).mode == "CMYK"
    assert opened(printed(data, "pdf/a-3u")).mode == "RGB"


def distance(one: Pillow.Image, other: Pillow.Image) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def test_colours_of_another_profile_are_taken_to_srgb_on_screens_and_in_print() -> None:
    data = png(40, 30, "RGBA", icc_profile=wide_profile())
    for made in (seen(data), printed(data)):
        assert "icc_profile" not in opened(made).info
        assert opened(made).mode == "RGBA"
        assert corners(made) != corners(data)


def test_a_damaged_profile_is_passed_over() -> None:
    assert corners(seen(jpeg(40, 30, icc_profile=b"no profile"))) == corners(jpeg(40, 30))


def test_sixteen_bits_become_eight() -> None:
    for made in (seen(deep_png(40, 30)), printed(deep_png(40, 30))):
        assert (opened(made).mode, opened(made).getpixel((0, 0))) == ("L", 100)


def test_a_picture_made_once_is_remembered_by_its_digest() -> None:
    asked: list[bytes] = []
    kept: dict[bytes, bytes] = {}

    def memory(question: bytes, ask: Callable[[], bytes]) -> bytes:
        asked.append(question)
        return kept.setdefault(question, b"kept")

    data = jpeg(3000, 20)
    assert on_screen(book_of(data), memory).pictures["images/a.jpg"] == b"kept"
    assert on_screen(book_of(jpeg(3001, 20)), memory).pictures["images/a.jpg"] == b"kept"
    assert len(kept) == 2 and sha256(data).hexdigest().encode() in asked[0]


@pytest.mark.parametrize(
    "strange", [chunk(b"gAMA", b""), chunk(b"iCCP", b"k\0\0" + compress(bytes(3_000_000))), chunk(b"tRNS", b"")]
)
def test_a_part_of_a_picture_that_is_not_as_it_should_be_is_no_fault_of_kanben(
    strange: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)  # as it is where WeasyPrint is not loaded
    whole = deep_png(9, 9)
    broken = whole[:33] + strange + whole[33:]
    with pytest.raises(Stop, match=r"^chapters/01.md:3: images/a.png is damaged or cut off \[broken-image\]"):
        on_screen(book_of(broken, "images/a.png"), no_memory)
    assert printed(broken) == broken


def test_very_much_that_a_program_wrote_beside_a_picture_keeps_nobody_from_showing_it() -> None:
    whole = deep_png(9, 9)
    noted = whole[:33] + chunk(b"zTXt", b"k\0\0" + compress(bytes(3_000_000))) + whole[33:]
    shown = [on_screen(book_of(each, "a.png"), no_memory).pictures["a.png"] for each in (noted, whole)]
    assert shown[0] == shown[1] and printed(noted) == printed(whole)


def test_a_picture_that_cannot_be_decoded_is_told_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)  # as it is where WeasyPrint is not loaded
    whole = png(3000, 20)
    broken = whole[: whole.index(b"IDAT") - 4] + chunk(b"IDAT", b"\0" * 50) + chunk(b"IEND", b"")
    with pytest.raises(Stop) as stop:
        on_screen(book_of(broken, "images/a.png"), no_memory)
    assert str(stop.value).startswith("chapters/01.md:3: images/a.png is damaged or cut off [broken-image]")
    assert printed(broken) == broken


# ---- the cover -----------------------------------------------------------------------------------------------


def cover_of(data: bytes) -> bytes:
    cover = Cover("images/c.jpg", 1, 1, AT)
    return editors_cover(replace(sample_book(), cover=cover, pictures={"images/c.jpg": data}))


def test_a_cover_that_is_fit_keeps_its_bytes_but_for_what_a_camera_tells() -> None:
    data = jpeg(1600, 2560)
    assert cover_of(data) == data
    assert cover_of(jpeg(1600, 2560, exif=exif())) == data


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (jpeg(2000, 3200), (1600, 2560)),
        (jpeg(3200, 2000, exif=exif(6)), (1600, 2560)),
        (png(1600, 2560, "RGBA"), (1600, 2560)),
        (jpeg(1600, 2560, "L"), (1600, 2560)),
        (inked(1200, 1920), (1200, 1920)),
        (jpeg(3000, 3000), (1600, 1600)),
        (deep_png(1600, 2560), (1600, 2560)),
    ],
)
def test_any_other_becomes_one_jpeg_in_srgb_that_is_not_stretched(data: bytes, size: tuple[int, int]) -> None:
    made = opened(cover_of(data))
    assert (made.format, made.mode, made.size) == ("JPEG", "RGB", size)
    assert cover_of(data) == cover_of(data)


def test_what_shows_through_becomes_white() -> None:
    clear = gradient(1600, 2560, "RGBA")
    clear.putalpha(0)
    assert corners(cover_of(written(clear, "PNG"))) == [(4, 4, 4)] * 4


def test_a_cover_is_written_so_that_it_weighs_no_more_than_shops_like() -> None:
    noise = Pillow.merge("RGB", [Pillow.effect_noise((1600, 2560), 90) for _ in range(3)])
    assert len(cover_of(written(noise, "JPEG", quality=95))) < 1_600_000
    assert len(cover_of(jpeg(1600, 2560, quality=100, subsampling=0))) <= 1_000_000


def test_a_drawing_or_no_cover_is_left_to_the_templates() -> None:
    assert cover_of(b"<svg/>") == b""
    assert editors_cover(sample_book()) == b""
