"""Read the marked pieces of a PDF's page: their words, and where they stand."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_ushort
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
from pypdfium2 import raw

TEXT_OBJECT, FORM = 1, 5
NESTING = 8
"""Of forms within forms: what lies deeper is a stranger's trick, and is not read."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece begins, in pt: its left edge and base line, and a point within its letters."""

    left: float
    base: float
    within: tuple[float, float]
    is_upright: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked as one; the spot is known where they stand on the page itself."""

    words: str
    spot: Spot | None = None


def marked_pieces(page: pypdfium2.PdfPage) -> dict[int, Piece]:
    """The pieces of a page by their number; what is marked as furniture has none."""
    text_page = page.get_textpage()
    found: dict[int, Piece] = {}
    for i in range(raw.FPDFPage_CountObjects(page)):
        for content, piece in pieces_of(raw.FPDFPage_GetObject(page, i), text_page, NESTING):
            before = found.get(content)
            found[content] = replace(before, words=before.words + piece.words) if before else piece
    text_page.close()
    return found


def pieces_of(drawn: Any, text_page: Any, nesting: int) -> Iterator[tuple[int, Piece]]:
    kind = raw.FPDFPageObj_GetType(drawn)
    content = raw.FPDFPageObj_GetMarkedContentID(drawn)
    if kind == TEXT_OBJECT and content >= 0:
        length = raw.FPDFTextObj_GetText(drawn, text_page, None, 0)
        buffer = (c_ushort * max(length // 2, 1))()
        raw.FPDFTextObj_GetText(drawn, text_page, buffer, length)
        words = bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")
        yield content, Piece(words, spot_of(drawn) if nesting == NESTING else None)
    elif kind == FORM and nesting:
        for i in range(raw.FPDFFormObj_CountObjects(drawn)):
            yield from pieces_of(raw.FPDFFormObj_GetObject(drawn, i), text_page, nesting - 1)


def spot_of(drawn: Any) -> Spot | None:
    matrix = raw.FS_MATRIX()
    left, below, right, above = c_float(), c_float(), c_float(), c_float()
    if not raw.FPDFPageObj_GetMatrix(drawn, matrix):
        return None
    if not raw.FPDFPageObj_GetBounds(drawn, *(byref(each) for each in (left, below, right, above))):
        return None
    middle = (left.value + right.value) / 2, (below.value + above.value) / 2
    return Spot(matrix.e, matrix.f, middle, abs(matrix.b) < abs(matrix.a))
