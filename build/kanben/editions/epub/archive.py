"""Write a zip archive that bears no date and no rights of the machine that made it, from files packed before.

Python's zipfile takes no bytes that are deflated already, and deflating all anew is most of an EPUB's time.
"""

import struct
import zlib
from dataclasses import dataclass

from kanben.keep import kept

STORED, DEFLATED = 0, 8
LOCAL, ENTRY, END = 0x04034B50, 0x02014B50, 0x06054B50
VERSION, UNIX = 20, 3 << 8  # deflate needs version 2.0; made on Unix, on every machine
UTF8 = 0x800
LONG_AGO = (0, 1 << 5 | 1)
"""Time and date of every file: the earliest that zip can tell, so that the clock leaves no trace."""
RIGHTS = 0o644 << 16
SAMPLE, WORTH = 1 << 16, 0.98
"""Bytes from the middle of a file; one of which they get hardly smaller is stored: a photograph is packed already."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file as it stands in the archive."""

    name: bytes
    method: int
    crc: int
    size: int
    packed: bytes

    @property
    def facts(self) -> tuple[int, ...]:
        """What the file's own head and the directory both say (APPNOTE 4.4), up to the length of the name."""
        flags = 0 if self.name.isascii() else UTF8
        return VERSION, flags, self.method, *LONG_AGO, self.crc, len(self.packed), self.size, len(self.name)

    def local(self) -> bytes:
        return struct.pack("<I5H3I2H", LOCAL, *self.facts, 0) + self.name + self.packed

    def entry(self, offset: int) -> bytes:
        return struct.pack("<I6H3I5H2I", ENTRY, UNIX | VERSION, *self.facts, 0, 0, 0, 0, RIGHTS, offset) + self.name


class StillArchive:
    """An archive, file by file; EbookLib writes into it as into a ZipFile."""

    def __init__(self) -> None:
        self.members: list[Member] = []

    def writestr(self, name: str, data: str | bytes, compress_type: int = DEFLATED) -> None:
        plain = data.encode() if isinstance(data, str) else data
        self.members.append(kept(name, member, name, plain, compress_type))

    def whole(self) -> bytes:
        """The finished archive."""
        pieces = [each.local() for each in self.members]
        offsets = [0]
        for piece in pieces:
            offsets.append(offsets[-1] + len(piece))
        directory = b"".join(each.entry(offset) for each, offset in zip(self.members, offsets, strict=False))
        count = len(self.members)
        end = struct.pack("<I4H2IH", END, 0, 0, count, count, len(directory), offsets[-1], 0)
        return b"".join([*pieces, directory, end])


def member(name: str, data: bytes, method: int) -> Member:
    if method == DEFLATED and not gets_smaller(data):
        method = STORED
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush() if method == DEFLATED else data
    return Member(name.encode(), method, zlib.crc32(data), len(data), packed)


def gets_smaller(data: bytes) -> bool:
    """Whether packing a file pays, by a look at its middle; small ones are packed without asking."""
    sample = data[(len(data) - SAMPLE) // 2 :][:SAMPLE]
    return len(data) <= SAMPLE or len(zlib.compress(sample, 1)) < WORTH * SAMPLE
