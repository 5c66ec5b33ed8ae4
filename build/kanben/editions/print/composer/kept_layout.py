"""Make one Pango layout for a style and use it for one text after the other: making it takes as long as shaping."""

from typing import Any

from weasyprint.text.line_break import Layout

KEPT = "_kept_pango_layout"


class KeptLayout(Layout):  # type: ignore[misc]  # WeasyPrint is untyped
    """A layout whose text holds until another one of the same style is made."""

    layout: Any
    language: Any

    def setup(self, style: Any) -> None:
        """Take the style's layout, where texts leave no attributes on it."""
        known = style.__dict__.get(KEPT)
        if known is None:
            super().setup(style)
            if _leaves_nothing(style):
                style.__dict__[KEPT] = self.layout, self.language
        else:
            self.style, self.first_line_direction = style, 0
            self.ascent = self.underline_position = self.strikethrough_position = None
            self.layout, self.language = known


def _leaves_nothing(style: Any) -> bool:
    return bool(
        style["text_decoration_line"] == "none"
        and style["letter_spacing"] == "normal"
        and not style["word_spacing"]
        and style["overflow_wrap"] == "normal"
    )
