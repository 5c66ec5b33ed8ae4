"""Read a PDF's drawn characters: where each stands, how large, in which font. Only this file reads with PDFium."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from kanben.place import Place
from kanben.progress import Progress, TellProgress, tell_nobody
from kanben.trouble import Stop, trouble

SUBSET = re.compile("[A-Z]{6}[+]")
FORM = 5  # FPDF_PAGEOBJ_FORM
NESTING = 8
HIGH_HALVES, LOW_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
UNKNOWN = "\ufffd"
"""What stands for a glyph whose character the PDF does not tell."""
PASSWORD = "password"


@dataclass(frozen=True, slots=True)
class Font:
    """A font as the PDF names it; the six letters of a subset are taken off."""

    name: str
    embedded: bool
    subset: bool


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it is drawn, in pt: its origin, its ink (left, bottom, right, top), the font's own advance."""

    text: str
    x: float
    baseline: float
    ink: tuple[float, float, float, float]
    width: float
    size: float
    font: Font

    @property
    def middle(self) -> float:
        return (self.ink[0] + self.ink[2]) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its place in the file from 1, its label (empty if the PDF gives none), its size in pt."""

    number: int
    label: str
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    has_turned: bool = False
    """Whether characters stand turned on it, which are not among the glyphs."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline; depth counts from 0."""

    title: str
    depth: int
    sheet: int


@dataclass(frozen=True, slots=True)
class Printed:
    """All that is read of a PDF."""

    sheets: tuple[Sheet, ...]
    outline: tuple[Heading, ...]


def open_pdf(data: bytes | Path, name: str = "") -> pypdfium2.PdfDocument:
    """Open a PDF; one that cannot be opened is a trouble."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        code = "locked-pdf" if PASSWORD in str(problem).lower() else "broken-pdf"
        raise Stop((trouble(code, Place(name)),)) from problem


def read_pdf(data: bytes | Path, name: str = "", tell_progress: TellProgress = tell_nobody) -> Printed:
    """Read all pages; a PDF without text, as of a scan, is a trouble."""
    document = open_pdf(data, name)
    try:
        printed = Printed(tuple(read_sheets(document, tell_progress)), tuple(outline(document)))
    except pypdfium2.PdfiumError as problem:
        raise Stop((trouble("broken-pdf", Place(name)),)) from problem
    finally:
        document.close()
    if not any(sheet.glyphs for sheet in printed.sheets):
        raise Stop((trouble("pdf-without-text", Place(name)),))
    return printed


def outline(document: pypdfium2.PdfDocument) -> Iterator[Heading]:
    for mark in document.get_toc():
        target = mark.get_dest()
        index = target.get_index() if target else None
        if index is not None:
            yield Heading(mark.get_title(), mark.level, index + 1)


def read_sheets(document: pypdfium2.PdfDocument, tell_progress: TellProgress) -> Iterator[Sheet]:
    fonts: dict[int, Font] = {}
    for index in range(len(document)):
        page = document[index]
        forget_actual_text(page)
        text_page = page.get_textpage()
        found = list(read_glyphs(text_page, fonts, page.get_cropbox()[:2]))
        glyphs = tuple(glyph for glyph in found if glyph)
        text_page.close()
        label, (width, height) = document.get_page_label(index) or "", page.get_size()
        yield Sheet(index + 1, label, width, height, glyphs, has_turned=len(glyphs) < len(found))
        page.close()
        tell_progress(Progress("pages", index + 1, len(document)))


def forget_actual_text(page: pypdfium2.PdfPage) -> None:
    """Take replacement text off (in memory): the reader would give all its characters one place."""
    for i in range(raw.FPDFPage_CountObjects(page)):
        forget_in(raw.FPDFPage_GetObject(page, i), NESTING)


def forget_in(drawn: raw.FPDF_PAGEOBJECT, nesting: int) -> None:
    for i in reversed(range(raw.FPDFPageObj_CountMarks(drawn))):
        mark = raw.FPDFPageObj_GetMark(drawn, i)
        if raw.FPDFPageObjMark_CountParams(mark) and raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText"):
            raw.FPDFPageObj_RemoveMark(drawn, mark)
    if nesting and raw.FPDFPageObj_GetType(drawn) == FORM:
        for i in range(raw.FPDFFormObj_CountObjects(drawn)):
            forget_in(raw.FPDFFormObj_GetObject(drawn, i), nesting - 1)


def read_glyphs(
    text_page: pypdfium2.PdfTextPage, fonts: dict[int, Font], corner: tuple[float, float]
) -> Iterator[Glyph | None]:
    """Give the characters that leave ink or room, in the order of the text, from the visible page's corner.

    For one that is turned, as on the axis of a chart or in a turned table, it gives nothing.
    """
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for i in range(text_page.count_chars()):
        text = character(text_page, i)
        if raw.FPDFText_IsGenerated(text_page, i) or not text.strip():
            continue
        raw.FPDFText_GetMatrix(text_page, i, matrix)
        if abs(matrix.b) > abs(matrix.a):
            yield None
            continue
        size = raw.FPDFText_GetFontSize(text_page, i) * hypot(matrix.a, matrix.b)
        if not size > 0:
            continue  # it leaves no ink
        raw.FPDFText_GetCharOrigin(text_page, i, x, y)
        raw.FPDFText_GetCharBox(text_page, i, left, right, bottom, top)
        raw.FPDFText_GetLooseCharBox(text_page, i, loose)
        h, v = corner
        ink = (left.value - h, bottom.value - v, right.value - h, top.value - v)
        yield Glyph(text, x.value - h, y.value - v, ink, loose.right - loose.left, size, font_of(text_page, i, fonts))


def character(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    """Give the character at a place; of rare Han PDFium gives two halves, the first of which stands for both."""
    code = raw.FPDFText_GetUnicode(text_page, index)
    if code in LOW_HALVES:
        return ""
    if code in HIGH_HALVES:
        low = raw.FPDFText_GetUnicode(text_page, index + 1)
        plane = 0x10000 + ((code - HIGH_HALVES.start) << 10)
        return chr(plane + low - LOW_HALVES.start) if low in LOW_HALVES else UNKNOWN
    return UNKNOWN if raw.FPDFText_HasUnicodeMapError(text_page, index) == 1 else chr(code)


def font_of(text_page: pypdfium2.PdfTextPage, index: int, fonts: dict[int, Font]) -> Font:
    drawn = raw.FPDFText_GetTextObject(text_page, index)
    handle = raw.FPDFTextObj_GetFont(drawn) if drawn else None
    address = ctypes.cast(handle, ctypes.c_void_p).value if handle else None
    if address is None:
        return NO_FONT
    if address not in fonts:
        name = base_name(handle)
        subset = not name or bool(SUBSET.match(name))  # a Type 3 font has no name, and only the glyphs in use
        fonts[address] = Font(SUBSET.sub("", name), raw.FPDFFont_GetIsEmbedded(handle) == 1, subset)
    return fonts[address]


def base_name(handle: raw.FPDF_FONT) -> str:
    length = raw.FPDFFont_GetBaseFontName(handle, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFFont_GetBaseFontName(handle, buffer, length)
    return buffer.value.decode("utf-8", "replace")


NO_FONT = Font("", False, False)
