"""Lines that say their names at their ends, and areas on each other."""

from typing import Any

from kanben.book.charts import Chart, Series
from kanben.composition.ems import ems
from kanben.editions.charts.canvas import Canvas
from kanben.editions.charts.labels import apart, with_room
from kanben.editions.charts.paints import PAINTS
from kanben.editions.charts.series import legend_columns, legend_height, painted, rows, value_axis, years

Spec = dict[str, Any]
HEIGHT = 0.52
PLOT = 0.82
"""About what the numbers of the axis leave of the width."""
NAMES = 0.22
"""The most that the names at the ends of lines take of the width; longer ones become a legend."""


def lines(chart: Chart, canvas: Canvas) -> Spec:
    direct = len(chart.series) > 1 and names_width(chart, canvas) < canvas.width * NAMES
    right = names_width(chart, canvas) if direct else canvas.size
    y = {"field": "value", "type": "quantitative", "scale": span(chart), **value_axis()}
    return {
        "height": canvas.width * HEIGHT + (0 if direct else legend_height(chart, canvas)),
        "padding": {"left": 1, "right": right, "top": 2, "bottom": 2},
        "data": {"values": placed(chart)},
        "encoding": {"x": along(chart, canvas, right), "y": y},
        "layer": [*drawn(chart, canvas, direct), *(end_names(chart, canvas) if direct else [])],
    }


def areas(chart: Chart, canvas: Canvas) -> Spec:
    return {
        "height": canvas.width * HEIGHT + legend_height(chart, canvas),
        "padding": {"left": 1, "right": canvas.size, "top": 2, "bottom": 2},
        "data": {"values": placed(chart)},
        "mark": {"type": "area", "strokeWidth": 0.8, "line": False},
        "encoding": {
            "x": along(chart, canvas, canvas.size),
            "y": {"field": "value", "type": "quantitative", "stack": "zero", **value_axis()},
            "order": {"field": "place"},
            **painted(chart, canvas),
        },
    }


def placed(chart: Chart) -> list[Spec]:
    found = years(chart)
    places = found or list(range(len(chart.heads)))
    return [{**row, "x": places[row["at"]]} for row in rows(chart, list(chart.heads), gaps=True)]


def along(chart: Chart, canvas: Canvas, right: float) -> Spec:
    """The axis of the rows: a tick for each, with its name where there is room before the one that follows."""
    places = years(chart) or list(range(len(chart.heads)))
    shares = [(place - places[0]) / (places[-1] - places[0]) for place in places]
    plot = (canvas.width * PLOT - right) / canvas.size
    names = {str(places[n]): chart.heads[n] for n in with_room(chart.heads, shares, plot)}
    words = "{" + ",".join(f"{key}:{quoted(name)}" for key, name in names.items()) + "}"
    return {
        "field": "x",
        "type": "quantitative",
        "scale": {"zero": False, "nice": False, "domain": [places[0], places[-1]]},
        "axis": {
            "grid": False,
            "values": places,
            "labelExpr": f"{words}[datum.value] || ''",
            "labelOverlap": False,
            "labelFlush": False,
            "ticks": True,
            "tickSize": 3,
            "tickWidth": 0.5,
        },
    }


def quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def span(chart: Chart) -> Spec:
    low = min(value for series in chart.series for value in series.values if value is not None)
    return {"zero": False, "domainMin": chart.origin} if chart.origin <= low else {"zero": True}


def drawn(chart: Chart, canvas: Canvas, direct: bool) -> list[Spec]:
    """A layer for each line, so that gaps stay gaps, and its points."""
    heads = [series.head for series in chart.series]
    paints = PAINTS[: len(heads)]
    scales = {
        "stroke": [paint.hue for paint in paints],
        "strokeDash": [list(paint.dash) or [1, 0] for paint in paints],
        "shape": [paint.shape for paint in paints],
    }
    legend = {"symbolSize": (canvas.size * 0.75) ** 2, "columns": legend_columns(chart, canvas)}
    channels = {
        name: {
            "field": "series",
            "scale": {"domain": heads, "range": values},
            "legend": None if direct or len(heads) == 1 or name == "shape" else legend,
        }
        for name, values in scales.items()
    }
    points = {"type": "point", "filled": True, "size": (canvas.size * 0.5) ** 2, "strokeWidth": 0, "opacity": 1}
    return [
        {
            "mark": {"type": "line", "strokeWidth": 1.2, "invalid": "break-paths-show-path-domains"},
            "encoding": {"stroke": channels["stroke"], "strokeDash": channels["strokeDash"]},
        },
        {
            "mark": points,
            "encoding": {"fill": {**channels["stroke"], "legend": None}, "shape": channels["shape"]},
        },
    ]


def names_width(chart: Chart, canvas: Canvas) -> float:
    return (max(ems(series.head) for series in chart.series) + 0.8) * canvas.size


def end_names(chart: Chart, canvas: Canvas) -> list[Spec]:
    """The name of each line at its last point, moved where two would touch."""
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min(*values, chart.origin), max(*values)
    a_line = (high - low) / (canvas.width * HEIGHT * 0.8) * canvas.size * 1.2
    heights = apart([last(series) for series in chart.series], a_line)
    end = (years(chart) or range(len(chart.heads)))[-1]
    ends = zip(heights, chart.series, strict=True)
    data = [{"x": end, "value": height, "head": series.head} for height, series in ends]
    mark = {"type": "text", "align": "left", "baseline": "middle", "dx": canvas.size * 0.6}
    return [{"data": {"values": data}, "mark": mark, "encoding": {"text": {"field": "head"}}}]


def last(series: Series) -> float:
    return next((value for value in reversed(series.values) if value is not None), 0.0)
