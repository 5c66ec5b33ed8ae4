"""What the print edition gives back: plain values, so that the caller needs no WeasyPrint."""

from dataclasses import dataclass

from kanben.book.page_map import PageMap
from kanben.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Printed:
    pdf: bytes
    page_map: PageMap
    troubles: tuple[Trouble, ...]
