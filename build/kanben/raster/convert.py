"""Make a picture fit for a screen: upright, in sRGB, no larger than a screen shows. Only here does Pillow decode."""

import io
import struct

from PIL import Image, ImageCms

from kanben.raster.facts import Raster
from kanben.raster.parts import Broken, impersonal

QUALITIES = (90, 85, 80, 75, 70, 60, 50)
"""Of a picture that must not weigh more than so much: the first that does not."""
INTENT, BLACK_POINT = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
BROKEN = (ArithmeticError, EOFError, LookupError, OSError, SyntaxError, TypeError, ValueError, struct.error)
"""What Pillow raises where a part of a file is not what it should be, or unpacks to very much."""
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
TURN = Image.Transpose
TURNS = {
    2: TURN.FLIP_LEFT_RIGHT,
    3: TURN.ROTATE_180,
    4: TURN.FLIP_TOP_BOTTOM,
    5: TURN.TRANSPOSE,
    6: TURN.ROTATE_270,
    7: TURN.TRANSVERSE,
    8: TURN.ROTATE_90,
}
"""What brings a picture of each EXIF orientation upright (CIPA DC-008, 4.6.4)."""


def converted(data: bytes, facts: Raster, press: bytes, longest: int, quality: int) -> bytes:
    """The same kind of file in sRGB, within so many px a side; `press` is what CMYK without a profile means."""
    picture = upright_picture(data, facts, press, (longest, longest))
    written = io.BytesIO()
    if facts.kind == "JPEG":
        picture.save(written, "JPEG", quality=quality)
    else:
        picture.save(written, "PNG")
    return written.getvalue()


def cover_jpeg(data: bytes, facts: Raster, press: bytes, within: tuple[int, int], most: int) -> bytes:
    """A JPEG in sRGB within a size in px and, by its quality, a weight in bytes; what shows through becomes white."""
    picture = upright_picture(data, facts, press, within)
    if "A" in picture.getbands():
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA"))
    picture = picture.convert("RGB")
    for quality in QUALITIES:
        written = io.BytesIO()
        picture.save(written, "JPEG", quality=quality, optimize=True)
        if written.tell() <= most:
            break
    return written.getvalue()


def upright_picture(data: bytes, facts: Raster, press: bytes, within: tuple[int, int]) -> Image.Image:
    """Decode, shrink, take to sRGB, turn."""
    width, height = facts.upright
    share = min(within[0] / width, within[1] / height, 1)
    size = max(round(facts.width * share), 1), max(round(facts.height * share), 1)
    picture = decoded(data, size)
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.HAMMING)  # half the time of LANCZOS, and hardly softer
    picture = in_srgb(picture, facts.profile or press * (picture.mode == "CMYK"), facts.in_srgb)
    picture.info.clear()  # a PNG would be written with its old profile, or with one that bears today's date
    return picture.transpose(TURNS[facts.orientation]) if facts.orientation in TURNS else picture


def decoded(data: bytes, size: tuple[int, int]) -> Image.Image:
    """The picture of a file, no smaller than a size; one that is not as it should be is Broken."""
    try:
        opened = Image.open(io.BytesIO(impersonal(data)), formats=("JPEG", "PNG"))
        opened.draft(None, size)  # a JPEG is decoded at a half, a quarter, an eighth where that is enough
        return in_eight_bits(opened)
    except BROKEN as error:
        raise Broken from error


def in_eight_bits(opened: Image.Image) -> Image.Image:
    """The decoded picture, each part of a colour in eight bits, without a palette."""
    if opened.mode.startswith("I"):
        return opened.point(lambda part: part * (1 / 256)).convert("L")
    if "transparency" in opened.info or opened.mode == "PA":
        return opened.convert("RGBA")
    if opened.mode in ("P", "1"):
        return opened.convert("RGB" if opened.mode == "P" else "L")
    opened.load()
    return opened


def in_srgb(picture: Image.Image, profile: bytes, already: bool) -> Image.Image:
    """The colours that a profile means, in sRGB; greys stay grey where nothing says what grey they are."""
    if not profile or (already and picture.mode != "CMYK"):
        return picture.convert("RGB") if picture.mode == "CMYK" else picture
    alpha = picture.getchannel("A") if "A" in picture.getbands() else None
    plain = picture.convert({"LA": "L", "RGBA": "RGB"}[picture.mode]) if alpha else picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(plain, source, SRGB, INTENT, "RGB", flags=BLACK_POINT)
    except (ImageCms.PyCMSError, OSError):  # a damaged profile, or one of other colours than the picture's
        changed = plain.convert("RGB")
    assert changed is not None  # only a change in place gives nothing
    if alpha:
        changed.putalpha(alpha)
    return changed
