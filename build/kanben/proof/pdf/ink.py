"""Find the rules above notes by their ink: producers draw them as paths, pictures or shadings, but all are dark."""

from itertools import takewhile
from pathlib import Path

import pypdfium2
from PIL import Image

from kanben.progress import Progress, TellProgress
from kanben.proof.pdf.glyphs import open_pdf
from kanben.proof.pdf.survey import PageLines, Survey

SCALE = 8  # pixels a pt
DARK = 140  # of 255
LEAST = 0.05  # of the measure: a shorter stroke is no rule


def note_rules(data: bytes | Path, book: Survey, tell_progress: TellProgress) -> dict[int, tuple[float, float]]:
    """Give the width and the thickness, in pt, of the rule on each page with notes."""
    pages = [page for page in book.pages if page.notes and page.flow]
    document = open_pdf(data)
    found: dict[int, tuple[float, float] | None] = {}
    try:
        for page in pages:
            found[page.number] = note_rule(document, book, page)
            tell_progress(Progress("notes", len(found), len(pages)))
    finally:
        document.close()
    return {number: rule for number, rule in found.items() if rule}


def note_rule(document: pypdfium2.PdfDocument, book: Survey, page: PageLines) -> tuple[float, float] | None:
    """Look between the last line of the text and the first of the notes, from below: a table may end above."""
    top = min(line.box[1] for line in page.flow)
    bottom = page.notes[0].box[3]
    if top - bottom < 1:
        return None
    crop = (0.0, bottom, 0.0, page.sheet.height - top)
    image = document[page.number - 1].render(scale=SCALE, crop=crop, grayscale=True).to_pil().convert("L")
    least = LEAST * book.measure * book.em * SCALE
    runs = [longest_run(image, y) for y in range(image.height)][::-1]
    lowest = next((i for i, run in enumerate(runs) if run > least), None)
    if lowest is None:
        return None
    stroke = list(takewhile(lambda run: run > least, runs[lowest:]))
    return max(stroke) / SCALE, len(stroke) / SCALE


def longest_run(image: Image.Image, y: int) -> int:
    """Give the longest dark run of a row of pixels."""
    row = image.crop((0, y, image.width, y + 1)).tobytes()
    dark = bytes(32 if value < DARK else 88 for value in row)
    return max(map(len, dark.split(b"X")))
