"""Take a JPEG or PNG file apart into its segments or chunks, and leave out those that tell of people and places."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

PNG_HEAD, JPEG_HEAD = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
BARE = {0x01, *range(0xD0, 0xD9)}
"""JPEG markers without a length: TEM, RST, SOI."""
FILL, SCAN = 0xFF, 0xDA
APPLICATION = 0xE0
MOST_SCANS = 100
"""Programs write about ten; each takes as long as the picture is large, however few its bytes are."""
PERSONAL_SEGMENTS = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}
"""EXIF and XMP, what other makers put in, IPTC, comments; JFIF, colour profiles and Adobe's mark of colours stay."""
JFIF = re.compile(rb"JFIF\0.{7}\0\0", re.S)
"""What may stand in the first segment: without a small picture, which may show what was cut away from the large one."""
PROFILE, PROFILE_HEAD = 0xE2, b"ICC_PROFILE\0"
"""Other segments of that kind tell of further pictures in the file (previews, maps of light), which have EXIF too."""
TRAILER = b""
"""What stands behind the end of the picture."""
NEXT = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
"""The next marker behind a scan, whose own bytes of 255 are followed by 0 or by a restart."""
DRAWN_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS acTL fcTL fdAT gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs mDCV cLLI".split()
)
"""The chunks of a PNG by which it is drawn; others tell who made it, when, where and with which program."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file; `kind` is a JPEG marker or the name of a PNG chunk, `data` what it holds."""

    kind: int | bytes
    begin: int
    end: int
    data: bytes


class Broken(Exception):
    """The file ends too early, or is not what it begins as."""


def segments(data: bytes) -> Iterator[Piece]:
    """The segments of a JPEG up to its first scan; its scans are one piece."""
    at = 2
    while at + 4 <= len(data) and data[at] == FILL:
        marker = data[at + 1]
        if marker == FILL or marker in BARE:
            at += 1 if marker == FILL else 2
            continue
        if marker == SCAN:
            end = scans_end(data, at)
            yield Piece(marker, at, end, b"")
            yield from trailer(data, end)
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        yield Piece(marker, at, end, data[at + 4 : end])
        at = end
    raise Broken


def scans_end(data: bytes, at: int) -> int:
    """Where the picture ends: its scans, and the segments between them, are passed over."""
    scans = 0
    while found := NEXT.search(data, at):
        if found[1] == b"\xd9":
            return found.end()
        scans += found[1] == b"\xda"
        if scans > MOST_SCANS:
            raise Broken
        at = found.end() + max(int.from_bytes(data[found.end() : found.end() + 2]), 2)
    raise Broken


def trailer(data: bytes, end: int) -> Iterator[Piece]:
    if end < len(data):
        yield Piece(TRAILER, end, len(data), b"")


def chunks(data: bytes) -> Iterator[Piece]:
    """The chunks of a PNG, each with its sum proved."""
    at = len(PNG_HEAD)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            break
        kind = data[at + 4 : at + 8]
        yield Piece(kind, at, end, data[at + 8 : end - 4])
        if kind == b"IEND":
            yield from trailer(data, end)
            return
        at = end
    raise Broken


def is_personal(piece: Piece) -> bool:
    if isinstance(piece.kind, bytes):
        return piece.kind not in DRAWN_CHUNKS  # nor what stands behind the end
    if piece.kind == APPLICATION:
        return not JFIF.fullmatch(piece.data)
    if piece.kind == PROFILE:
        return not piece.data.startswith(PROFILE_HEAD)
    return piece.kind in PERSONAL_SEGMENTS


def impersonal(data: bytes) -> bytes:
    """The same picture to the pixel, without EXIF, positions, names and comments."""
    pieces = list(segments(data) if data.startswith(JPEG_HEAD) else chunks(data))
    head = data[: pieces[0].begin]
    return head + b"".join(data[piece.begin : piece.end] for piece in pieces if not is_personal(piece))
