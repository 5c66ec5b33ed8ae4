"""Put the pages on the press's sheet: trim, bleed around it, and crop marks outside the bleed."""

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

from kanben.editions.print.standards.press.separations import is_coloured, object_of
from kanben.editions.print.trims import MM

BLEED = 3 * MM
CLEAR, MARK, EDGE = 1 * MM, 5 * MM, 1 * MM  # beyond the bleed: a gap, the marks, the paper's edge
HAIRLINE = 0.25  # points
BLEED_SHEET = "@page { bleed: 3mm }"
"""Lets what touches the trim run over it; text stays where it is."""
ALL_PLATES = "All"
Box = tuple[float, float, float, float]


def put_on_sheets(pdf: Any) -> None:
    """Give each page its boxes, cut off what runs beyond the bleed, and draw its crop marks."""
    pages = [thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("Type") == "/Page"]
    for page in pages:
        trim = grown(page["TrimBox"], 0)
        bleed = grown(trim, BLEED)
        page["MediaBox"] = rounded(grown(trim, BLEED + CLEAR + MARK + EDGE))
        page["BleedBox"], page["TrimBox"] = rounded(bleed), rounded(trim)
        page.pop("Annots", None)
        before = added(pdf, [b"q", rectangle(bleed), b"W n"])
        after = added(pdf, [b"Q", *crop_marks(trim, is_coloured(pdf, page))])
        page["Contents"] = pydyf.Array([before, page["Contents"], after])
        add_all_plates(object_of(pdf, object_of(pdf, page["Resources"])["ColorSpace"]))


def grown(box: Sequence[float], by: float) -> Box:
    left, bottom, right, top = map(float, box)
    return left - by, bottom - by, right + by, top + by


def rounded(box: Sequence[float]) -> Any:
    return pydyf.Array(round(side, 3) for side in box)


def rectangle(box: Box) -> bytes:
    left, bottom, right, top = box
    return f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re".encode()


def added(pdf: Any, operators: list[bytes]) -> bytes:
    stream = pydyf.Stream(operators, compress=True)
    pdf.add_object(stream)
    reference: bytes = stream.reference
    return reference


def add_all_plates(spaces: Any) -> None:
    """The colour that prints on every plate, by which they are laid over each other."""
    tint = {"FunctionType": 2, "Domain": pydyf.Array((0, 1)), "N": 1}
    tint |= {"C0": pydyf.Array((0, 0, 0, 0)), "C1": pydyf.Array((1, 1, 1, 1))}
    spaces[ALL_PLATES] = pydyf.Array(("/Separation", "/All", "/DeviceCMYK", pydyf.Dictionary(tint)))


def crop_marks(trim: Box, coloured: bool) -> Iterator[bytes]:
    """Two marks at each corner: on all plates where the page has colours, else on black alone."""
    yield b"q"
    yield f"/{ALL_PLATES} CS 1 SCN".encode() if coloured else b"0 0 0 1 K"
    yield f"{HAIRLINE} w".encode()
    left, bottom, right, top = trim
    near, far = BLEED + CLEAR, BLEED + CLEAR + MARK
    for x, outwards in ((left, -1), (right, 1)):
        for y, upwards in ((bottom, -1), (top, 1)):
            yield f"{x + near * outwards:.3f} {y:.3f} m {x + far * outwards:.3f} {y:.3f} l S".encode()
            yield f"{x:.3f} {y + near * upwards:.3f} m {x:.3f} {y + far * upwards:.3f} l S".encode()
    yield b"Q"
