"""The fonts of a book: read from their files once in a process, and embedded once with the glyphs of all pieces."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import Any, NamedTuple

import pydyf
import weasyprint.pdf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from kanben.editions.print.pieces.piece import Text, Used
from kanben.editions.print.pieces.plain import Plain, marking

READ: dict[int, Any] = {}
"""WeasyPrint's Font of each description, as it is before anything is drawn with it."""
ANY_SIZE = 12
GROUP = 8
"""So many pieces are united first."""
KEPT = 2
"""So many sets of embedded fonts are kept: an edit, and the edit taken back."""


def add_font(stream: Any, pango_font: Any) -> tuple[Any, float]:
    """Give a stream's Font and its size; what is read of the font's file is kept from earlier leaves."""
    key, description, size = get_pango_font_key(pango_font)
    if key not in stream._fonts:
        if key not in READ:
            READ[key] = Font(pango_font, description, size)
        stream._fonts[key] = in_size(READ[key], pango_font, size)
    return stream._fonts[key], size


class Face(NamedTuple):
    """A font as another process can ask for it."""

    key: int
    """Pango's hash of its description."""
    family: str
    style: int
    weight: int


def face_of(key: int) -> Face:
    """That of a font that was read here."""
    font = READ[key]
    return Face(key, font.family, font.style, font.weight)


def learn(fonts: Any, face: Face) -> bool:
    """Read a font from its file, of WeasyPrint's FontConfiguration; false where that gives another one."""
    if face.key not in READ:
        asked = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
        pango.pango_font_description_set_family(asked, face.family.encode())
        pango.pango_font_description_set_style(asked, face.style)
        pango.pango_font_description_set_weight(asked, face.weight)
        pango.pango_font_description_set_absolute_size(asked, round(ANY_SIZE / FROM_UNITS))
        context = ffi.gc(pango.pango_font_map_create_context(fonts.font_map), gobject.g_object_unref)
        font = ffi.gc(pango.pango_font_map_load_font(fonts.font_map, context, asked), gobject.g_object_unref)
        key, description, size = get_pango_font_key(font)
        READ[key] = Font(font, description, size)
    return face.key in READ


def in_size(known: Any, pango_font: Any, size: float) -> Any:
    """A Font without glyphs, its ascent and descent measured in the size of its first use, as in a new one."""
    font = copy(known)
    font.hb_font = pango.pango_font_get_hb_font(pango_font)
    font.widths, font.to_unicode, font.missing, font.font_size = {}, {}, {}, size
    if size:
        metrics = pango.pango_font_get_metrics(pango_font, ffi.NULL)
        font.ascent = round(pango.pango_font_metrics_get_ascent(metrics) * FROM_UNITS / size * 1000)
        font.descent = -round(pango.pango_font_metrics_get_descent(metrics) * FROM_UNITS / size * 1000)
    return font


def used_fonts(fonts: dict[int, Any]) -> Iterator[Used]:
    for key, font in fonts.items():
        yield Used(key, font.font_size, font.ascent, font.descent, font.widths, font.to_unicode, font.missing)


def united(parts: Iterable[Iterable[Used]]) -> tuple[Used, ...]:
    """Each font with the glyphs of all parts, pages or pieces, where earlier ones have the word."""
    found: dict[int, list[Used]] = {}
    for fonts in parts:
        for used in fonts:
            found.setdefault(used.font, []).append(used)
    fonts = [one_font(uses) for uses in found.values()]
    return tuple(sorted(fonts, key=lambda used: str(READ[used.font].hash)))


def one_font(uses: Sequence[Used]) -> Used:
    first, columns = uses[0], list[dict[int, Any]]()
    for name in ("widths", "letters", "missing"):
        columns.append({})
        for used in reversed(uses):
            columns[-1].update(getattr(used, name))
    return Used(first.font, first.size, first.ascent, first.descent, *columns) if len(uses) > 1 else first


def in_order(used: Used) -> Used:
    """The same font, its glyphs by their numbers."""
    widths, letters = dict(sorted(used.widths.items())), dict(sorted(used.letters.items()))
    return replace(used, widths=widths, letters=letters, missing=dict(sorted(used.missing.items())))


class United:
    """What some parts have together; parts that draw what they drew before are not united again, nor are groups."""

    def __init__(self) -> None:
        self.groups: list[Union] = []
        self.whole = Union((), ())

    def of(self, parts: Sequence[tuple[Used, ...]]) -> tuple[Used, ...]:
        groups = [tuple(parts[n : n + GROUP]) for n in range(0, len(parts), GROUP)]
        before = [*self.groups, *(Union((), ()) for _ in groups)]
        self.groups = [known.of(group) for group, known in zip(groups, before, strict=False)]
        self.whole = self.whole.of(tuple(group.fonts for group in self.groups))
        return self.whole.fonts


class Union(NamedTuple):
    """Some parts, and what they have together, its glyphs by their numbers."""

    parts: tuple[tuple[Used, ...], ...]
    fonts: tuple[Used, ...]

    def of(self, parts: tuple[tuple[Used, ...], ...]) -> "Union":
        """That of other parts; the same fonts where they have the same together."""
        if parts == self.parts:
            return self
        fonts = tuple(map(in_order, united(parts)))
        return Union(parts, self.fonts if fonts == self.fonts else fonts)


Asked = tuple[str, tuple[Used, ...]]


class Fonts(NamedTuple):
    """Embedded fonts: the dictionary that pages refer to, and its objects."""

    dictionary: Text
    plain: Plain


class Embedded:
    """The latest sets of embedded fonts, by all that is drawn with them."""

    def __init__(self) -> None:
        self.kept: list[tuple[Asked, Fonts]] = []
        self.united = United()

    def of(self, parts: Sequence[tuple[Used, ...]], version: str) -> Fonts:
        """The fonts of all parts; `version` is that of the PDF."""
        asked = version, self.united.of(parts)
        others = [each for each in self.kept if each[0] != asked]
        known = next((fonts for before, fonts in self.kept if before == asked), None)
        made = known or embedded(*asked)
        self.kept = [*others[-KEPT + 1 :], (asked, made)]
        return made


def embedded(version: str, fonts: tuple[Used, ...]) -> Fonts:
    pdf, options = pydyf.PDF(), DEFAULT_OPTIONS | {"pdf_version": version}
    with marking():
        drawn = {used.font: with_glyphs(used) for used in fonts}
        dictionary = weasyprint.pdf.build_fonts_dictionary(pdf, drawn, True, True, options)
        plain = Plain.of(pdf.objects[3:], {})
        return Fonts(plain.text(dictionary), plain)


def with_glyphs(used: Used) -> Any:
    font = copy(READ[used.font])
    font.font_size, font.ascent, font.descent = used.size, used.ascent, used.descent
    font.widths, font.to_unicode, font.missing = dict(used.widths), dict(used.letters), dict(used.missing)
    return font
