"""Tell a browser how large a picture is before it comes, so that nothing on the page moves."""

from dataclasses import dataclass

from kanben.raster.drawing import drawing
from kanben.raster.facts import raster


@dataclass(frozen=True, slots=True)
class PictureSize:
    """In CSS px; a picture that `fills` its column has only a shape of its own."""

    width: int
    height: int
    fills: bool = False


def picture_size(data: bytes) -> PictureSize | None:
    """The size of a picture; None for a drawing that says nothing of it."""
    if facts := raster(data):
        return PictureSize(*facts.upright)
    drawn = drawing(data)
    return PictureSize(whole(drawn.width), whole(drawn.height), not drawn.sized) if drawn else None


def whole(length: float) -> int:
    """The attributes take whole numbers above zero (HTML § 4.8.16)."""
    return max(1, round(length))
