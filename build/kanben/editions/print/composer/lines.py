"""Give WeasyPrint planned lines where it asks for lines.

inline.split_inline_box    the next line of a paragraph is asked for: plan the paragraph once, look the line up
inline.split_inline_level  a piece of text for that line is asked for: give exactly the planned piece, spaced
inline.justify_line        planned lines are full already: leave them
draw.draw_text             gaps that look like spaces are marked as none; dots under Han, lines under names
"""

from math import inf
from typing import Any

from weasyprint import draw
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, percent
from weasyprint.text.line_break import Layout, first_line_metrics, get_log_attrs

from kanben.editions.print.composer import floats, ruby
from kanben.editions.print.composer.box_line import BoxLine
from kanben.editions.print.composer.emphasis import draw_emphasis
from kanben.editions.print.composer.gap_marks import GapMarks, is_spread
from kanben.editions.print.composer.guard import Replacement
from kanben.editions.print.composer.memory import Memory
from kanben.editions.print.composer.name_lines import draw_name_line

_split_inline_box = inline.split_inline_box
_split_inline_level = inline.split_inline_level
_justify_line = inline.justify_line
_draw_text = draw.draw_text


def split_inline_box(
    context: Any, box: Any, position_x: float, max_x: float, bottom: float, skip: Any, container: Any, *rest: Any
) -> Any:
    """Look up the next line of a paragraph before its boxes are split; boxes within it are split as ever."""
    if not isinstance(box, boxes.LineBox):
        return _split_inline_box(context, box, position_x, max_x, bottom, skip, container, *rest)
    line = None if rest[-1] else _next_line(context, box, max_x - position_x, skip, container)  # rest[-1]: ::first-line
    box.composed = line is not None
    lines = context.__dict__.setdefault("composed_lines", [])  # the innermost line last
    lines.append(line)
    try:
        return _split_inline_box(context, box, position_x, inf if line else max_x, bottom, skip, container, *rest)
    finally:
        lines.pop()


def _next_line(context: Any, box: Any, measure: float, skip: Any, container: Any) -> BoxLine | None:
    memory: Memory = context.__dict__.setdefault("composed_paragraphs", Memory())
    paragraph = memory.paragraph(context, box, container)
    if paragraph is None:
        return None
    start = paragraph.locate(box, skip)
    if start is None:
        return None
    return paragraph.line(start, measure, *floats.measures_below(context, box, container, measure + box.text_indent))


def split_inline_level(
    context: Any, box: Any, position_x: float, max_x: float, bottom: float, skip: Any, container: Any, *rest: Any
) -> Any:
    """Give the piece of a text box that the line's plan wants, and leave the space behind others that it wants."""
    lines = context.__dict__.get("composed_lines")
    line = lines[-1] if lines else None
    if line is None or not isinstance(box, boxes.TextBox) or id(box) not in line.span:
        found = _split_inline_level(context, box, position_x, max_x, bottom, skip, container, *rest)
        if line and isinstance(box, boxes.AtomicInlineLevelBox) and id(box) in line.span:
            found[0].margin_right += line.space_after(box)
        return found
    percent.resolve_percentages(box, container)
    box.position_x = position_x
    new, resume, preserved = line.piece(box)
    return new, None if resume is None else {resume: None}, preserved, None, None, {"left": 0, "right": 0}


def justify_line(context: Any, line: Any, extra_width: float) -> None:
    """Stretch only the lines that were not planned."""
    if not getattr(line, "composed", False):
        _justify_line(context, line, extra_width)


def draw_text(stream: Any, textbox: Any, *rest: Any) -> None:
    """Draw a text, mark its gaps that are as wide as spaces, and put under it the dots and lines that it wants."""
    wide = getattr(textbox.pango_layout, "wide", False) or is_spread(textbox.style)
    _draw_text(GapMarks(stream, textbox.style) if wide else stream, textbox, *rest)
    draw_emphasis(stream, textbox)
    draw_name_line(stream, textbox)


REPLACEMENTS = (
    *floats.REPLACEMENTS,
    *ruby.REPLACEMENTS,
    Replacement(inline, "split_inline_box", split_inline_box, _split_inline_box),
    Replacement(inline, "split_inline_level", split_inline_level, _split_inline_level),
    Replacement(inline, "justify_line", justify_line, _justify_line),
    Replacement(draw, "draw_text", draw_text, _draw_text),
)
RELIED_ON = (
    *floats.RELIED_ON,
    *ruby.RELIED_ON,
    *(replacement.stock for replacement in REPLACEMENTS),
    inline.get_next_linebox,
    inline.iter_line_boxes,
    inline.split_text_box,
    inline.atomic_box,
    inline.skip_first_whitespace,
    inline.remove_last_whitespace,
    inline.text_align,
    draw.text.draw_first_line,
    Layout,
    first_line_metrics,
    get_log_attrs,
)
