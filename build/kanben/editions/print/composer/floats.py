"""Plan lines beside floats: what each of the next lines has of the measure.

inline._out_of_flow_layout   a float amid a planned line waits for the line's end: the line is full
"""

from typing import Any

from weasyprint.layout import inline
from weasyprint.layout.float import avoid_collisions, find_float_position, float_layout

from kanben.editions.print.composer.guard import Replacement

_out_of_flow_layout = inline._out_of_flow_layout


def measures_below(context: Any, linebox: Any, container: Any, full_measure: float) -> list[float]:
    """Give the measures (px) of the lines after this one as far as floats stand beside them, then the full one."""
    if not context.excluded_shapes:
        return [full_measure]
    ends = [shape.position_y + shape.margin_height() for shape in context.excluded_shapes]
    probe, height = linebox.copy(), inline.strut(linebox.style)[0]
    probe.position_y, probe.height, measures = linebox.position_y + height, height, list[float]()
    while probe.position_y < max(ends):
        _, probe.position_y, measure = avoid_collisions(context, probe, container, outer=False)
        measures.append(measure)
        probe.position_y += height
    return [*measures, container.width]


def out_of_flow_layout(context: Any, box: Any, container: Any, index: int, child: Any, *rest: Any) -> None:
    """Let a float wait where a planned line has begun."""
    lines = context.__dict__.get("composed_lines")
    if lines and lines[-1] is not None and child.is_floated():
        *others, _, position_x, bottom = rest
        rest = (*others, position_x, position_x, bottom)
    _out_of_flow_layout(context, box, container, index, child, *rest)


REPLACEMENTS = (Replacement(inline, "_out_of_flow_layout", out_of_flow_layout, _out_of_flow_layout),)
RELIED_ON = (_out_of_flow_layout, avoid_collisions, find_float_position, float_layout)
