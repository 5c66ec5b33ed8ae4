"""Finished files and pictures with damage: some that breaks a checksum, and some that its writer took care of."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

from hypothesis import strategies as st
from PIL import Image, ImageCms

from kanben.raster.parts import PNG_HEAD
from tests.fuzz.chapters import PLACE, with_slips
from tests.proof.pdf.set_pages import PLAIN, han, pdf_of

Data = st.SearchStrategy[bytes]
BYTES = st.one_of(
    st.binary(max_size=4),
    st.sampled_from(
        [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"-1", b"99999999", b"<<", b">>", b"/", b"%%EOF"]
    ),
)
CUT = st.tuples(PLACE, st.sampled_from([0, 1, 1, 2, 4, 8, 100, 10**6]), BYTES)


def cut(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, put in cuts:
        begin = int(len(data) * place)
        data = data[:begin] + put + data[begin + length :]
    return data


def damaged(whole: Callable[[], bytes]) -> Data:
    """A file with a few bytes changed, lost or too many."""
    return st.builds(cut, st.deferred(lambda: st.just(whole())), st.lists(CUT, min_size=1, max_size=4))


# ---- finished files --------------------------------------------------------------------------------------------


@cache
def small_pdf() -> bytes:
    return pdf_of(f"<h1>桥</h1>{PLAIN}<p>{han(60)}</p><div class=page>{PLAIN}</div>")


def members(data: bytes) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            yield entry, archive.read(entry)


def packed(whole: list[tuple[zipfile.ZipInfo, bytes]], number: int, text: str) -> bytes:
    """An archive in which one file says something else."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n, (entry, data) in enumerate(whole):
            archive.writestr(entry, text.encode("utf-8", "surrogatepass") if n == number else data)
    return out.getvalue()


def with_another_member(whole: Callable[[], bytes]) -> Data:
    """An EPUB of which one document was edited by somebody else, and then packed again as it should be."""

    def edited(number: int) -> Data:
        known = list(members(whole()))
        text = known[number % len(known)][1].decode("utf-8", "replace")
        return st.builds(packed, st.just(known), st.just(number % len(known)), with_slips(st.just(text)))

    return st.integers(0, 99).flatmap(edited)


# ---- pictures --------------------------------------------------------------------------------------------------

MODES = ("RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK")
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def small_picture(kind: str, mode: str) -> bytes:
    out = BytesIO()
    Image.new(mode, (9, 7)).save(out, kind, icc_profile=PROFILE, exif=Image.Exif())
    return out.getvalue()


def chunks_of(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG_HEAD)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def png_of(chunks: list[tuple[bytes, bytes]]) -> bytes:
    """A PNG whose checksums are right, whatever its chunks hold."""
    return PNG_HEAD + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def with_another_chunk(png: bytes) -> Data:
    chunks = list(chunks_of(png))

    def changed(number: int, cuts: list[tuple[float, int, bytes]]) -> bytes:
        kind, data = chunks[number]
        return png_of([*chunks[:number], (kind, cut(data, cuts)), *chunks[number + 1 :]])

    return st.builds(changed, st.integers(0, len(chunks) - 1), st.lists(CUT, min_size=1, max_size=2))


PNGS = st.sampled_from(MODES[:-1]).flatmap(lambda mode: with_another_chunk(small_picture("PNG", mode)))
JPEGS = st.sampled_from(["RGB", "L", "CMYK"]).flatmap(lambda mode: damaged(lambda: small_picture("JPEG", mode)))
