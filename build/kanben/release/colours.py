"""Say which colour profiles lie in a finished PDF: what its inks, or its red, green and blue, mean."""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from PIL import ImageCms

from kanben.editions.press_profile import find_profile

STREAM = re.compile(rb"stream\r?\n")
SIGNED, SIGN = slice(36, 40), b"acsp"
"""Where every profile says that it is one (ISO 15076-1, 7.2)."""
HEAD = 128
MOST = 4_000_000
"""Bytes; the largest profiles of presses have half as many."""
OF_THE_PRESS = "AGPL-3.0-or-later"
"""Ghostscript's licence, under which its profile comes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile as it names itself; the licence is known of Ghostscript's alone."""

    edition: str
    name: str
    copyright: str
    sha256: str
    licence: str = ""


def profiles_of_pdf(name: str, pdf: bytes) -> Iterator[Profile]:
    """Each once, in their order."""
    path = find_profile()
    own = path.read_bytes() if path else None
    for data in dict.fromkeys(profiles_in(pdf)):
        said = ImageCms.ImageCmsProfile(io.BytesIO(data)).profile
        known = (said.profile_description or "", said.copyright or "", sha256(data).hexdigest())
        yield Profile(name, *known, OF_THE_PRESS if data == own else "")


def profiles_in(pdf: bytes) -> Iterator[bytes]:
    """The streams that say they are profiles."""
    for found in STREAM.finditer(pdf):
        if unpacked(pdf, found.end(), HEAD)[SIGNED] == SIGN:
            yield unpacked(pdf, found.end(), MOST)


def unpacked(pdf: bytes, begin: int, size: int) -> bytes:
    """So many bytes of a stream; nothing where it is not packed as kanben packs."""
    try:
        return zlib.decompressobj().decompress(memoryview(pdf)[begin:], size)
    except zlib.error:
        return b""
