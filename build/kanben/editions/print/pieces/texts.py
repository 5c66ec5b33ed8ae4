"""Draw a planned text once: where it stands again, on its page or on one that is made anew, its glyphs are copied.

What a text writes depends on nothing but its layout, if its page knows its glyphs as the text alone would make them
known: by the same widths, for the same characters. Where that is not so, it is drawn as ever.

  draw.draw_text     a text is drawn, in planned lines with all that the composer adds: copy it
"""

from collections.abc import Iterator
from copy import copy
from sys import intern
from typing import Any, NamedTuple

import pydyf
from weasyprint import draw
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix

from kanben.editions.print.composer import lines
from kanben.editions.print.composer.emphasis import PROPERTY as EMPHASIS
from kanben.editions.print.composer.gap_marks import GapMarks, is_spread
from kanben.editions.print.composer.guard import Replacement
from kanben.editions.print.composer.name_lines import PROPERTY as NAME_LINE
from kanben.editions.print.composer.spaced_text import SpacedLayout
from kanben.hands import Crew

DRAWN, ALONE = "drawn_text", "drawn_alone"
"""The attributes under which a layout keeps what was drawn of it, and a stream another one for texts by themselves."""
Glyphs = dict[int, tuple[int, str]]
"""The width of each glyph, in thousandths of an em, and what it stands for."""
KNOWN: dict[tuple[int, float], Glyphs] = {}
"""Those of each font in each size, as a text alone makes them known."""


class Shown(NamedTuple):
    """The glyphs of one font in a text; `font` is WeasyPrint's, without any."""

    key: int
    font: Any
    known: Glyphs
    glyphs: tuple[int, ...]


class Drawn(NamedTuple):
    """What a text wrote behind its place: its first font, all the rest, its last font; and of whom that is true."""

    text: str
    style: Any
    first: bytes
    rest: bytes
    last: tuple[str, float]
    shown: tuple[Shown, ...]


def draw_text(stream: Any, box: Any, *rest: Any) -> None:
    """Draw a text box, by a copy of what was drawn of it where that is the same.

    Where hands help, a book is made once: what is drawn is not drawn again.
    """
    if Crew.spare or not draw_copy(stream, box, *rest):
        lines.draw_text(stream, box, *rest)


def draw_copy(stream: Any, box: Any, offset_x: float, overflow: str = "clip", ellipsis: str = "none") -> bool:
    """Draw a text box from what it was drawn as before; false where it has to be drawn as ever."""
    layout = box.pango_layout
    if not isinstance(layout, SpacedLayout) or (overflow, ellipsis) != ("clip", "none") or not is_bare(box.style):
        return False
    drawn: Drawn | None = layout.__dict__.get(DRAWN)
    if drawn is None or drawn.text != box.text or drawn.style is not box.style:
        drawn = layout.__dict__[DRAWN] = drawn_alone(stream, box)
    if drawn is None or not all(agrees(stream, shown) for shown in drawn.shown):
        return False
    for shown in drawn.shown:
        learn(stream, shown)
    stream.set_color(box.style["color"])
    stream.begin_text()
    stream.set_text_matrix(1, 0, 0, -1, box.position_x, box.position_y + box.baseline)
    if stream._current_font is None or font_operator(*stream._current_font) != drawn.first:
        stream.stream.append(drawn.first)
    stream.stream.append(drawn.rest)
    stream._current_font = drawn.last
    stream.end_text()
    return True


def is_bare(style: Any) -> bool:
    """Whether a text is seen, and nothing is drawn with it."""
    return bool(
        style["visibility"] == "visible"
        and style["text_decoration_line"] == "none"
        and style["font_size"]
        and not style[EMPHASIS]
        and not style[NAME_LINE]
    )


def drawn_alone(stream: Any, box: Any) -> Drawn | None:
    """What a text box writes where nothing was drawn before it; nothing where that is more than glyphs."""
    alone = stream.__dict__.get(ALONE) or stream.__dict__.setdefault(ALONE, stream.clone(tags=None))
    alone.stream.clear()
    alone._fonts, alone._current_font = {}, None
    layout, style = box.pango_layout, box.style
    writer = GapMarks(alone, style) if layout.wide or is_spread(style) else alone
    layout.reactivate(style)
    writer.begin_text()
    emojis = draw_first_line(writer, box, "clip", "none", Matrix())
    writer.end_text()
    layout.deactivate()
    operators = alone.stream[2:-1]
    if emojis or len(operators) < 2 or not operators[0].endswith(b" Tf"):
        return None
    shown = tuple(shown_in(alone._fonts))
    if len(shown) < len(alone._fonts):
        return None
    rest = b"\n".join(map(pydyf._to_bytes, operators[1:]))
    return Drawn(box.text, style, operators[0], rest, alone._old_font, shown)


def shown_in(fonts: dict[int, Any]) -> Iterator[Shown]:
    """The glyphs of fonts, but of those that lack some, or know some otherwise than other texts."""
    for key, font in fonts.items():
        known = KNOWN.setdefault((key, font.font_size), {})
        if font.missing or font.widths.keys() != font.to_unicode.keys():
            return
        own = {glyph: (width, intern(font.to_unicode[glyph])) for glyph, width in font.widths.items()}
        if all(known.setdefault(glyph, facts) == facts for glyph, facts in own.items()):
            font.widths, font.to_unicode = {}, {}
            yield Shown(key, font, known, tuple(own))


def agrees(stream: Any, shown: Shown) -> bool:
    """Whether a stream's font knows none of the glyphs otherwise."""
    font = stream._fonts.get(shown.key)
    if font is None:
        return True
    widths, letters, known = font.widths, font.to_unicode, shown.known
    return all(
        widths.get(glyph, known[glyph][0]) == known[glyph][0] and letters.get(glyph, known[glyph][1]) == known[glyph][1]
        for glyph in shown.glyphs
    )


def learn(stream: Any, shown: Shown) -> None:
    """Let a stream's font know the glyphs."""
    font = stream._fonts.get(shown.key)
    if font is None:
        font = stream._fonts[shown.key] = copy_of(shown.font)
    for glyph in shown.glyphs:
        font.widths[glyph], font.to_unicode[glyph] = shown.known[glyph]


def copy_of(font: Any) -> Any:
    """A font without glyphs."""
    new = copy(font)
    new.widths, new.to_unicode, new.missing = {}, {}, {}
    return new


def font_operator(name: str, size: float) -> bytes:
    return b"/%b %b Tf" % (pydyf._to_bytes(name), pydyf._to_bytes(size))


REPLACEMENTS = (Replacement(draw, "draw_text", draw_text, lines.draw_text),)
"""The composer relies on the same functions."""
