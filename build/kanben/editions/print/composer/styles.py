"""Answer the questions about styles that WeasyPrint asks most, as it would answer them itself.

css.ComputedStyle.__missing__   a property that a style does not declare: the parent's, or the one that all begin with
text.line_break.strut           the height of a style's lines: once for each style, not by a text of all its faces
"""

from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.text import line_break

STRUT = "_used_strut"
ENTANGLED = {"float", "display", "position", "page"} | PHYSICAL_FUNCTIONS.keys()
"""What depends on other properties as well."""
FROM_PARENT = {
    key for key in INHERITED & INITIAL_VALUES.keys() - ENTANGLED if not key.startswith(("text_decoration_", "__"))
}
FROM_THE_BEGINNING = {
    key: value
    for key, value in INITIAL_VALUES.items()
    if key not in INHERITED | INITIAL_NOT_COMPUTED | ENTANGLED and not key.startswith(("text_decoration_", "__"))
}

missing_before = ComputedStyle.__missing__
strut_before = line_break.strut


def missing(style: Any, key: str) -> Any:
    """A property that was not asked for yet."""
    if style.parent_style is not None and key not in style.cascaded:
        if key in FROM_THE_BEGINNING:
            value = style[key] = FROM_THE_BEGINNING[key]
            return value
        if key in FROM_PARENT:
            value = style[key] = style.parent_style[key]
            return value
    return missing_before(style, key)


def strut(style: Any) -> tuple[float, float]:
    """The height of a line without text, and how far below its top the base line is."""
    known: tuple[float, float] | None = style.__dict__.get(STRUT)
    if known is None:
        known = style.__dict__[STRUT] = strut_before(style)
    return known
