"""What all kinds of charts say of their numbers: rows of data, the paints of series, the axis of values."""

import re
from itertools import pairwise
from math import ceil
from typing import Any

from kanben.book.charts import Chart
from kanben.composition.ems import ems
from kanben.editions.charts.canvas import Canvas
from kanben.editions.charts.numbers import ON_AXIS, number
from kanben.editions.charts.paints import PAINTS

Spec = dict[str, Any]
LEGEND_LINE = 1.4
YEAR = re.compile(r"(\d{4})\s*年?")


def rows(chart: Chart, names: list[str], gaps: bool = False) -> list[Spec]:
    """A row for each number; `names` are those of the rows as they are printed. Lines want to know their gaps."""
    return [
        {
            "name": names[n],
            "at": n,
            "series": series.head,
            "place": place,
            "value": value,
            "words": "" if value is None else number(value, chart.decimals),
        }
        for place, series in enumerate(chart.series)
        for n, value in enumerate(series.values)
        if gaps or value is not None
    ]


def painted(chart: Chart, canvas: Canvas) -> Spec:
    """The channels of paint: each series has its own; a legend where there are several."""
    heads = [series.head for series in chart.series]
    paints = PAINTS[: len(heads)]
    hues = {"field": "series", "scale": {"domain": heads, "range": [paint.hue for paint in paints]}}
    fills = {"field": "series", "scale": {"domain": heads, "range": [paint.fill(canvas.name) for paint in paints]}}
    legend = {"columns": legend_columns(chart, canvas)} if len(heads) > 1 else None
    return {"stroke": {**hues, "legend": legend}, "fill": {**fills, "legend": legend}}


def legend_columns(chart: Chart, canvas: Canvas) -> int:
    """As many as there is room for."""
    widest = max(ems(series.head) for series in chart.series) * canvas.size + canvas.size * 3
    return max(1, min(len(chart.series), int(canvas.width / widest)))


def legend_height(chart: Chart, canvas: Canvas) -> float:
    """What a legend takes of a drawing's height."""
    lines = ceil(len(chart.series) / legend_columns(chart, canvas)) if len(chart.series) > 1 else 0
    return lines * canvas.size * LEGEND_LINE


def value_axis() -> Spec:
    """No line, but hairs across."""
    return {"axis": {"domain": False, "grid": True, "labelExpr": ON_AXIS, "tickCount": 5}}


def years(chart: Chart) -> list[int]:
    """The years that the rows are of, where they all are and rise: they stand as far apart as they are."""
    found = [int(match[1]) for name in chart.heads if (match := YEAR.fullmatch(name))]
    rising = len(found) == len(chart.heads) and all(one < other for one, other in pairwise(found))
    return found if rising else []
