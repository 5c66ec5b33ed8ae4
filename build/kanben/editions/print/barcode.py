"""Draw a book's number as an EAN-13 barcode: a vector picture of its true size, with the figures below."""

from collections.abc import Iterator
from itertools import groupby

from barcode.ean import EuropeanArticleNumber13

NAME = "made/barcode.svg"
"""The picture's name beside those of the title."""
MODULE = 0.33  # mm: the width of the narrowest bar, at full size (GS1 General Specifications 5.2.3)
QUIET = 11, 7  # modules that stay white at the left and at the right
HEIGHT, GUARD, FIGURES = 22.85, 1.65, 4.15  # mm: bars, what guard bars are longer, room for the figures


def barcode(isbn: str) -> str:
    """An SVG of 37.29 mm × 27 mm for a thirteen digit ISBN, hyphens or not."""
    digits = "".join(character for character in isbn if character.isdigit())
    modules = EuropeanArticleNumber13(digits, guardbar=True).build()[0]
    width, height = MODULE * (len(modules) + sum(QUIET)), HEIGHT + FIGURES
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}mm" height="{height:g}mm" '
        f'viewBox="0 0 {width:.2f} {height:g}"><rect width="100%" height="100%" fill="#fff"/>'
        f"{''.join(bars(modules))}{''.join(figures(digits, height))}</svg>\n"
    )


def bars(modules: str) -> Iterator[str]:
    """Each run of dark modules as one bar; guard bars (G) reach down between the figures."""
    at = QUIET[0]
    for kind, run in groupby(modules):
        count = len(list(run))
        if kind != "0":
            tall = HEIGHT + (GUARD if kind == "G" else 0)
            yield f'<rect x="{at * MODULE:.2f}" width="{count * MODULE:.2f}" height="{tall:g}"/>'
        at += count


def figures(digits: str, height: float) -> Iterator[str]:
    """One figure before the bars, six under each half, each under its own seven modules."""
    places = [QUIET[0] - 5, *(QUIET[0] + 6.5 + 7 * n for n in range(6)), *(QUIET[0] + 53.5 + 7 * n for n in range(6))]
    for digit, place in zip(digits, places, strict=True):
        yield (
            f'<text x="{place * MODULE:.2f}" y="{height - 0.7:g}" font-family="Noto Sans CJK SC" '
            f'font-size="3.6" text-anchor="middle">{digit}</text>'
        )
