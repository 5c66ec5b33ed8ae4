"""Tell PDF readers that a gap is no space: the two glyphs beside it get their characters as ActualText.

A reader puts a space where two glyphs stand farther apart than about a tenth of an em. Only the glyphs beside such a
gap are marked, as readers take the characters of one ActualText to stand in one place.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pydyf
from weasyprint.text.ffi import FROM_UNITS
from weasyprint.text.line_break import Layout

from kanben.editions.print.composer.glyphs import WIDTH, glyph_fields, runs

LIKE_A_SPACE = 0.095
"""The gap, in em, from which some PDF readers believe that they see a space."""
TOKEN = re.compile("<([0-9a-f]*)>|(-?[0-9.]+(?:e-?[0-9]+)?)")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


Call = tuple[str, tuple[Any, ...]]
"""A method of the stream, and its values."""


def is_spread(style: Any) -> bool:
    """Tell whether a style's letters stand as far apart as words."""
    return bool(style["letter_spacing"] != "normal" and style["letter_spacing"] > LIKE_A_SPACE * style["font_size"])


@dataclass(slots=True)
class _Glyph:
    """A glyph as it is shown: its hexadecimal id, its characters, and the TJ numbers and calls before it."""

    code: str = ""
    text: str = ""
    before: list[str | Call] = field(default_factory=list)

    @property
    def stands_apart(self) -> bool:
        """Tell whether the gap before the glyph is as wide as a space."""
        return sum(float(move) for move in self.before if isinstance(move, str)) <= -1000 * LIKE_A_SPACE


class GapMarks:
    """A stream that keeps the glyphs of one text until its end, and then writes them with marks around gaps."""

    def __init__(self, stream: Any, style: Any) -> None:
        self._stream, self._style = stream, style
        self._glyphs: list[_Glyph] = []
        self._next = _Glyph()
        self._font: Any = None
        self._shown: list[str] = []  # of the TJ operator that is being written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def add_font(self, pango_font: Any) -> Any:
        self._font, size = self._stream.add_font(pango_font)
        return self._font, size

    def set_font_size(self, *values: Any) -> None:
        self._next.before.append(("set_font_size", values))

    def set_text_rise(self, *values: Any) -> None:
        self._next.before.append(("set_text_rise", values))

    def show_text(self, text: str) -> None:
        """Take the glyphs and numbers of a TJ operator apart."""
        size = 2 if self._font.bitmap else 4
        for codes, move in TOKEN.findall(text):
            if move:
                self._next.before.append(move)
            for k in range(0, len(codes), size):
                self._take(codes[k : k + size])

    def _take(self, code: str) -> None:
        self._next.code = code
        self._next.text = self._font.to_unicode.get(int(code, 16), "").translate(INVISIBLE)
        self._glyphs.append(self._next)
        self._next = _Glyph()

    def end_text(self) -> None:
        """Write all glyphs, those on both sides of a gap within one mark."""
        glyphs = self._glyphs
        apart = [False, *(a.text != " " != b.text and b.stands_apart for a, b in pairwise(glyphs)), False]
        self._close_gap_at_end(apart)
        for k, glyph in enumerate(glyphs):
            self._write_before(glyph)
            if apart[k + 1] and not apart[k]:
                last = next(n for n in range(k, len(glyphs)) if not apart[n + 1])
                self._begin_mark("".join(other.text for other in glyphs[k : last + 1]))
            self._shown.append(f"<{glyph.code}>")
            if apart[k] and not apart[k + 1]:
                self._end_mark()
        self._write_before(self._next)
        self._write_shown()
        self._stream.end_text()

    def _close_gap_at_end(self, apart: list[bool]) -> None:
        """Let a wide gap after the last glyph be a space that is drawn and not read: another text begins after it."""
        space = _space_glyph(self._stream, self._style) if self._next.stands_apart else None
        if space and space[0] is self._font:
            code, width = space[1:]
            self._glyphs.append(_Glyph(code))
            self._next.before.append(str(width))
            apart[-1:] = [True, False]

    def _write_before(self, glyph: _Glyph) -> None:
        for step in glyph.before:
            if isinstance(step, str):
                self._shown.append(step)
            else:
                self._write_shown()
                getattr(self._stream, step[0])(*step[1])

    def _write_shown(self) -> None:
        if self._shown:
            self._stream.show_text(" ".join(self._shown).replace("> <", ""))
            self._shown.clear()

    def _begin_mark(self, text: str) -> None:
        self._write_shown()
        self._stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(text)}))

    def _end_mark(self) -> None:
        self._write_shown()
        self._stream.end_marked_content()


def _space_glyph(stream: Any, style: Any) -> tuple[Any, str, int] | None:
    """Give the PDF font, hexadecimal id and width (thousandths of an em) of the glyph of a space in a style."""
    layout = Layout(style)
    layout.set_text(" ")
    for glyphs, _, pango_font in runs(layout):
        fields, (font, size) = glyph_fields(glyphs), stream.add_font(pango_font)
        width = round(fields[WIDTH] * FROM_UNITS / size * 1000)
        font.widths.setdefault(fields[0], width)
        font.to_unicode.setdefault(fields[0], " ")
        return font, f"{fields[0]:04x}", font.widths[fields[0]]
    return None
