"""A drawing of few signs may show shapes without end, however it goes about it; one as programs draw it does not."""

import pytest

from kanben.limits import SHAPES
from kanben.reading.drawn_shapes import shows_too_much

PLAIN = '<rect width="9" height="9"/>'


def drawing(inner: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inner}</svg>'.encode()


def rectangle(said: str) -> str:
    return f'<rect width="9" height="9" {said}/>'


def one_in_another(kind: str, attribute: str) -> str:
    """Thirty of a kind, each of which shows the one before twice."""
    before = [rectangle(f'{attribute}="url(#m{n})"') * 2 for n in range(31)]
    return "".join(f'<{kind} id="m{n + 1}">{shown}</{kind}>' for n, shown in enumerate(before)) + before[30]


def many(kind: str, said: str, inside: str = "") -> str:
    """A thousand shapes in a group, each of which shows a thousand."""
    shapes = rectangle('class="a"') * 1000
    return f'<{kind} id="m">{PLAIN * 1000}</{kind}>{inside}<g {said}>{shapes}</g>'


@pytest.mark.parametrize(
    "inner",
    [
        PLAIN * (SHAPES.most + 1),
        f"<text>{'甲' * (SHAPES.most + 1)}</text>",
        f"<text><tspan/>{'甲' * (SHAPES.most + 1)}</text>",
        one_in_another("mask", "mask"),
        one_in_another("clipPath", "clip-path"),
        one_in_another("pattern", "fill"),
        many("pattern", 'fill="url(#m)"'),
        many("pattern", 'style="stroke: u\\72 l(#m)"'),
        many("pattern", "", "<style>rect { fill: url(#m) }</style>"),
        many("pattern", "", "<style>g > .a { fill: url('#m') }</style>"),
        many("pattern", "", "<style>:root :not(text) { fill: url(#m) }</style>"),
        '<marker id="m">' + PLAIN * 1000 + f'</marker><path marker-mid="url(#m)" d="{"h1" * 1000}"/>',
        f"<style>{'rect { fill: red }' * 50_000}</style>" + PLAIN * 1000,
        "<style>g g g g g g rect { fill: red }</style>" + "<g>" * 99 + PLAIN * 99 + "</g>" * 99,
        "<style>rect { " + "x: 1; " * 300 + "}</style>" + PLAIN * 9999,
        "<rect" + "".join(f' a{n}="1"' for n in range(300)) + "/>",
        f'<g style="{"a: b;" * 300}"/>',
        f'<g stroke-dasharray="{"1 " * 50_000}">{PLAIN * 2000}</g>',
        '<linearGradient id="m" spreadMethod="repeat" x2="1e-9"/>',
        '<linearGradient id="m" spreadMethod="reflect" x2="0"/>',
        '<linearGradient id="m" spreadMethod="repeat" gradientTransform="scale(1e-9)"/>',
        '<radialGradient id="m" spreadMethod="repeat" r="0.0001%" />',
        '<linearGradient id="n" spreadMethod="repeat" x1="5"/><linearGradient id="m" href="#n" x2="5.0000001"/>',
    ],
)
def test_shapes_without_end_are_found(inner: str) -> None:
    assert shows_too_much(drawing(inner))


@pytest.mark.parametrize(
    "inner",
    [
        PLAIN * (SHAPES.most // 10),
        f"<title>{'甲' * 9999}</title><desc>{'甲' * (SHAPES.most + 1)}</desc><text>桥</text>",
        "<style>.a, .b { fill: url(#m); clip-path: url(#c) } g .a { fill: red }</style>"
        '<linearGradient id="m" spreadMethod="repeat" x2="10%"><stop/></linearGradient>'
        '<clipPath id="c"><rect/></clipPath>' + '<g><rect class="a"/><path class="c" d="M0 0h9"/></g>' * 2000,
        '<marker id="m"><path d="M0 0h1"/></marker>' + '<path marker-end="url(#m)" d="M0 0L9 9"/>' * 2000,
        '<pattern id="m"><path d="M0 0h1"/></pattern>' + rectangle('style="fill: url(#m); stroke: red"') * 2000,
        f'<path d="{"h1" * 200_000}"/>',
    ],
)
def test_what_programs_draw_is_taken(inner: str) -> None:
    assert not shows_too_much(drawing(inner))
