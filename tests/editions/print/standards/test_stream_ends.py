"""No stream ends with a carriage return."""

import zlib

import pydyf
import pytest

from kanben.editions.print.standards.stream_ends import settle_stream_ends


def checksum_ends_with_return() -> bytes:
    return next(data for n in range(256) if (zlib.adler32(data := b"%" + b"a" * n) & 0xFF) == 13)


@pytest.mark.parametrize("compress", [True, False])
def test_a_stream_gets_a_line_feed_where_its_data_would_end_with_a_return(compress: bool) -> None:
    pdf = pydyf.PDF()
    content = checksum_ends_with_return() if compress else b"1 w\r"
    stream = pydyf.Stream([content], {"Length1": len(content)}, compress=compress)
    other = pydyf.Stream([b"1 w"], compress=compress)
    pdf.add_object(stream)
    pdf.add_object(other)
    assert stream.data.endswith(b"\r\nendstream")
    settle_stream_ends(pdf)
    assert not stream.data.endswith(b"\r\nendstream")
    assert stream.stream == [content, b""]
    assert stream.extra["Length1"] == len(content) + 1
    assert other.stream == [b"1 w"]
