"""Text whose glyphs get other advances when they are drawn; the text itself is never touched."""

from typing import Any, NamedTuple

from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, pango

from kanben.editions.print.composer.gap_marks import LIKE_A_SPACE
from kanben.editions.print.composer.glyphs import FIELDS, WIDTH, X_OFFSET, cluster_bytes, glyph_fields, runs
from kanben.editions.print.composer.kept_layout import KeptLayout
from kanben.editions.print.composer.text_atoms import Face

WRITER_RATIO = 1.024
"""WeasyPrint divides x offsets by 1000 where a point has 1024 Pango units."""
CUT_AWAY = 0.999
"""The PDF writer cuts towards zero; rounding away from zero beforehand keeps the thousandth."""


class Space(NamedTuple):
    """A change of one glyph, in px: of its advance, and of where it is drawn."""

    advance: float
    offset: float = 0


class SpacedLayout(KeptLayout):
    """A layout that is made when it is drawn, and applies its spaces, kept by the first byte of the glyph's cluster."""

    def __init__(self, text: str, style: Any, spaces: dict[int, Space]) -> None:
        self.text, self.spaces = text, spaces
        self.justification_spacing, self.max_width, self.first_line_direction = 0, None, 0
        self.wide = any(_is_like_a_space(text, byte, space, style["font_size"]) for byte, space in spaces.items())
        if style["text_decoration_line"] != "none":
            self.setup(style)  # measures where lines are drawn
            self.deactivate()

    def reactivate(self, style: Any) -> None:
        super().reactivate(style)
        pango.pango_layout_set_single_paragraph_mode(self.layout, True)  # set later, it would make a new layout
        for glyphs, offset, _ in runs(self):
            self._space_out(glyph_fields(glyphs), cluster_bytes(glyphs), offset)

    def _space_out(self, fields: memoryview, starts: list[int], offset: int) -> None:
        last = dict(zip(starts, range(len(starts)), strict=True))  # glyph of each cluster
        for byte, space in self.spaces.items():
            k = last.get(byte - offset)
            if k is not None:
                cut = CUT_AWAY if space.advance > 0 else -CUT_AWAY
                fields[FIELDS * k + WIDTH] += int(space.advance * TO_UNITS + cut)
                fields[FIELDS * k + X_OFFSET] += round(space.offset * TO_UNITS / WRITER_RATIO)


def spaced_text(box: Any, text: str, width: float, face: Face, spaces: dict[int, Space]) -> Any:
    """Give a laid out copy of a text box, as inline.split_text_box makes it; width: without its spaces."""
    new = box.copy_with_text(text)
    height, baseline = face
    new.pango_layout, new.height = SpacedLayout(text, box.style, spaces), height
    new.width = width + sum(space.advance for space in spaces.values())
    new.margin_top = new.margin_bottom = (inline.strut(box.style)[0] - height) / 2
    new.baseline = baseline + new.margin_top
    return new


def with_layout_of(box: Any, laid: Any) -> Any:
    """Give a copy of a text box with the text and layout of a copy that was laid out before."""
    new = box.copy_with_text(laid.text)
    new.pango_layout, new.width, new.height, new.baseline = laid.pango_layout, laid.width, laid.height, laid.baseline
    new.margin_top, new.margin_bottom = laid.margin_top, laid.margin_bottom
    return new


def _is_like_a_space(text: str, byte: int, space: Space, em: float) -> bool:
    return space.advance > LIKE_A_SPACE * em and text.encode()[byte : byte + 1] != b" "
