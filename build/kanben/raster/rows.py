"""Take the packed rows of a PNG, which a PDF can hold as they are (ISO 32000-1, 7.4.4.4)."""

import struct
import zlib

from kanben.raster.parts import Broken, chunks

PARTS = {0: 1, 2: 3}
"""Of a colour, by PNG's kinds of colours: grey, RGB."""
FILTERS = {0, 1, 2, 3, 4}
"""By which a row may be packed; its first byte says which."""


def packed_rows(data: bytes) -> bytes:
    """The rows of a plain PNG; nothing where a PDF cannot have such ones, or they are not whole."""
    try:
        pieces = list(chunks(data))
        width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", pieces[0].data)
    except (Broken, struct.error):
        return b""
    if depth != 8 or colours not in PARTS or interlaced or any(piece.kind == b"tRNS" for piece in pieces):
        return b""
    rows = b"".join(piece.data for piece in pieces if piece.kind == b"IDAT")
    return rows if are_whole(rows, 1 + width * PARTS[colours], height) else b""


def are_whole(packed: bytes, width: int, height: int) -> bool:
    """Whether these are so many rows of so many bytes, and nothing else."""
    unpacker = zlib.decompressobj()
    try:
        rows = unpacker.decompress(packed, width * height + 1)
    except zlib.error:
        return False
    is_end = unpacker.eof and not unpacker.unused_data
    return is_end and len(rows) == width * height and FILTERS.issuperset(rows[::width])
