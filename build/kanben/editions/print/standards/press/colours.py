"""Change every colour of a PDF into the press's inks before it is written: text, rules, gradients, pictures."""

import io
import re
import struct
import zlib
from collections.abc import Iterable
from typing import Any

import pydyf
from PIL import Image

from kanben.editions.print.standards.press.inks import Ink, Inks

RGB = re.compile(rb"([\d.eE+-]+) ([\d.eE+-]+) ([\d.eE+-]+) (rg|RG)")
DEVICE_RGB, DEVICE_CMYK, DEVICE_GRAY = "/DeviceRGB", "/DeviceCMYK", "/DeviceGray"
JPEG_QUALITY = 95


def set_in_ink(pdf: Any, inks: Inks) -> None:
    """Change all objects of a pydyf PDF in place; what is in grey or CMYK already stays."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream):
            change_stream(thing, inks)
        elif isinstance(thing, dict) and "ShadingType" in thing and thing["ColorSpace"] == DEVICE_RGB:
            thing["ColorSpace"] = DEVICE_CMYK
            change_function(thing["Function"], inks)


def change_stream(stream: Any, inks: Inks) -> None:
    group = stream.extra.get("Group")
    if group and group.get("CS") == DEVICE_RGB:
        group["CS"] = DEVICE_CMYK
    if stream.extra.get("Subtype") != "/Image":
        stream.stream[:] = [change_operator(item, inks) for item in stream.stream]
    elif stream.extra["ColorSpace"] == DEVICE_RGB:
        change_picture(stream, inks)


def change_operator(item: Any, inks: Inks) -> Any:
    """`0 0 0 rg` becomes `0 0 0 1 k`; what sets no colour stays."""
    found = RGB.fullmatch(item) if isinstance(item, bytes) else None
    if found is None:
        return item
    red, green, blue = map(float, found.group(1, 2, 3))
    return written(inks.of(red, green, blue)) + (b" k" if found[4] == b"rg" else b" K")


def written(ink: Ink) -> bytes:
    return b" ".join(f"{part:.4f}".rstrip("0").rstrip(".").encode() for part in ink)


def change_function(function: Any, inks: Inks) -> None:
    """Give a shading's function the inks at the ends of each of its stretches."""
    for inner in function.get("Functions", ()):
        change_function(inner, inks)
    for end in ("C0", "C1"):
        if end in function:
            function[end] = pydyf.Array(inks.of(*map(float, function[end])))


def change_picture(stream: Any, inks: Inks) -> None:
    """Convert a picture; one that came as JPEG stays one, others lose nothing."""
    lossy = stream.extra["Filter"] == "/DCTDecode"
    picture = inks.picture(opened(stream).convert("RGB"))
    stream.extra["ColorSpace"] = DEVICE_CMYK if picture.mode == "CMYK" else DEVICE_GRAY
    for key in ("DecodeParms", "Decode"):
        stream.extra.pop(key, None)
    if not lossy:
        stream.extra["Filter"] = "/FlateDecode"
        stream.stream[:] = [zlib.compress(picture.tobytes(), 9)]
        return
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    stream.stream[:] = [file.getvalue()]
    if picture.mode == "CMYK":
        stream.extra["Decode"] = pydyf.Array((1, 0) * 4)  # Pillow writes the inks the other way round, as Adobe does


def opened(stream: Any) -> Image.Image:
    """The picture of an image stream, as WeasyPrint writes it: a JPEG, or the inner data of a PNG."""
    data = b"".join(getattr(part, "data", part) for part in stream.stream)
    if stream.extra["Filter"] == "/DCTDecode":
        return Image.open(io.BytesIO(data), formats=("JPEG",))
    size = struct.pack(">II", stream.extra["Width"], stream.extra["Height"])
    head = size + bytes((8, 2, 0, 0, 0))  # eight bits, RGB
    whole = b"\x89PNG\r\n\x1a\n" + png([(b"IHDR", head), (b"IDAT", data), (b"IEND", b"")])
    return Image.open(io.BytesIO(whole), formats=("PNG",))


def png(chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
