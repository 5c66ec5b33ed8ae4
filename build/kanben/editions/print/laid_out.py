"""What layout tells before the PDF is written: plain values, so that the caller needs no WeasyPrint."""

from dataclasses import dataclass

from kanben.book.page_map import PageMap
from kanben.trouble import Trouble


@dataclass(frozen=True, slots=True)
class LaidOut:
    page_map: PageMap
    troubles: tuple[Trouble, ...]
