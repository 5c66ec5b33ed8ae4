"""Points by two numbers of each row, with the row's name beside it on wish."""

from typing import Any

from kanben.book.charts import Chart
from kanben.editions.charts.canvas import INK, Canvas
from kanben.editions.charts.labels import longest
from kanben.editions.charts.numbers import ON_AXIS
from kanben.editions.charts.paints import PAINTS

Spec = dict[str, Any]
HEIGHT = 0.62


def points(chart: Chart, canvas: Canvas) -> Spec:
    across, up = chart.series
    data = [
        {"name": name, "x": x, "y": y}
        for name, x, y in zip(chart.heads, across.values, up.values, strict=True)
        if x is not None and y is not None
    ]
    right = longest(chart.heads) * canvas.size if chart.labelled else canvas.size
    names = {"mark": {"type": "text", "align": "left", "dx": canvas.size * 0.6, "baseline": "middle"}}
    return {
        "height": canvas.width * HEIGHT,
        "padding": {"left": 1, "right": right, "top": 2, "bottom": 2},
        "data": {"values": data},
        "encoding": {"x": axis("x", across.head, canvas), "y": axis("y", None, canvas)},
        "layer": [
            {"mark": dot(canvas)},
            *([{**names, "encoding": {"text": {"field": "name"}}}] if chart.labelled else []),
        ],
    }


def dot(canvas: Canvas) -> Spec:
    hue = PAINTS[0].hue
    return {"type": "point", "filled": True, "size": (canvas.size * 0.65) ** 2, "fill": hue, "opacity": 1}


def axis(field: str, title: str | None, canvas: Canvas) -> Spec:
    words = {"title": title, "titleFontWeight": "normal", "titleFontSize": canvas.size, "titleColor": INK}
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"zero": False, "nice": True},
        "axis": {**words, "titlePadding": 5, "domain": True, "grid": True, "labelExpr": ON_AXIS, "tickCount": 5},
    }
