"""Read and change the glyphs of a Pango layout in place."""

from collections.abc import Iterator
from typing import Any

from weasyprint.text.ffi import ffi, pango

FIELDS = 5
"""32-bit fields of a PangoGlyphInfo: glyph, width, x offset, y offset, flags."""
WIDTH = 1
X_OFFSET = 2
EMPTY_SHARE = 0.48
"""The share of a mark's width that must be free of ink for its half to count as empty."""


def runs(layout: Any) -> Iterator[tuple[Any, int, Any]]:
    """Give the glyph string, first byte in the text, and font of each run of a one-line layout."""
    line, _ = layout.get_first_line()
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        yield run.data.glyphs, run.data.item.offset, run.data.item.analysis.font
        run = run.next


def glyph_fields(glyphs: Any) -> memoryview:
    """Give the glyph infos of a run as flat fields that can be written to."""
    return memoryview(ffi.buffer(glyphs.glyphs, glyphs.num_glyphs * FIELDS * 4)).cast("B").cast("i")


def cluster_bytes(glyphs: Any) -> list[int]:
    """Give the byte at which each glyph's cluster begins, counted from the run's first."""
    return memoryview(ffi.buffer(glyphs.log_clusters, glyphs.num_glyphs * 4)).cast("B").cast("i").tolist()


def outer_half_is_empty(font: Any, glyph: int, opening: bool) -> bool:
    """Tell whether a mark has no ink in its left (opening) or right half, in this font."""
    ink, logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
    pango.pango_font_get_glyph_extents(font, glyph, ink, logical)
    empty = ink.x if opening else logical.width - ink.x - ink.width
    return bool(logical.width) and empty >= EMPTY_SHARE * logical.width
