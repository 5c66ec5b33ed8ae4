"""Draw pages on which lines offend: each such line framed, with the rule's name above it."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from kanben.proof.pdf.finding import Finding, Spot
from kanben.proof.pdf.glyphs import open_pdf

DPI = 150
SCALE = DPI / 72
FRAME = {"fail": (200, 0, 0), "warn": (200, 120, 0), "ok": (0, 90, 160)}
ROOM = 3  # pixels between a line and its frame

Marked = tuple[Finding, Spot]


def draw_pages(data: bytes | Path, findings: tuple[Finding, ...], name: str = "") -> Iterator[tuple[str, bytes]]:
    """Give file names (page-012.png) and PNG files of all pages with offending lines."""
    marks: defaultdict[int, list[Marked]] = defaultdict(list)
    for finding in findings:
        for spot in finding.spots:
            marks[spot.page].append((finding, spot))
    document = open_pdf(data, name)
    try:
        for number in sorted(marks):
            page = document[number - 1]
            picture = page.render(scale=SCALE).to_pil().convert("RGB")
            mark(picture, marks[number])
            yield f"page-{number:03}.png", png(picture)
    finally:
        document.close()


def mark(picture: Image.Image, marks: list[Marked]) -> None:
    """Frame the lines; several rules that one line breaks stand beside each other."""
    drawing = ImageDraw.Draw(picture)
    labels: defaultdict[tuple[float, ...], list[Marked]] = defaultdict(list)
    for finding, spot in marks:
        labels[frame(spot, picture)].append((finding, spot))
    for (left, top, right, bottom), found in labels.items():
        colour = FRAME[min((finding.verdict for finding, _ in found), key=list(FRAME).index)]
        drawing.rectangle((left, top, right, bottom), outline=colour, width=2)
        drawing.text(
            (left, max(top - 16, 0)), " ".join(finding.rule for finding, _ in found), fill=colour, font_size=14
        )


def frame(spot: Spot, picture: Image.Image) -> tuple[float, float, float, float]:
    """Turn a box in pt from the page's foot into pixels from its head; no box: the whole page."""
    if spot.box is None:
        return (ROOM, 18 + ROOM, picture.width - ROOM, picture.height - ROOM)
    left, bottom, right, top = (edge * SCALE for edge in spot.box)
    return (left - ROOM, picture.height - top - ROOM, right + ROOM, picture.height - bottom + ROOM)


def png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
