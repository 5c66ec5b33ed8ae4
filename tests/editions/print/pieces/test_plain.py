"""pydyf's objects as plain data: references become gaps, pictures are known by all that they are."""

import zlib
from collections.abc import Iterator

import pydyf
import pytest

from kanben.editions.print.pieces.piece import Gap, Text
from kanben.editions.print.pieces.plain import Plain, marked_key, marking, packed


@pytest.fixture(autouse=True)
def _marked() -> Iterator[None]:
    with marking() as ours:
        assert ours
        yield


def pdf_of(*things: pydyf.Object) -> pydyf.PDF:
    pdf = pydyf.PDF()
    for thing in things:
        pdf.add_object(thing)
    return pdf


def picture(data: bytes, **extra: object) -> pydyf.Stream:
    return pydyf.Stream([data], pydyf.Dictionary({"Subtype": "/Image", **extra}))


def test_references_become_gaps_and_words_stay() -> None:
    stream, page = pydyf.Stream([b"q Q"]), pydyf.Dictionary()
    pdf = pdf_of(stream, page)
    page.update({"Contents": stream.reference, "Words": pydyf.String("100% of 3 0 R"), "StructParents": marked_key(7)})
    plain = Plain.of([stream, page], {})

    assert plain.objects == [
        Text(b"<</Contents %d 0 R/Words (100%% of 3 0 R)/StructParents %d>>", (Gap("here", 1), Gap("key", 7)))
    ]
    assert pdf.objects[-1] is page


def test_a_picture_is_shared_with_its_mask() -> None:
    mask, other = picture(b"mask"), picture(b"other")
    image = picture(b"image")
    pdf_of(image, mask, other)
    image.extra["SMask"] = mask.reference
    plain = Plain.of([image, mask, other], {})

    assert [shared.stream.data for shared in plain.shared] == [b"mask", b"image", b"other"]
    assert plain.shared[1].stream.text.gaps == (Gap("shared", 0),)
    assert not plain.streams


def digests(mask: bytes) -> list[str]:
    image, under = picture(b"image"), picture(mask)
    pdf_of(image, under)
    image.extra["SMask"] = under.reference
    return [shared.digest for shared in Plain.of([image, under], {}).shared]


def test_pictures_are_the_same_only_with_the_same_mask() -> None:
    assert digests(b"mask") == digests(b"mask")
    assert not set(digests(b"mask")) & set(digests(b"another mask"))


def checksum_ends_with_return() -> bytes:
    return next(data for n in range(256) if (zlib.adler32(data := b"%" + b"a" * n) & 0xFF) == ord("\r"))


@pytest.mark.parametrize("compress", [True, False])
def test_a_stream_gets_a_line_feed_where_its_data_would_end_with_a_return(compress: bool) -> None:
    content = checksum_ends_with_return() if compress else b"1 w\r"
    data, extra = packed(pydyf.Stream([content], {"Length1": len(content)}, compress=compress))

    assert (zlib.decompress(data) if compress else data) == content + b"\n"
    assert not data.endswith(b"\r")
    assert extra["Length1"] == len(content) + 1
    assert extra["Length"] == len(data)


def test_other_streams_stay_as_they_are() -> None:
    assert packed(pydyf.Stream([b"1 w"])) == (b"1 w", {"Length": 3})
