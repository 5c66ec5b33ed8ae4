"""Open the zip of an EPUB: a stranger's file, read within stated limits and never unpacked to the disk."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from kanben.limits import EPUB_BYTES, EPUB_FILES, EPUB_RATIO
from kanben.place import Place
from kanben.trouble import Stop, too_much, trouble

MB = 1_000_000
MOST_READ = 32 * MB
"""Of one file; of a larger picture only its head is read."""
HEAD = 256_000

UNSAFE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|[\x00-\x1f]")
BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, struct.error)
UNREADABLE = (*BROKEN, zlib.error, lzma.LZMAError, RuntimeError, OSError)


class Archive:
    """The files of a zip by name; what cannot be read is None."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self.zipped = zipped
        self.entries = [entry for entry in zipped.infolist() if not entry.is_dir()]
        self.sizes = {entry.filename: entry.file_size for entry in self.entries}
        self._read: dict[str, bytes | None] = {}

    @property
    def names(self) -> list[str]:
        return list(self.sizes)

    def read(self, name: str) -> bytes | None:
        """Give a whole file, but of one above the limit only the head; its checksum is tested by the way."""
        if name not in self._read:
            self._read[name] = self._unpack(name) if name in self.sizes else None
        return self._read[name]

    def _unpack(self, name: str) -> bytes | None:
        try:
            with self.zipped.open(name) as file:
                return file.read(HEAD if self.sizes[name] > MOST_READ else MOST_READ)
        except UNREADABLE:
            return None


@contextmanager
def open_archive(data: bytes | Path | BinaryIO, name: str) -> Iterator[Archive]:
    """Open a zip and refuse one that is broken, locked, too large, or that names files outside itself."""
    try:
        zipped = zipfile.ZipFile(BytesIO(data) if isinstance(data, bytes) else data)
    except BROKEN as problem:
        raise Stop((trouble("broken-epub", Place(name)),)) from problem
    with zipped:
        refuse(zipped.infolist(), Place(name))
        yield Archive(zipped)


def refuse(entries: list[zipfile.ZipInfo], place: Place) -> None:
    """Stop before anything is unpacked."""
    amounts = ((EPUB_FILES, len(entries)), (EPUB_BYTES, sum(entry.file_size for entry in entries)))
    for limit, count in amounts:
        if count > limit.most:
            raise Stop((too_much(limit, count, place),))
    for entry in entries:
        if UNSAFE.search(entry.orig_filename):
            raise Stop((trouble("epub-unsafe-name", place, file=entry.orig_filename),))
        if entry.flag_bits & 1:
            raise Stop((trouble("locked-epub", place, file=entry.filename),))
        ratio = entry.file_size // max(entry.compress_size, 1)
        if entry.file_size > MB and ratio > EPUB_RATIO.most:
            raise Stop((too_much(EPUB_RATIO, ratio, place, file=entry.filename),))
