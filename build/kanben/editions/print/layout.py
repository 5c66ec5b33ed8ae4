"""Lay out one leaf after the other with WeasyPrint, all in one process and with one set of fonts."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from kanben.book.book import Book
from kanben.editions.pictures import in_print
from kanben.editions.print import barcode
from kanben.editions.print.families import with_rare_fonts
from kanben.editions.print.fetcher import BASE, TitleFetcher
from kanben.editions.print.line_grid import on_grid
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.standards.variants import style_for
from kanben.editions.print.trims import trim_of
from kanben.editions.print.turned_pages import turning
from kanben.place import Place
from kanben.trouble import Tell, trouble

SHEETS = ("style.css", "ragged.css", "front.css", "bare.css", "cover.css", "tight.css", "tighter.css")
HOOK_NAME = "made/hook.svg"
HOOK = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 16" width="10" height="16">'
    b'<path d="M2 4v5h6M5.5 6.5l2.5 2.5l-2.5 2.5" fill="none" stroke="#000" stroke-width=".6"/></svg>'
)
"""Stands before a line of code that goes on from the one above."""
LOGGER = logging.getLogger("weasyprint")


class Layout:
    """Sets documents with the edition's stylesheets, parsed once."""

    def __init__(self, pages: PrintPages) -> None:
        self.fonts = FontConfiguration()
        self.fetcher = TitleFetcher(in_print(pages.book) | made_pictures(pages.book) | pages.formulas.pictures)
        self.trim = trim_of(pages.book.settings.trim, pages.book.settings.theme)
        self.sheets = {
            name: CSS(
                string=with_rare_fonts(pages.stylesheet(name)),
                font_config=self.fonts,
                url_fetcher=self.fetcher,
                base_url=BASE,
            )
            for name in SHEETS
        }
        self.variant = CSS(string=style_for(pages.book.settings.variant))

    def set(self, html: str, *names: str) -> Any:
        """A laid out weasyprint Document; `names` are those of the stylesheets, later ones win."""
        sheets = [*(self.sheets[name] for name in names), self.variant]
        source = HTML(string=html, base_url=BASE, url_fetcher=self.fetcher)
        with on_grid(self.trim), turning():
            return source.render(font_config=self.fonts, stylesheets=sheets)


def made_pictures(book: Book) -> dict[str, bytes]:
    """The pictures that are drawn for a book."""
    isbn = book.record.identifier("print-isbn")
    return {HOOK_NAME: HOOK} | ({barcode.NAME: barcode.barcode(isbn).encode()} if isbn else {})


class Listener(logging.Handler):
    """Turns what WeasyPrint logs into troubles: a missing glyph or picture must not pass in silence."""

    def __init__(self, tell: Tell) -> None:
        super().__init__(logging.WARNING)
        self.tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        self.tell(trouble("layout-complains", Place("title.yaml"), words=record.getMessage()))


@contextmanager
def listening(tell: Tell) -> Iterator[None]:
    """Hear WeasyPrint's log while a book is set."""
    listener, propagate, level = Listener(tell), LOGGER.propagate, LOGGER.level
    others = LOGGER.handlers[:]
    LOGGER.handlers[:] = [listener]
    LOGGER.propagate = False
    try:
        yield
    finally:
        LOGGER.handlers[:] = others
        LOGGER.propagate, LOGGER.level = propagate, level
