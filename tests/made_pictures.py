"""Make pictures as cameras and drawing programs do, for the tests."""

import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageCms

from kanben.editions.press_profile import find_profile

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
PLAIN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def gradient(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture that differs at each corner."""
    across = Image.linear_gradient("L").resize((height, width)).rotate(90, expand=True)
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, Image.new("L", (width, height), 80))).convert(mode)


def jpeg(width: int, height: int, mode: str = "RGB", **options: object) -> bytes:
    return written(gradient(width, height, mode), "JPEG", **options)


def png(width: int, height: int, mode: str = "RGB", **options: object) -> bytes:
    return written(gradient(width, height, mode), "PNG", **options)


def deep_png(width: int, height: int) -> bytes:
    """Grey in sixteen bits, 100 of 255 everywhere."""
    return written(Image.new("I;16", (width, height), 100 * 256), "PNG")


def written(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a camera writes: how it was held, who made it, and where it was."""
    told = Image.Exif()
    told[ORIENTATION], told[MAKER] = orientation, "Kamera"
    told.get_ifd(GPS)[1] = "N"
    told.get_ifd(GPS)[2] = (39.0, 54.0, 20.0)
    return told


def press_profile() -> bytes:
    path = find_profile()
    assert path is not None, "type: kanben doctor"
    return path.read_bytes()


def inked(width: int, height: int, profile: bytes = b"") -> bytes:
    """A JPEG in four inks, as a press's profile has them."""
    press = ImageCms.ImageCmsProfile(io.BytesIO(press_profile()))
    picture = ImageCms.profileToProfile(gradient(width, height), PLAIN, press, outputMode="CMYK")
    assert picture is not None
    return written(picture, "JPEG", quality=95, icc_profile=profile or None)


@cache
def wide_profile() -> bytes:
    """A profile of RGB that is not sRGB: its red and green are exchanged, and it is called Swap."""
    data = PLAIN.tobytes()
    tags = {data[at : at + 4]: at + 4 for at in range(132, 132 + 12 * int.from_bytes(data[128:132]), 12)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    spots = {red: data[green : green + 8], green: data[red : red + 8]}
    for at, spot in spots.items():
        data = data[:at] + spot + data[at + 8 :]
    return data.replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def large_png(width: int, height: int) -> bytes:
    """A PNG that says it is so large; nobody decodes it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def png_of(width: int, height: int, colours: int, *packed: bytes, through: bytes = b"", interlaced: int = 0) -> bytes:
    """A PNG of eight bits with these packed rows, whatever they are."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, interlaced))
    shown = chunk(b"tRNS", through) if through else b""
    rows = b"".join(chunk(b"IDAT", data) for data in packed)
    return b"\x89PNG\r\n\x1a\n" + head + shown + rows + chunk(b"IEND", b"")
