"""Bars that stand, and bars that lie: beside each other or on each other."""

from typing import Any

from kanben.book.charts import Chart
from kanben.editions.charts.canvas import INK, Canvas
from kanben.editions.charts.labels import in_lines, longest, with_room
from kanben.editions.charts.numbers import number
from kanben.editions.charts.series import legend_height, painted, rows, value_axis, years

Spec = dict[str, Any]
HEIGHT = 0.5
"""Of a drawing, by its width."""
NAMES = 0.3
"""The most that the names beside lying bars take of the width."""
PLOT = 0.88
"""About what the numbers of the axis leave of the width."""
LINE = 1.25
"""The pitch of lines, in ems."""
SPLIT = "split(datum.label, '\\n')"
SIDE = {"expr": "datum.value < 0 ? 'right' : 'left'"}


def columns(chart: Chart, canvas: Canvas) -> Spec:
    room = canvas.width * 0.9 / len(chart.heads) / canvas.size - 0.3
    names = list(chart.heads) if years(chart) else [in_lines(name, room) for name in chart.heads]
    lines = max(name.count("\n") for name in names)
    below = canvas.size * 1.4 if goes_below(chart) and says_numbers(chart) else 3
    axis = {"labelAngle": 0, "labelOverlap": False, "labelPadding": below, **shown_years(chart, canvas)}
    at = {
        "x": {"field": "name", **named(chart, canvas, names, axis, 0.35)},
        "y": {"field": "value", **valued(chart)},
        **beside(chart, "xOffset"),
    }
    return {
        "height": canvas.width * HEIGHT + legend_height(chart, canvas) + lines * canvas.size * LINE + below,
        "data": {"values": rows(chart, names)},
        "layer": [bar(chart, canvas, at), *zero(chart, "y"), *figures(chart, at, {"dy": beyond(-0.7 * canvas.size)})],
    }


def lying(chart: Chart, canvas: Canvas) -> Spec:
    names = [in_lines(name, canvas.width * NAMES / canvas.size) for name in chart.heads]
    lines = max(name.count("\n") + 1 for name in names)
    tallest = canvas.tallest - legend_height(chart, canvas) - canvas.size * 4
    deep = 1 if chart.stacked else len(chart.series)
    left = over(chart, canvas) if goes_below(chart) and says_numbers(chart) else 3
    at = {
        "y": {"field": "name", **named(chart, canvas, names, {"labelPadding": left}, 0.3)},
        "x": {"field": "value", **valued(chart)},
        **beside(chart, "yOffset"),
    }
    return {
        "height": min(canvas.size * max(LINE * lines + 0.7, 1.5 * deep + 0.7) * len(names), tallest),
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 1, "right": over(chart, canvas), "top": 2, "bottom": 2},
        "data": {"values": rows(chart, names)},
        "layer": [
            bar(chart, canvas, at),
            *zero(chart, "x"),
            *figures(chart, at, {"dx": beyond(3), "align": SIDE}),
        ],
    }


def named(chart: Chart, canvas: Canvas, names: list[str], axis: Spec, gap: float) -> Spec:
    """The axis of names, in lines; where bars go both ways, the line stands at zero instead."""
    lines = {"labelExpr": SPLIT, "labelLineHeight": canvas.size * LINE, "domain": not goes_below(chart)}
    scale = {"paddingInner": gap, "paddingOuter": gap / 2}
    return {"type": "nominal", "sort": names, "scale": scale, "axis": lines | axis}


def valued(chart: Chart) -> Spec:
    """The axis of values; there is none where each bar says its number."""
    axis = {"axis": None} if says_numbers(chart) else value_axis()
    return {"type": "quantitative", "stack": "zero" if chart.stacked else None, **axis}


def says_numbers(chart: Chart) -> bool:
    """In a stack, numbers would stand in a pattern."""
    return chart.labelled and not chart.stacked


def over(chart: Chart, canvas: Canvas) -> float:
    """The room for the number at the end of the longest bar."""
    if not says_numbers(chart):
        return canvas.size
    values = (value for series in chart.series for value in series.values if value is not None)
    return longest([number(value, chart.decimals) for value in values]) * canvas.size + 4


def goes_below(chart: Chart) -> bool:
    return any((value or 0) < 0 for series in chart.series for value in series.values)


def zero(chart: Chart, channel: str) -> list[Spec]:
    """The line from which bars go both ways."""
    rule = {"mark": {"type": "rule", "color": INK, "strokeWidth": 0.5}, "encoding": {channel: {"datum": 0}}}
    return [{"data": {"values": [{}]}, **rule}] if goes_below(chart) else []


def shown_years(chart: Chart, canvas: Canvas) -> Spec:
    """Years may be left out where they have no room, for they come one after the other; other names may not."""
    if not years(chart):
        return {}
    places = [(n + 0.5) / len(chart.heads) for n in range(len(chart.heads))]
    return {"values": [chart.heads[n] for n in with_room(chart.heads, places, canvas.width * PLOT / canvas.size)]}


def beside(chart: Chart, channel: str) -> Spec:
    if chart.stacked or len(chart.series) == 1:
        return {}
    return {channel: {"field": "series", "sort": [series.head for series in chart.series]}}


def bar(chart: Chart, canvas: Canvas, at: Spec) -> Spec:
    encoding = {**at, **painted(chart, canvas), "order": {"field": "place"}}
    return {"mark": {"type": "bar", "strokeWidth": 0.7}, "encoding": encoding}


def figures(chart: Chart, at: Spec, where: Spec) -> list[Spec]:
    """The numbers at the ends of the bars."""
    if not says_numbers(chart):
        return []
    return [{"mark": {"type": "text", "baseline": "middle", **where}, "encoding": {**at, "text": {"field": "words"}}}]


def beyond(way: float) -> Spec:
    """So far beyond the end of a bar, whichever way it goes."""
    return {"expr": f"datum.value < 0 ? {-way:g} : {way:g}"}
