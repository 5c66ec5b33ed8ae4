"""Draw the lines under proper nouns and titles of works: none under marks, and a gap where two names meet.

A stylesheet asks for them by `--name-line: solid` or `wavy`. The line of text does not notice (CLREQ 3.4.4, 3.4.5;
GB/T 15834-2011, 4.16). They stand above the emphasis dots, which may be under the same characters.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS

from kanben.composition.characters import CLOSE, OPEN
from kanben.editions.print.composer.glyphs import FIELDS, WIDTH, cluster_bytes, glyph_fields, runs

PROPERTY = "__name_line"
BARE = OPEN + CLOSE + "·—…～\u3000"
"""Marks have no line; a Western space within a name has one."""
THICKNESS, INSET = 0.05, 0.06
BELOW = 0.18
"""In em: of the line, what it lacks at both ends, and of its middle from the baseline."""
HEIGHT, LONGEST = 0.045, 0.25
"""In em: how far a wave leaves its middle, and half of its length at most."""
SINE = 0.3642
"""Where a Bézier curve's handles stand along half a wave, as a share of it."""


def _ident(tokens: Any) -> str:
    """The word that a custom property holds."""
    return next((token.value for token in tokens or () if token.type == "ident"), "")


class Stretch(NamedTuple):
    """Where a line begins and ends, in px from the start of its text."""

    start: float
    end: float


def draw_name_line(stream: Any, textbox: Any) -> None:
    """Draw the line under a text that was just drawn, in its colour."""
    draw = DRAWN.get(_ident(textbox.style[PROPERTY]))
    if draw is None or textbox.style["visibility"] != "visible":
        return
    em, y = textbox.style["font_size"], textbox.position_y + textbox.baseline
    textbox.pango_layout.reactivate(textbox.style)
    stretches = list(_stretches(textbox.pango_layout))
    textbox.pango_layout.deactivate()
    for start, end in stretches:
        left, right = (textbox.position_x + x for x in (start + INSET * em, end - INSET * em))
        if right > left:
            draw(stream, left, right, y + BELOW * em, em)


def _stretches(layout: Any) -> Iterator[Stretch]:
    """Give the runs of characters that are no marks."""
    for bare, found in groupby(_characters(layout), lambda each: each[0] in BARE):
        if not bare:
            each = list(found)
            while len(each) > 1 and each[-1][0] == " ":
                each.pop()
            yield Stretch(each[0][1].start, each[-1][1].end)


def _characters(layout: Any) -> Iterator[tuple[str, Stretch]]:
    """Give each character with its own width, without the space that the line's plan put behind it."""
    data, x, spaces = layout.text.encode(), 0.0, getattr(layout, "spaces", {})
    for glyphs, offset, _ in runs(layout):
        fields = glyph_fields(glyphs)
        for k, start in enumerate(cluster_bytes(glyphs)):
            width = fields[FIELDS * k + WIDTH] * FROM_UNITS
            own = width - (spaces[start + offset].advance if start + offset in spaces else 0)
            yield data[start + offset : start + offset + 4].decode(errors="ignore")[:1], Stretch(x, x + own)
            x += width


def _draw_rule(stream: Any, left: float, right: float, y: float, em: float) -> None:
    stream.rectangle(left, y - THICKNESS * em / 2, right - left, THICKNESS * em)
    stream.fill()


def _draw_wave(stream: Any, left: float, right: float, y: float, em: float) -> None:
    """Draw a band between two waves, of whole half waves."""
    halves = max(2, round((right - left) / (LONGEST * em)))
    step, rise, thick = (right - left) / halves, 2 * HEIGHT * em, THICKNESS * em / 2
    stream.move_to(left, y - thick)
    for n in range(halves):
        x, up = left + n * step, rise * (-1) ** n
        stream.curve_to(x + SINE * step, y - thick - up, x + (1 - SINE) * step, y - thick - up, x + step, y - thick)
    stream.line_to(right, y + thick)
    for n in reversed(range(halves)):
        x, up = left + n * step, rise * (-1) ** n
        stream.curve_to(x + (1 - SINE) * step, y + thick - up, x + SINE * step, y + thick - up, x, y + thick)
    stream.close()
    stream.fill()


DRAWN = {"solid": _draw_rule, "wavy": _draw_wave}
"""What a stylesheet may ask for; `none` ends it within what is read over a name."""
