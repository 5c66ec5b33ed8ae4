"""Points by two numbers of each row, with the row's name beside it on wish."""

from collections.abc import Sequence
from typing import Any

from kanben.book.charts import Chart
from kanben.composition.ems import ems
from kanben.editions.charts.beside_points import AWAY, SIDES, Side, sides
from kanben.editions.charts.canvas import INK, Canvas
from kanben.editions.charts.labels import longest
from kanben.editions.charts.numbers import ON_AXIS, number
from kanben.editions.charts.paints import PAINTS

Spec = dict[str, Any]
HEIGHT = 0.62
AROUND = 0.06
"""What the axes reach beyond the outermost points, by their distance."""


def points(chart: Chart, canvas: Canvas) -> Spec:
    across, up = chart.series
    ends = [reach([value or 0.0 for value in series.values]) for series in chart.series]
    chosen = sides_of(chart, canvas, ends) if chart.labelled else []
    data = [
        {"name": name, "x": x, "y": y, "side": chosen[n] if chosen else ""}
        for n, (name, x, y) in enumerate(zip(chart.heads, across.values, up.values, strict=True))
    ]
    return {
        "height": canvas.width * HEIGHT,
        "padding": {"left": 1, "right": right_of(chart, canvas), "top": 2, "bottom": 2},
        "data": {"values": data},
        "encoding": {"x": axis("x", across.head, ends[0], canvas), "y": axis("y", None, ends[1], canvas)},
        "layer": [{"mark": dot(canvas)}, *(names(side, canvas) for side in SIDES if side in chosen)],
    }


def reach(values: Sequence[float]) -> tuple[float, float]:
    """Where an axis begins and ends; of numbers that are none below zero, not below it."""
    low, high = min(values), max(values)
    more = (high - low) * AROUND or abs(high) * AROUND or 1.0
    return (max(0.0, low - more) if low >= 0 else low - more), high + more


def right_of(chart: Chart, canvas: Canvas) -> float:
    return longest(chart.heads) * canvas.size * 0.6 if chart.labelled else canvas.size


def sides_of(chart: Chart, canvas: Canvas, ends: list[tuple[float, float]]) -> list[Side]:
    """The sides of the names, as nearly as the plot's size is known before it is drawn."""
    left = max(ems(number(end, chart.decimals)) for end in ends[1]) * canvas.size
    plot = canvas.width - left - right_of(chart, canvas), canvas.width * HEIGHT - canvas.size * 5
    spots = [
        (left + share(x, ends[0]) * plot[0], (1 - share(y, ends[1])) * plot[1])
        for x, y in zip(chart.series[0].values, chart.series[1].values, strict=True)
    ]
    return sides(spots, chart.heads, canvas.size, (left, -canvas.size, canvas.width, plot[1]))


def share(value: float | None, ends: tuple[float, float]) -> float:
    return ((value or 0.0) - ends[0]) / (ends[1] - ends[0])


def names(side: Side, canvas: Canvas) -> Spec:
    away = canvas.size * AWAY
    at = {
        "right": {"align": "left", "dx": away},
        "left": {"align": "right", "dx": -away},
        "above": {"align": "center", "dy": -canvas.size},
        "below": {"align": "center", "dy": canvas.size},
    }
    return {
        "transform": [{"filter": f"datum.side == '{side}'"}],
        "mark": {"type": "text", "baseline": "middle", **at[side]},
        "encoding": {"text": {"field": "name"}},
    }


def dot(canvas: Canvas) -> Spec:
    hue = PAINTS[0].hue
    return {"type": "point", "filled": True, "size": (canvas.size * 0.55) ** 2, "fill": hue, "opacity": 1}


def axis(field: str, title: str | None, ends: tuple[float, float], canvas: Canvas) -> Spec:
    words = {"title": title, "titleFontWeight": "normal", "titleFontSize": canvas.size, "titleColor": INK}
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": list(ends), "zero": False, "nice": False},
        "axis": {**words, "titlePadding": 5, "domain": True, "grid": True, "labelExpr": ON_AXIS, "tickCount": 5},
    }
