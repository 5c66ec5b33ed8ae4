"""Choose on which side of its point each name stands, so that names touch neither each other nor points."""

from collections.abc import Sequence
from typing import Literal

from kanben.composition.ems import ems

Side = Literal["right", "left", "above", "below"]
SIDES: tuple[Side, ...] = ("right", "left", "above", "below")
Spot = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
AWAY = 0.55
"""How far from its point a name stands, in ems."""


def sides(spots: Sequence[Spot], names: Sequence[str], size: float, plot: Box) -> list[Side]:
    """The side for each name, the first that is free in the order of SIDES, else the one that is most so."""
    taken: list[Box] = [(x - size * 0.3, y - size * 0.3, x + size * 0.3, y + size * 0.3) for x, y in spots]
    chosen: list[Side] = []
    for spot, name in zip(spots, names, strict=True):
        boxes = {side: box_of(side, spot, ems(name) * size, size) for side in SIDES}
        side = min(SIDES, key=lambda each: sum(shared(boxes[each], box) for box in taken) + beyond(boxes[each], plot))
        taken.append(boxes[side])
        chosen.append(side)
    return chosen


def box_of(side: Side, spot: Spot, width: float, size: float) -> Box:
    x, y = spot
    match side:
        case "right":
            return x + AWAY * size, y - size / 2, x + AWAY * size + width, y + size / 2
        case "left":
            return x - AWAY * size - width, y - size / 2, x - AWAY * size, y + size / 2
        case "above":
            return x - width / 2, y - size * 1.5, x + width / 2, y - size * 0.5
        case "below":
            return x - width / 2, y + size * 0.5, x + width / 2, y + size * 1.5


def shared(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, down)


def beyond(box: Box, plot: Box) -> float:
    """The area of a box that lies outside another, where the numbers of the axes stand."""
    return (box[2] - box[0]) * (box[3] - box[1]) - shared(box, plot)
