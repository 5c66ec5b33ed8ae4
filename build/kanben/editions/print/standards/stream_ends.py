"""Let no stream of a PDF end with a carriage return: with the line feed after it, strict readers take both for the end.

Compressed data ends with the checksum of what it holds, which is a carriage return in one stream of 256.
"""

import zlib
from typing import Any

import pydyf

RETURN = 13
AFTER, BEFORE = b"\nendstream", b"stream\n"


def settle_stream_ends(pdf: Any) -> None:
    """Add a line feed to what such a stream holds, which no reader of pages or fonts minds."""
    for thing in pdf.objects:
        while isinstance(thing, pydyf.Stream) and last_byte(thing) == RETURN:
            thing.stream.append(b"")  # items are joined by line feeds
            if "Length1" in thing.extra:
                thing.extra["Length1"] += 1


def last_byte(stream: Any) -> int:
    """The last byte of a stream as it will be written; for the empty one 0."""
    content = pydyf.Stream(stream.stream).data.partition(BEFORE)[2].removesuffix(AFTER)
    if stream.compress:
        return zlib.adler32(content) & 0xFF
    return content[-1] if content else 0
