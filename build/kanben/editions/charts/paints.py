"""How the series of a chart differ: by hue, and where hues are grey by pattern, dash and shape of the points.

Each hue holds 3:1 against white paper, the web's sepia and its dark ground alike, so one drawing serves all.
"""

from dataclasses import dataclass
from typing import Literal

Pattern = Literal["", "rising", "dots", "falling", "crossed", "level"]


@dataclass(frozen=True, slots=True)
class Paint:
    hue: str
    pattern: Pattern
    dash: tuple[float, ...]
    shape: str

    def fill(self, name: str) -> str:
        """What an area is filled with, in the drawing of a name."""
        return f"url(#{name}-{self.pattern})" if self.pattern else self.hue


PAINTS = (
    Paint("#2f6ca3", "", (), "circle"),
    Paint("#b35a1f", "rising", (5, 2), "square"),
    Paint("#4d7f38", "dots", (1.5, 1.5), "triangle-up"),
    Paint("#87589f", "falling", (7, 2, 1.5, 2), "diamond"),
    Paint("#a6474f", "crossed", (3, 2), "triangle-down"),
    Paint("#5f7480", "level", (9, 3), "cross"),
)
SIDE = 32
"""Of a pattern's square: where two meet, some viewers show a seam."""
STROKE = 1.0


def definitions(name: str, markup: str) -> str:
    """The patterns that a drawing uses, as SVG wants them."""
    used = (paint for paint in PAINTS if paint.pattern and paint.fill(name) in markup)
    return "".join(definition(name, paint) for paint in used)


def definition(name: str, paint: Paint) -> str:
    return (
        f'<pattern id="{name}-{paint.pattern}" width="{SIDE}" height="{SIDE}" patternUnits="userSpaceOnUse">'
        f'<path d="{strokes(paint.pattern)}" fill="none" stroke="{paint.hue}" stroke-width="{STROKE:g}"/></pattern>'
    )


def strokes(pattern: Pattern) -> str:
    """The strokes of a square; those across it go on beyond its edges."""
    match pattern:
        case "rising":
            return "".join(f"M{x - 1} {SIDE + 1}l{SIDE + 2} {-SIDE - 2}" for x in range(-SIDE, SIDE, 4))
        case "falling":
            return "".join(f"M{x - 1} -1l{SIDE + 2} {SIDE + 2}" for x in range(-SIDE, SIDE, 4))
        case "crossed":
            return "".join(f"M{n} 0V{SIDE}M0 {n}H{SIDE}" for n in range(2, SIDE, 4))
        case "level":
            return "".join(f"M0 {y}H{SIDE}" for y in range(2, SIDE, 4))
        case "dots":
            return "".join(f"M{x + y % 4 + 0.4:g} {y + 1}h1.2" for y in range(0, SIDE, 2) for x in range(0, SIDE, 4))
    return ""
