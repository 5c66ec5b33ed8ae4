"""Spare WeasyPrint work that gives the same result every time; the finished PDF stays the same to the byte.

layout.page.set_page_type_computed_styles   styles of @page and margin boxes: once for pages matched by the same rules
layout.percent.resolve_percentages          a box whose lengths hold no percentage: once for each style
layout.preferred.split_first_line           the least width of a text: shape what is near, not all of it for each break
layout.preferred.shrink_to_fit               a box with room for all that it holds: its least width does not matter
layout.page.OrientedBox.outer                the same of heads and folios
pydyf.PDF.page_references                    all pages' references, asked for by every tag: once for each page count
tinyhtml5.parse                              a page that is XML: read as such
css.ComputedStyle.__missing__, strut         what styles are asked most: see styles.py
"""

from collections.abc import Iterator
from math import inf
from typing import Any

import pydyf
from weasyprint import HTML, tinyhtml5
from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.layout import absolute, block, column, flex, grid, inline, page, percent, preferred, table
from weasyprint.layout import float as floats
from weasyprint.text import line_break

from kanben.editions.print.composer import styles, xhtml
from kanben.editions.print.composer.guard import Layer, Replacement

CHECKED = {"70.0": "6c581bcaae5bfa79"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
LENGTHS = tuple(
    [f"{name}_{side}" for name in ("margin", "padding") for side in ("left", "right", "top", "bottom")]
    + [f"{limit}{axis}" for axis in ("width", "height") for limit in ("", "min_", "max_")]
)
BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
BORDER_STYLES = tuple(f"border_{side}_style" for side in ("top", "right", "bottom", "left"))
MARGIN_STYLES, USED_LENGTHS, REFERENCES = "_shared_page_styles", "_used_lengths", "_known_page_references"

_set_page_styles = page.set_page_type_computed_styles
_resolve_percentages = percent.resolve_percentages
_page_references = pydyf.PDF.page_references
_split_first_line = preferred.split_first_line
_shrink_to_fit = preferred.shrink_to_fit
_outer = page.OrientedBox.outer


def set_page_type_computed_styles(page_type: Any, html: Any, style_for: Any) -> None:
    """Compute styles for the first page of a kind only; later ones share them."""
    known = style_for.__dict__.setdefault(MARGIN_STYLES, {})
    kind = _rules_that_match(page_type, style_for)
    if kind not in known:
        known[kind] = _computed_alone(page_type, html, style_for)
    for pseudo_type, style in known[kind].items():
        style_for._computed_styles[page_type, pseudo_type] = style


def _rules_that_match(page_type: Any, style_for: Any) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (i, j, k)
        for i, (sheet, _, _) in enumerate(style_for._sheets)
        for j, (_, selectors, _) in enumerate(sheet.page_rules)
        for k, (_, _, selector) in enumerate(selectors)
        if style_for._page_type_match(selector, page_type)
    )


def _computed_alone(page_type: Any, html: Any, style_for: Any) -> dict[Any, Any]:
    """Let WeasyPrint compute a page's styles without looking through those of all elements."""
    every, style_for._cascaded_styles = style_for._cascaded_styles, {}
    try:
        _set_page_styles(page_type, html, style_for)
        pseudo_types = [None, *(pseudo_type for _, pseudo_type in style_for._cascaded_styles if pseudo_type)]
        return {pseudo_type: style_for._computed_styles[page_type, pseudo_type] for pseudo_type in pseudo_types}
    finally:
        style_for._cascaded_styles = every


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give a box its used lengths: those of its style, where no percentage is in them."""
    known = box.style.__dict__
    if USED_LENGTHS not in known:
        known[USED_LENGTHS] = _lengths_without_percentage(box.style)
    if known[USED_LENGTHS] is None:
        _resolve_percentages(box, containing_block)
    else:
        box.__dict__.update(known[USED_LENGTHS])


def names_of(key: str) -> Iterator[str]:
    """A property, and those by which a style may declare it for either direction of lines."""
    yield key
    if logical := PHYSICAL_FUNCTIONS.get(key):
        yield from (logical(block="ttb", inline=inline) for inline in ("ltr", "rtl"))


DECLARED = frozenset(name for key in (*LENGTHS, *BORDERS, *BORDER_STYLES, "box_sizing") for name in names_of(key))
"""A style that declares none of them has the lengths of BARE; none is inherited."""
BARE = (
    dict.fromkeys(LENGTHS, 0)
    | dict.fromkeys(("width", "height"), "auto")
    | dict.fromkeys(("max_width", "max_height"), inf)
    | dict.fromkeys(BORDERS, 0)
)


def _lengths_without_percentage(style: Any) -> dict[str, Any] | None:
    if isinstance(style, ComputedStyle) and DECLARED.isdisjoint(style.cascaded):
        return BARE if style["border_collapse"] != "collapse" else None
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return None
    used = {name: style[name] for name in BORDERS}
    for name in LENGTHS:
        value = style[name]
        if value == "auto":
            used[name] = 0 if name in ("min_width", "min_height") else "auto"
        elif getattr(value, "unit", None) == "px":
            used[name] = value.value
        else:
            return None
    return used


NEAR, AHEAD = 16, 4
"""So many characters are looked at for the first place to break at; that it is one may depend on so many behind it."""


def split_first_line(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **named: Any) -> Any:
    """Break off a text's first line; where it has no room at all, look only at what is near."""
    if max_width == 0 and len(text) > NEAR:
        found = _split_first_line(text[:NEAR], style, context, max_width, *rest, **named)
        if found[2] is not None and found[2] <= len(text[: NEAR - AHEAD].encode()):
            return found
    return _split_first_line(text, style, context, max_width, *rest, **named)


def shrink_to_fit(context: Any, box: Any, room: float) -> Any:
    """The width of a box: what it has at most, where there is room; for its least width all of it is set again."""
    most = preferred.max_content_width(context, box, outer=False)
    return most if most <= room else _shrink_to_fit(context, box, room)


def set_outer(box: Any, outer: float) -> None:
    """Give a box in the margin its size."""
    room = outer - box.sugar
    box.inner = box.max_content_size
    if box.inner > room:
        box.inner = min(max(box.min_content_size, room), box.inner)


def page_references(pdf: Any) -> tuple[bytes, ...]:
    """Give the references of all pages, made anew only when a page was added."""
    count = len(pdf.pages["Kids"])
    known = pdf.__dict__.get(REFERENCES)
    if known is None or known[0] != count:
        known = pdf.__dict__[REFERENCES] = count, _page_references.fget(pdf)
    references: tuple[bytes, ...] = known[1]
    return references


FITTING = (absolute, floats, inline, preferred)
"""The modules that know shrink_to_fit by its name."""
HOLDERS = (absolute, block, column, flex, floats, grid, inline, page, percent, table)
"""The modules that took resolve_percentages over by its name."""
REPLACEMENTS = (
    Replacement(page, "set_page_type_computed_styles", set_page_type_computed_styles, _set_page_styles),
    Replacement(pydyf.PDF, "page_references", property(page_references), _page_references),
    Replacement(preferred, "split_first_line", split_first_line, _split_first_line),
    Replacement(tinyhtml5, "parse", xhtml.parse, xhtml.parse_html),
    Replacement(page.OrientedBox, "outer", property(_outer.fget, set_outer), _outer),
    Replacement(ComputedStyle, "__missing__", styles.missing, styles.missing_before),
    Replacement(inline, "strut", styles.strut, styles.strut_before),
    *(Replacement(holder, "shrink_to_fit", shrink_to_fit, _shrink_to_fit) for holder in FITTING),
    *(Replacement(holder, "resolve_percentages", resolve_percentages, _resolve_percentages) for holder in HOLDERS),
)
RELIED_ON = (
    _set_page_styles,
    _resolve_percentages,
    percent.resolve_one_percentage,
    percent.adjust_box_sizing,
    _page_references.fget,
    _split_first_line,
    preferred.inline_line_widths,
    _shrink_to_fit,
    _outer.fset,
    styles.missing_before,
    styles.strut_before,
    line_break._font_style_cache_key,
    HTML.__init__,
)
LAYER = Layer(CHECKED, REPLACEMENTS, RELIED_ON)
install, remove, spared = LAYER.install, LAYER.remove, LAYER.installed
