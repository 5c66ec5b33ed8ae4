"""A JPEG or PNG says what it is without being decoded."""

import pytest

from kanben.raster.facts import Raster, raster
from kanben.raster.parts import Broken, impersonal
from tests.made_pictures import chunk, deep_png, exif, inked, jpeg, opened, png, press_profile, wide_profile, written


def facts(data: bytes) -> Raster:
    found = raster(data)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("data", "kind", "colours", "depth"),
    [
        (jpeg(40, 30), "JPEG", "RGB", 8),
        (jpeg(40, 30, progressive=True), "JPEG", "RGB", 8),
        (jpeg(40, 30, "L"), "JPEG", "grey", 8),
        (inked(40, 30), "JPEG", "CMYK", 8),
        (png(40, 30), "PNG", "RGB", 8),
        (png(40, 30, "RGBA"), "PNG", "RGBA", 8),
        (png(40, 30, "L"), "PNG", "grey", 8),
        (png(40, 30, "LA"), "PNG", "grey + alpha", 8),
        (png(40, 30, "P"), "PNG", "palette", 8),
        (png(40, 30, "1"), "PNG", "grey", 1),
        (deep_png(40, 30), "PNG", "grey", 16),
    ],
)
def test_size_colours_and_depth(data: bytes, kind: str, colours: str, depth: int) -> None:
    found = facts(data)
    assert (found.kind, found.width, found.height, found.colours, found.depth) == (kind, 40, 30, colours, depth)
    assert not found.personal and found.in_srgb


@pytest.mark.parametrize("orientation", range(1, 9))
def test_how_a_camera_was_held(orientation: int) -> None:
    for data in (jpeg(40, 30, exif=exif(orientation)), png(40, 30, exif=exif(orientation))):
        assert facts(data).orientation == orientation
        assert facts(data).upright == ((40, 30) if orientation < 5 else (30, 40))
        assert facts(data).personal


def test_an_embedded_profile_and_its_name() -> None:
    assert facts(jpeg(9, 9, icc_profile=wide_profile())).profile == wide_profile()
    assert not facts(png(9, 9, icc_profile=wide_profile())).in_srgb
    assert facts(inked(9, 9, press_profile())).profile_name == "Artifex CMYK SWOP Profile"
    assert facts(jpeg(9, 9, icc_profile=b"no profile")).profile_name == ""


def test_an_animation_is_noticed() -> None:
    frames = [opened(png(9, 9, mode)) for mode in ("RGB", "L")]
    moving = written(frames[0], "PNG", save_all=True, append_images=frames[1:])
    assert facts(moving).moving and not facts(png(9, 9)).moving


@pytest.mark.parametrize("whole", [jpeg(40, 30), jpeg(40, 30, progressive=True), png(40, 30)])
def test_a_file_that_is_cut_off_anywhere_is_broken(whole: bytes) -> None:
    for end in (9, 40, len(whole) // 2, len(whole) - 3):
        with pytest.raises(Broken):
            raster(whole[:end])


def test_a_picture_that_is_drawn_over_itself_again_and_again_is_broken() -> None:
    whole = jpeg(40, 30, progressive=True)
    begin, end = whole.rindex(b"\xff\xda"), len(whole) - 2
    drawn = [whole[:end] + whole[begin:end] * (times - whole.count(b"\xff\xda")) + whole[end:] for times in (100, 101)]
    assert facts(drawn[0]).width == 40
    with pytest.raises(Broken):
        raster(drawn[1])


def test_a_png_with_a_changed_byte_is_broken() -> None:
    data = bytearray(png(40, 30))
    data[60] ^= 1
    with pytest.raises(Broken):
        raster(bytes(data))


@pytest.mark.parametrize("whole", [jpeg(400, 300), jpeg(400, 300, progressive=True), png(40, 30)])
def test_further_pictures_behind_the_first_are_left_out(whole: bytes) -> None:
    """Telephones keep a preview there, with a position of its own."""
    data = whole + jpeg(9, 9, exif=exif())
    assert facts(data).personal and (facts(data).width, facts(data).height) == opened(whole).size
    assert impersonal(data) == whole


def test_what_tells_of_further_pictures_is_no_profile() -> None:
    whole = jpeg(40, 30)
    data = whole[:2] + b"\xff\xe2\0\x08MPF\0\0\0" + whole[2:]
    assert facts(data).personal and facts(data).profile == b""
    assert impersonal(data) == whole


@pytest.mark.parametrize("data", [b"", b"text", b"GIF89a", b"\xff\xd8"])
def test_other_files_are_neither(data: bytes) -> None:
    assert raster(data) is None


@pytest.mark.parametrize("save", [jpeg, png])
def test_people_and_places_are_left_out_and_no_pixel_changes(save: "type[jpeg]") -> None:
    data = save(40, 30, exif=exif(), icc_profile=wide_profile())
    bare = impersonal(data)
    assert b"Kamera" in data and b"Kamera" not in bare
    assert not facts(bare).personal and facts(bare).profile == wide_profile()
    assert opened(bare).tobytes() == opened(data).tobytes()


def test_what_programs_put_into_a_picture_for_themselves_is_left_out() -> None:
    """A claim of who made it (C2PA), and small pictures of what may have been cut away."""
    small = b"\xff\xe0\x00\x0aJFXX\0\x10\0\0"
    photograph, drawn = jpeg(40, 30), png(40, 30)
    for whole, inside in ((photograph, small), (drawn, chunk(b"caBX", b"made")), (drawn, chunk(b"prVW", b"small"))):
        at = 20 if whole is photograph else 33
        assert facts(whole[:at] + inside + whole[at:]).personal
        assert impersonal(whole[:at] + inside + whole[at:]) == whole
    shown = photograph[:2] + b"\xff\xe0\x00\x13JFIF\0\1\1\0\0\1\0\1\1\1RGB" + photograph[20:]
    assert impersonal(shown) == photograph[:2] + photograph[20:]
    assert opened(impersonal(shown)).tobytes() == opened(photograph).tobytes()


def test_a_profile_that_says_that_it_has_very_many_tags_is_looked_through_to_its_end() -> None:
    assert facts(png(9, 9, icc_profile=b"\0" * 128 + b"\xff" * 600)).profile_name == ""
