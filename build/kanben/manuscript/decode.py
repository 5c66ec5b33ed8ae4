"""Read the bytes of a manuscript as text: UTF-8 first, byte order marks, then GB18030, strictly."""

import re
from dataclasses import dataclass

from kanben.limits import MANUSCRIPT
from kanben.place import Place
from kanben.trouble import Trouble, too_much, trouble

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
BINARY = ((b"%PDF", "PDF"), (b"PK\x03\x04", "ZIP (docx, epub)"), (b"\xd0\xcf\x11\xe0", "Word 97"), (b"{\\rtf", "RTF"))
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file's name and bytes, their text, and the name of the encoding it was in."""

    name: str
    data: bytes
    text: str
    encoding: str


def decode(name: str, data: bytes) -> Manuscript | Trouble:
    """Give the text, or say why there is none, with the number of the byte at fault, from 1."""
    if len(data) > MANUSCRIPT.most:
        return too_much(MANUSCRIPT, len(data), Place(name))
    if not data.strip():
        return trouble("manuscript-empty", Place(name))
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return strictly(name, data, len(bom), encoding)
    if kind := binary_kind(data):
        return trouble("manuscript-binary", Place(name), kind=kind)
    as_utf8 = strictly(name, data, 0, "utf-8")
    if isinstance(as_utf8, Manuscript) or is_broken_utf8(data):
        return as_utf8
    return strictly(name, data, 0, "gb18030")


def strictly(name: str, data: bytes, start: int, encoding: str) -> Manuscript | Trouble:
    """Decode all bytes after the byte order mark, or name the first that cannot be."""
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as fault:
        number = start + fault.start + 1
        byte = f"{data[number - 1]:02X}"
        return trouble("manuscript-broken", Place(name), encoding=encoding, number=number, byte=byte)
    return Manuscript(name, data, text, encoding)


def binary_kind(data: bytes) -> str:
    """Name what a file is that holds no plain text, or nothing."""
    for magic, kind in BINARY:
        if data.startswith(magic):
            return kind
    return "NUL" if b"\0" in data else ""


def is_broken_utf8(data: bytes) -> bool:
    """Tell a damaged UTF-8 file from one in GB18030, where hardly any pair of bytes is a UTF-8 sequence."""
    sequences = len(UTF8_SEQUENCE.findall(data))
    stray = data.decode("utf-8", "replace").count("\ufffd")
    return sequences >= 3 * stray
