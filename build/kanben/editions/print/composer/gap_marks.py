"""Tell PDF readers that a gap is no space: the two glyphs beside it get their characters as ActualText.

A reader puts a space where two glyphs stand farther apart than about a tenth of an em. Only the glyphs beside such a
gap are marked, as readers take the characters of one ActualText to stand in one place.
"""

import re
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


class GapMarks:
    """A stream that keeps the glyphs of one text until its end, and then writes them with marks around gaps."""

    def __init__(self, stream: Any, style: Any) -> None:
        self._stream, self._style = stream, style
        self._font: Any = None  # of the glyphs that are shown; those of the one before are shown after `_next` is added
        self._next: Any = None
        self._glyphs: list[tuple[str, Any]] = []  # hexadecimal id, PDF font
        self._before: dict[int, list[str | Call]] = {}  # by number of glyph: TJ numbers and calls of the stream
        self._unread = -1  # the glyph of a space that only closes a gap
        self._shown: list[str] = []  # of the TJ operator that is being written

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def add_font(self, pango_font: Any) -> Any:
        self._next, size = self._stream.add_font(pango_font)
        return self._next, size

    def set_font_size(self, *values: Any) -> None:
        self._font = self._next
        self._write_later(("set_font_size", values))

    def set_text_rise(self, *values: Any) -> None:
        self._write_later(("set_text_rise", values))

    def _write_later(self, step: str | Call) -> None:
        self._before.setdefault(len(self._glyphs), []).append(step)

    def show_text(self, text: str) -> None:
        """Take the glyphs and numbers of a TJ operator apart."""
        size = 2 if self._font.bitmap else 4
        for codes, move in TOKEN.findall(text):
            if move:
                self._write_later(move)
            self._glyphs += [(codes[k : k + size], self._font) for k in range(0, len(codes), size)]

    def end_text(self) -> None:
        """Write all glyphs, those on both sides of a gap within one mark."""
        wide = {k for k, steps in self._before.items() if _is_like_a_space(steps)}
        self._close_gap_at_end(wide)
        count = len(self._glyphs)
        joints = {k for k in wide if 0 < k < count and " " not in (self._text(k - 1), self._text(k))}
        for k, (code, _) in enumerate(self._glyphs):
            self._write_before(k)
            if k + 1 in joints and k not in joints:
                last = next(n for n in range(k + 1, count) if n + 1 not in joints)
                self._begin_mark("".join(map(self._text, range(k, last + 1))))
            self._shown.append(f"<{code}>")
            if k in joints and k + 1 not in joints:
                self._end_mark()
        self._write_before(count)
        self._write_shown()
        self._stream.end_text()

    def _text(self, k: int) -> str:
        """Give what a glyph stands for; nothing for a space that only closes a gap."""
        code, font = self._glyphs[k]
        return "" if k == self._unread else str(font.to_unicode.get(int(code, 16), "")).translate(INVISIBLE)

    def _close_gap_at_end(self, wide: set[int]) -> None:
        """Let a wide gap after the last glyph be a space that is drawn and not read: another text begins after it."""
        end = len(self._glyphs)
        space = _space_glyph(self._stream, self._style) if end in wide else None
        if space and space[0] is self._font:
            font, code, width = space
            self._glyphs.append((code, font))
            self._before[end + 1] = [*self._before.pop(end), str(width)]
            self._unread = end

    def _write_before(self, k: int) -> None:
        for step in self._before.get(k, ()):
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


def _is_like_a_space(steps: list[str | Call]) -> bool:
    """Tell whether glyphs stand as far apart as words."""
    return sum(float(step) for step in steps if isinstance(step, str)) <= -1000 * LIKE_A_SPACE


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
