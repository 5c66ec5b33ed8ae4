"""Folios: what is printed on a page, and what a PDF reader shows as its label."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["r", "D", ""]
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Folio:
    """A page's number, in roman figures before the body; a cover has a name and is not counted."""

    number: int
    style: Style
    name: str = ""

    def __str__(self) -> str:
        if self.name:
            return self.name
        return roman(self.number) if self.style == "r" else str(self.number)


def roman(number: int) -> str:
    """4 -> iv."""
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written
