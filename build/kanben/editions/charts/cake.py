"""A few shares of a whole, each with its name and its part of a hundred."""

from collections.abc import Iterator
from math import cos, pi, sin, sqrt
from typing import Any

from kanben.book.charts import Chart
from kanben.editions.charts.canvas import Canvas
from kanben.editions.charts.labels import apart, in_lines
from kanben.editions.charts.numbers import share
from kanben.editions.charts.paints import PAINTS

Spec = dict[str, Any]
LINE = 1.25
"""The pitch of lines, in ems."""
HEIGHT, LOWEST = 0.45, 16.0
"""Of the width, and in ems; the rest at the sides is for words."""


def cake(chart: Chart, canvas: Canvas) -> Spec:
    height = height_on(canvas)
    radius = height / 2 - canvas.size * 3
    paints = PAINTS[: len(chart.heads)]
    scale = {"domain": list(chart.heads), "range": [paint.fill(canvas.name) for paint in paints]}
    hues = {"domain": list(chart.heads), "range": [paint.hue for paint in paints]}
    return {
        "height": height,
        "data": {"values": slices(chart, canvas, radius)},
        "layer": [
            {
                "mark": {"type": "arc", "outerRadius": radius, "strokeWidth": 0.8},
                "encoding": {
                    "theta": {"field": "value", "type": "quantitative", "stack": True},
                    "order": {"field": "place"},
                    "fill": {"field": "name", "scale": scale, "legend": None},
                    "stroke": {"field": "name", "scale": hues, "legend": None},
                },
            },
            words("right", canvas),
            words("left", canvas),
        ],
    }


def height_on(canvas: Canvas) -> float:
    return max(canvas.width * HEIGHT, canvas.size * LOWEST)


def words(side: str, canvas: Canvas) -> Spec:
    """The names on one side, which begin or end at the cake."""
    align = "left" if side == "right" else "right"
    return {
        "transform": [{"filter": f"datum.side == '{side}'"}],
        "mark": {"type": "text", "align": align, "baseline": "middle", "lineHeight": canvas.size * LINE},
        "encoding": {
            "text": {"field": "words"},
            "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
            "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
        },
    }


def slices(chart: Chart, canvas: Canvas, radius: float) -> list[Spec]:
    """From twelve o'clock on, clockwise, in the order of the file; (x, y) is where the first line of each stands."""
    room = (canvas.width / 2 - radius - canvas.size) / canvas.size
    found = [
        {"name": name, "place": place, "value": size, **at(angle, words, canvas, radius)}
        for place, (name, size, angle) in enumerate(angles(chart))
        for words in ([*in_lines(name, room).split("\n"), share(size, chart.total, decimals(chart))],)
    ]
    for side in ("left", "right"):
        beside = [each for each in found if each["side"] == side]
        lines = max((len(each["words"]) for each in beside), default=0)
        for each, y in zip(beside, apart([each["y"] for each in beside], lines * canvas.size * LINE), strict=True):
            each["y"] = y
            across = max(abs(each["x"] - canvas.width / 2), reach(y, len(each["words"]), canvas, radius))
            each["x"] = canvas.width / 2 + (across if side == "right" else -across)
    return found


def reach(y: float, lines: int, canvas: Canvas, radius: float) -> float:
    """How far from the middle words of some lines clear the cake."""
    above = y - canvas.size * LINE / 2 - height_on(canvas) / 2
    below = above + lines * canvas.size * LINE
    nearest = 0.0 if above < 0 < below else min(abs(above), abs(below))
    return sqrt(max(0.0, (radius + canvas.size * 0.6) ** 2 - nearest**2))


def angles(chart: Chart) -> Iterator[tuple[str, float, float]]:
    """The name and value of each slice, and the angle of its middle."""
    before = 0.0
    for name, value in zip(chart.heads, chart.series[0].values, strict=True):
        size = value or 0.0
        yield name, size, (before + size / 2) / chart.total * 2 * pi
        before += size


def decimals(chart: Chart) -> int:
    """Of the shares: those of the file where it holds hundredths of the whole, else one."""
    return chart.decimals if chart.unit == "%" and abs(chart.total - 100) < 0.5 else 1


def at(angle: float, lines: list[str], canvas: Canvas, radius: float) -> Spec:
    """Words outside the cake, whose middle is where an angle points."""
    high, out = len(lines) * canvas.size * LINE, radius + canvas.size * 0.6
    middle = height_on(canvas) / 2 - cos(angle) * (out + abs(cos(angle)) * high / 2)
    return {
        "words": lines,
        "side": "right" if angle <= pi else "left",
        "x": canvas.width / 2 + sin(angle) * out,
        "y": middle - (high - canvas.size * LINE) / 2,
    }
