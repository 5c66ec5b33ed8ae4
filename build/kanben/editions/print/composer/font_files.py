"""Embed of a Chinese font what its drawn glyphs need and nothing else.

WeasyPrint keeps the numbers of glyphs when it cuts a font down, so that tens of thousands of empty glyphs with their
widths stay in the file. A CID-keyed CFF font says for each glyph which number a PDF knows it by (its CID): it can be
embedded without the empty ones, as a bare CFF table, wherever CIDs and WeasyPrint's numbers are the same. That is so in
Noto's and Source Han's full fonts; other fonts are left to WeasyPrint.

  pdf.fonts.Font._harfbuzz_subset    a font is cut down: keep only the drawn glyphs
  pdf.build_fonts_dictionary         fonts are written: take such a font's CFF table out of its file
  pdf.fonts.Font.file_content        a font's whole file, ten megabytes and more: copy it only where it is asked for
"""

import io
from collections.abc import Collection
from typing import Any

import pydyf
from fontTools import subset
from fontTools.ttLib import TTFont
from weasyprint import pdf as writer
from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
from weasyprint.text.fonts import get_hb_object_data

from kanben.editions.print.composer.cff_widths import count_widths_alike
from kanben.editions.print.composer.guard import Layer, Replacement

CHECKED = {"70.0": "c24be0a9d20f0239"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
UNNEEDED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "OS/2", "VORG", "cmap", "name", "vhea", "vmtx")
"""Tables that drawing does not need; cmap and GSUB would bring in the glyphs that drawn ones can be exchanged for."""
WHOLE = 0.5
"""The share of a file from which it counts as not cut down."""

_harfbuzz_subset = fonts.Font._harfbuzz_subset
_build_fonts_dictionary = writer.build_fonts_dictionary


class Unread:
    """A font's file that nobody has asked for; false where there is none: HarfBuzz gave up."""

    def __init__(self, face: Any) -> None:
        self.face = face

    def __bool__(self) -> bool:
        return _size(self.face) > 0


def read_later(hb_object: Any, *which: Any) -> Any:
    """What get_hb_object_data gives, but that it leaves a whole file where it is."""
    return get_hb_object_data(hb_object, *which) if which else Unread(hb_object)


def _file_content(font: Any) -> Any:
    if isinstance(font.read_content, Unread):
        font.read_content = get_hb_object_data(font.read_content.face)
    return font.read_content


def _take_content(font: Any, content: Any) -> None:
    font.read_content = content


def cut_down(font: Any, to_unicode: Collection[int], hinting: bool) -> None:
    """Keep the drawn glyphs of a font, without their empty neighbours where the font allows it."""
    if "CFF " in font.tables and not font.missing and (data := _drawn_glyphs(font, sorted(to_unicode), hinting)):
        font.file_content = data
    else:
        _harfbuzz_subset(font, to_unicode, hinting)
        if len(font.file_content) > WHOLE * _size(font.hb_face):  # HarfBuzz gives up on some fonts and many glyphs
            whole = get_hb_object_data(font.hb_face)
            font.file_content = _cut_by_fonttools(whole, font.index, to_unicode, hinting)


def _size(face: Any) -> int:
    """How many bytes a font's file has."""
    blob = ffi.gc(harfbuzz.hb_face_reference_blob(face), harfbuzz.hb_blob_destroy)
    return int(harfbuzz.hb_blob_get_length(blob))


def _cut_by_fonttools(data: bytes, number: int, glyphs: Collection[int], hinting: bool) -> bytes:
    """Keep the numbers of glyphs, as WeasyPrint needs them; the file's date stays, so that builds stay the same."""
    options = subset.Options(retain_gids=True, notdef_outline=True, hinting=hinting)
    options.drop_tables += UNNEEDED
    cutter = subset.Subsetter(options)
    cutter.populate(gids=glyphs)
    font, written = TTFont(io.BytesIO(data), fontNumber=number, recalcTimestamp=False), io.BytesIO()
    cutter.subset(font)
    font.save(written)
    return written.getvalue()


def _drawn_glyphs(font: Any, glyphs: list[int], hinting: bool) -> bytes | None:
    """Give an OpenType file of some glyphs, or nothing if it would lose their numbers."""
    wanted = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _add(harfbuzz_subset.hb_subset_input_glyph_set(wanted), glyphs)
    tags = sorted(harfbuzz.hb_tag_from_string(name.encode(), -1) for name in UNNEEDED)
    _add(harfbuzz_subset.hb_subset_input_set(wanted, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG), tags)
    flags = harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
    if not hinting:
        flags |= harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
    harfbuzz_subset.hb_subset_input_set_flags(wanted, flags)
    face = harfbuzz_subset.hb_subset_or_fail(font.hb_face, wanted)
    if face == ffi.NULL:
        return None
    data: bytes = get_hb_object_data(ffi.gc(face, harfbuzz.hb_face_destroy))
    cids = _cids(data)  # in the order of glyphs; HarfBuzz adds a few, such as those of variation selectors
    return data if cids == sorted(cids) and set(glyphs) <= set(cids) else None


def _add(known: Any, numbers: list[int]) -> None:
    harfbuzz.hb_set_add_sorted_array(known, ffi.new("hb_codepoint_t[]", numbers), len(numbers))


def _cids(data: bytes) -> list[int]:
    """Give the CID of each glyph; nothing for a font without them."""
    top = TTFont(io.BytesIO(data))["CFF "].cff.topDictIndex[0]
    if not hasattr(top, "ROS"):
        return []
    return [0 if name == ".notdef" else int(name.removeprefix("cid")) for name in top.charset]


def build_fonts_dictionary(pdf: Any, *rest: Any) -> Any:
    """Write the fonts, those cut down by us as bare CFF (ISO 32000-1, 9.9: CIDFontType0C)."""
    before = len(pdf.objects)
    dictionary = _build_fonts_dictionary(pdf, *rest)
    for written in pdf.objects[before:]:
        if isinstance(written, pydyf.Stream) and written.extra.get("Subtype") == "/OpenType":
            _unwrap(written)
    return dictionary


def _unwrap(stream: Any) -> None:
    tables = TTFont(io.BytesIO(stream.stream[0])).reader
    if "cmap" not in tables:
        stream.stream = [count_widths_alike(tables["CFF "])]
        stream.extra["Subtype"] = "/CIDFontType0C"


REPLACEMENTS = (
    Replacement(fonts.Font, "_harfbuzz_subset", cut_down, _harfbuzz_subset),
    Replacement(writer, "build_fonts_dictionary", build_fonts_dictionary, _build_fonts_dictionary),
    Replacement(fonts, "get_hb_object_data", read_later, get_hb_object_data),
    Replacement(fonts.Font, "file_content", property(_file_content, _take_content), None),
)
RELIED_ON = (
    _harfbuzz_subset,
    _build_fonts_dictionary,
    fonts.Font,
    fonts._build_vector_font_dictionary,
    get_hb_object_data,
)
LAYER = Layer(CHECKED, REPLACEMENTS, RELIED_ON)
small_fonts = LAYER.installed
