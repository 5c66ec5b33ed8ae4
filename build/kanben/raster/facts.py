"""Say of a JPEG or PNG what an editor must know of it: size, colours, profile, orientation; nothing is decoded."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kanben.limits import PIXELS, SIDE
from kanben.raster.parts import JPEG_HEAD, PNG_HEAD, PROFILE, Broken, Piece, chunks, is_personal, segments

Colours = Literal["RGB", "RGBA", "grey", "grey + alpha", "palette", "CMYK"]
PNG_COLOURS: dict[int, Colours] = {0: "grey", 2: "RGB", 3: "palette", 4: "grey + alpha", 6: "RGBA"}
JPEG_COLOURS: dict[int, Colours] = {1: "grey", 3: "RGB", 4: "CMYK"}
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
USUAL_FRAMES = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive; lossless and arithmetic ones are read by few programs."""
ORIENTATION = 0x0112
LARGEST_PROFILE = 8_000_000  # bytes
EXIF = b"Exif\0\0"


@dataclass(frozen=True, slots=True)
class Raster:
    """`orientation` is that of EXIF, 1 where the picture stands upright; `profile` is empty where none is embedded."""

    kind: Literal["JPEG", "PNG"]
    width: int
    height: int
    colours: Colours
    depth: int
    profile: bytes = b""
    orientation: int = 1
    moving: bool = False
    personal: bool = False

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as the picture is to be seen."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)

    @property
    def is_too_large(self) -> bool:
        """Whether to decode it would take more memory than any picture of a book is worth."""
        return max(self.width, self.height) > SIDE.most or self.width * self.height > PIXELS.most

    @property
    def profile_name(self) -> str:
        return name_of(self.profile)

    @property
    def in_srgb(self) -> bool:
        return not self.profile or "sRGB" in self.profile_name


def raster(data: bytes) -> Raster | None:
    """The facts of a file; None where it is neither JPEG nor PNG. One that is not whole raises Broken."""
    try:
        if data.startswith(JPEG_HEAD):
            return jpeg(list(segments(data)))
        return png(list(chunks(data))) if data.startswith(PNG_HEAD) else None
    except (IndexError, KeyError, ValueError, struct.error, zlib.error) as error:
        raise Broken from error


def jpeg(pieces: list[Piece]) -> Raster:
    frame = next((piece for piece in pieces if piece.kind in FRAMES), None)
    if frame is None or frame.kind not in USUAL_FRAMES:
        raise Broken
    depth, height, width, components = struct.unpack(">BHHB", frame.data[:6])
    if depth != 8 or not width or not height:
        raise Broken
    exif = next((piece.data[6:] for piece in pieces if piece.kind == 0xE1 and piece.data.startswith(EXIF)), b"")
    parts = sorted(piece.data[12:] for piece in pieces if piece.kind == PROFILE and not is_personal(piece))
    return Raster(
        "JPEG",
        width,
        height,
        JPEG_COLOURS[components],
        depth,
        b"".join(part[2:] for part in parts),  # each begins with its number and the count of all
        orientation(exif),
        personal=any(map(is_personal, pieces)),
    )


def png(pieces: list[Piece]) -> Raster:
    width, height, depth, colours = struct.unpack(">IIBB", pieces[0].data[:10])
    profile = first(pieces, b"iCCP")
    return Raster(
        "PNG",
        width,
        height,
        PNG_COLOURS[colours],
        depth,
        zlib.decompressobj().decompress(profile[profile.index(b"\0") + 2 :], LARGEST_PROFILE) if profile else b"",
        orientation(first(pieces, b"eXIf")),
        moving=bool(first(pieces, b"acTL")),
        personal=any(map(is_personal, pieces)),
    )


def first(pieces: Iterable[Piece], kind: bytes) -> bytes:
    return next((piece.data for piece in pieces if piece.kind == kind), b"")


def orientation(exif: bytes) -> int:
    """The orientation in a block of EXIF (a TIFF header and directory); 1 where it says none that exists."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for n in range(count):
            tag, value = struct.unpack_from(f"{order}H6xH", exif, at + 2 + 12 * n)
            if tag == ORIENTATION and 1 <= value <= 8:
                return int(value)
    except struct.error:
        pass
    return 1


def name_of(profile: bytes) -> str:
    """What an ICC profile calls itself (ICC.1:2022, 9.2.41): in ASCII, or in version 4 in UTF-16."""
    end = min(132 + 12 * int.from_bytes(profile[128:132]), len(profile))
    tags = (profile[at : at + 12] for at in range(132, end, 12))
    entry = next((tag for tag in tags if tag[:4] == b"desc"), b"")
    at, size = int.from_bytes(entry[4:8]), int.from_bytes(entry[8:12])
    text = profile[at : at + size]
    if text[:4] == b"mluc":
        length, begin = int.from_bytes(text[20:24]), int.from_bytes(text[24:28])
        return text[begin : begin + length].decode("utf-16-be", "replace").strip("\0 ")
    return text[12:].split(b"\0")[0].decode("ascii", "replace").strip()
