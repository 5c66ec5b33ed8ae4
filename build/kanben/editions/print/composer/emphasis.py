"""Draw emphasis dots under Han: one under each, none under marks; the line does not notice (CLREQ 3.4.2).

A stylesheet asks for them by `--emphasis: dot`, as WeasyPrint does not know text-emphasis.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.text.ffi import FROM_UNITS

from kanben.composition.characters import HAN
from kanben.editions.print.composer.glyphs import FIELDS, WIDTH, cluster_bytes, glyph_fields, runs

PROPERTY = "__emphasis"
RADIUS, BELOW = 0.075, 0.3
"""In em: of a dot, and of its middle from the baseline."""
BEND = 0.5523
"""Of a Bézier curve's handles, as a share of the radius, for a quarter of a circle."""


def draw_emphasis(stream: Any, textbox: Any) -> None:
    """Draw the dots of a text that was just drawn, in its colour."""
    if not textbox.style[PROPERTY] or textbox.style["visibility"] != "visible":
        return
    em, y = textbox.style["font_size"], textbox.position_y + textbox.baseline
    textbox.pango_layout.reactivate(textbox.style)
    for x in _middles_of_han(textbox.pango_layout, em):
        _draw_dot(stream, textbox.position_x + x, y + BELOW * em, RADIUS * em)
    textbox.pango_layout.deactivate()


def _middles_of_han(layout: Any, em: float) -> Iterator[float]:
    """Give the middle of each Han from the start of a layout, in px."""
    data, x = layout.text.encode(), 0.0
    for glyphs, offset, _ in runs(layout):
        fields = glyph_fields(glyphs)
        for k, start in enumerate(cluster_bytes(glyphs)):
            if HAN.match(data[start + offset : start + offset + 4].decode(errors="ignore")):
                yield x + em / 2
            x += fields[FIELDS * k + WIDTH] * FROM_UNITS


def _draw_dot(stream: Any, x: float, y: float, radius: float) -> None:
    bend = BEND * radius
    stream.move_to(x + radius, y)
    stream.curve_to(x + radius, y + bend, x + bend, y + radius, x, y + radius)
    stream.curve_to(x - bend, y + radius, x - radius, y + bend, x - radius, y)
    stream.curve_to(x - radius, y - bend, x - bend, y - radius, x, y - radius)
    stream.curve_to(x + bend, y - radius, x + radius, y - bend, x + radius, y)
    stream.fill()
