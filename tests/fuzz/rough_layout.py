"""A layout that writes the print edition's pages and sets none: a fuzzer has no time for line breaks."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.print.houses import HOUSES
from kanben.editions.print.laid_out import LaidOut
from kanben.editions.print.pages import PrintPages
from kanben.press.worker import PRINT, Worker

LEAVES = ("half-title", "title", "contents", "cover", "back-cover")


class RoughLayout(Worker):
    """Stands in for the worker, in this process."""

    def __init__(self) -> None:
        self.cover = small_cover()

    def call(self, module: str, name: str, *arguments: Any, **telling: Any) -> Iterator[Any]:
        if module == PRINT:
            book, own, cover = arguments
            for html in print_pages(book, own):
                etree.fromstring(html.encode())
            yield LaidOut(PageMap(count=1), ())
            if cover:
                yield self.cover
            yield b"%PDF-1.7"
        else:
            yield self.cover


def print_pages(book: Book, own: Path | None) -> Iterator[str]:
    """The XHTML of every leaf that a house of this kind has."""
    pages = PrintPages(book, own, {})
    if HOUSES[book.settings.theme].runs_on:
        yield pages.running(book.parts)
        return
    yield from map(pages.part, book.parts)
    yield from map(pages.leaf, LEAVES)


def small_cover() -> bytes:
    written = BytesIO()
    Image.new("RGB", (8, 12)).save(written, "JPEG")
    return written.getvalue()
