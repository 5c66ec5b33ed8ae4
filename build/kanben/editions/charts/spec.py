"""Say in Vega-Lite's words what a chart looks like on a canvas."""

from typing import Any

from kanben.book.charts import Chart
from kanben.editions.charts import bars, cake, lines, points
from kanben.editions.charts.canvas import HAIR, INK, Canvas
from kanben.script.made import in_script

Spec = dict[str, Any]
KINDS = {
    "column": bars.columns,
    "bar": bars.lying,
    "line": lines.lines,
    "area": lines.areas,
    "point": points.points,
    "pie": cake.cake,
}


def spec(chart: Chart, canvas: Canvas) -> Spec:
    body = KINDS[chart.kind](chart, canvas)
    above = title(chart, canvas)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": canvas.width,
        "padding": {"left": 1, "right": 1, "top": 2, "bottom": 2},
        "autosize": {"type": "fit", "contains": "padding"},
        "config": config(canvas),
        **({"title": {"text": above}} if above else {}),
        **body,
    }


def title(chart: Chart, canvas: Canvas) -> str:
    """What stands above the axis of values: the head of the one series, and the unit."""
    if chart.kind == "pie":
        return ""
    head = chart.series[-1].head if len(chart.series) == 1 or chart.kind == "point" else ""
    if not chart.unit or chart.unit in head:
        return head
    return f"{head}（{chart.unit}）" if head else in_script("单位：", canvas.language) + chart.unit


def config(canvas: Canvas) -> Spec:
    """Hairlines, words of one size, no frame: nothing that says nothing."""
    words = {"color": INK, "fontSize": canvas.size}
    return {
        "font": canvas.family,
        "background": None,
        "view": {"stroke": None},
        "axis": axis(canvas),
        "title": {**words, "fontWeight": "normal", "anchor": "start", "frame": "bounds", "offset": 6},
        "legend": legend(canvas),
        "text": words,
    }


def axis(canvas: Canvas) -> Spec:
    return {
        **labels(canvas),
        "labelPadding": 3,
        "domainColor": INK,
        "domainWidth": 0.5,
        "ticks": False,
        "title": None,
        "gridColor": HAIR,
        "gridWidth": 0.3,
    }


def legend(canvas: Canvas) -> Spec:
    return {
        **labels(canvas),
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "symbolType": "square",
        "symbolSize": (canvas.size * 0.95) ** 2,
        "symbolStrokeWidth": 0.7,
        "offset": 6,
        "columnPadding": 10,
    }


def labels(canvas: Canvas) -> Spec:
    """Words at axes and in legends, however long they are."""
    return {"labelColor": INK, "labelFontSize": canvas.size, "labelLimit": 0}
