"""Lay out one leaf after the other with WeasyPrint, all in one process and with one set of fonts."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from kanben.book.book import Book, Variant
from kanben.editions.pictures import for_print
from kanben.editions.print import barcode
from kanben.editions.print.families import installed_families, missing_fonts
from kanben.editions.print.fetcher import BASE, TitleFetcher
from kanben.editions.print.fit.line_grid import on_grid
from kanben.editions.print.fit.turned_pages import turning
from kanben.editions.print.galley import Fault
from kanben.editions.print.glyphs import Drawers
from kanben.editions.print.kept.near_edit import LATER, set_near
from kanben.editions.print.kept.standing import STANDING, Standing, keeping_standing
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.standards.variants import style_for
from kanben.editions.print.stylesheets import Stylesheets
from kanben.editions.print.trims import Trim
from kanben.trouble import Trouble

SHEETS = ("style.css", "ragged.css", "front.css", "bare.css", "cover.css", "tight.css", "tighter.css", "spare.css")
PAGES = 120
"""So many pages, those of the parts set last, are kept standing: each takes a megabyte."""
HOOK_NAME = "made/hook.svg"
HOOK = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 16" width="10" height="16">'
    b'<path d="M2 4v5h6M5.5 6.5l2.5 2.5l-2.5 2.5" fill="none" stroke="#000" stroke-width=".6"/></svg>'
)
"""Stands before a line of code that goes on from the one above."""
LOGGER = logging.getLogger("weasyprint")


class Layout:
    """Sets documents with a set of stylesheets, read once."""

    def __init__(self, stylesheets: Stylesheets, trim: Trim, variant: Variant) -> None:
        """`stylesheets` are those that are named in SHEETS."""
        self.fonts = FontConfiguration()
        self.fetcher = TitleFetcher()
        self.trim = trim
        self.words, self.sheets = stylesheets.words, stylesheets.read()
        stylesheets.give_faces(self.fonts)
        self.variant = CSS(string=style_for(variant))
        self.families = installed_families(self.fonts)
        self.drawers = Drawers(self.families)
        self.fit = FitPictures(variant)
        self.holds_together = any(word in words for words in self.words.values() for word in LATER)
        self.standing: dict[tuple[str, tuple[str, ...]], Standing] = {}
        self.latest: tuple[str, tuple[str, ...]] = "", ()
        """What was set last, and with which stylesheets."""

    @cached_property
    def missing(self) -> tuple[Trouble, ...]:
        """What is told of fonts that the stylesheets name and the machine has not."""
        return tuple(missing_fonts(self.words.values(), self.families))

    def take_pictures(self, pages: PrintPages) -> None:
        """Show the pictures of a book to what is set from now on."""
        self.fetcher.pictures = self.fit.of(pages.book.pictures) | made_pictures(pages.book) | pages.formulas.pictures

    def set(self, html: str, *names: str, first: int = 1) -> Any:
        """A laid out weasyprint Document; `names` are those of the stylesheets, later ones win; `first` its number."""
        self.latest = html, names
        with on_grid(self.trim), turning():
            return self.source(html).render(font_config=self.fonts, stylesheets=self.chosen(names, first))

    def set_near(self, part: str, html: str, *names: str, first: int = 1) -> Any:
        """The same of a part, which makes only those pages anew that are not as when it was set before."""
        self.latest = html, names
        known, document = self.standing.pop((part, names), None), None
        if known and (self.holds_together or not self.fetcher.shows(known.pictures)):
            known = None
        with keeping_standing() as ours:
            if known:
                with on_grid(self.trim), turning():
                    sheets = self.chosen(names, first)
                    document = set_near(known, self.source(html), self.fonts, sheets, first)
            if document is None:
                document = self.set(html, *names, first=first)
        if ours:
            standing = self.standing[part, names] = document._html.__dict__[STANDING]
            standing.first, standing.document, standing.is_kept = first, document, True
            self.fetcher.seen = standing.pictures = standing.pictures | self.fetcher.seen
            while sum(len(kept.pages) for kept in self.standing.values()) > PAGES and len(self.standing) > 1:
                self.forget(*next(iter(self.standing)))
        return document

    def forget(self, part: str, names: tuple[str, ...]) -> None:
        """Keep a part's pages no longer for its next edit."""
        standing = self.standing.pop((part, names), None)
        if standing:
            standing.is_kept = False

    def source(self, html: str) -> Any:
        return HTML(string=html, base_url=BASE, url_fetcher=self.fetcher)

    def chosen(self, names: Sequence[str], first: int) -> list[Any]:
        number = CSS(string=f"@page :first {{ counter-reset: page {first} }}")
        return [number, *(self.sheets[name] for name in names), self.variant]


class FitPictures:
    """The pictures of a book, fit for print; what was made of one is kept while its bytes are the same."""

    def __init__(self, variant: Variant) -> None:
        self.variant = variant
        self.known: dict[str, tuple[bytes, bytes]] = {}

    def of(self, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
        before, self.known = self.known, {}
        for name, data in pictures.items():
            kept = before.get(name)
            self.known[name] = kept if kept and kept[0] == data else (data, for_print(data, self.variant))
        return {name: made for name, (_, made) in self.known.items()}


def made_pictures(book: Book) -> dict[str, bytes]:
    """The pictures that are drawn for a book."""
    isbn = book.record.identifier("print-isbn")
    return {HOOK_NAME: HOOK} | ({barcode.NAME: barcode.barcode(isbn).encode()} if isbn else {})


class Listener(logging.Handler):
    """Turns what WeasyPrint logs into faults: a missing glyph or picture must not pass in silence."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(logging.WARNING)
        self.faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        self.faults.append(Fault("layout-complains", "", (("words", record.getMessage()),)))


@contextmanager
def listening(faults: list[Fault]) -> Iterator[None]:
    """Hear WeasyPrint's log while a book is set."""
    listener, propagate, level = Listener(faults), LOGGER.propagate, LOGGER.level
    others = LOGGER.handlers[:]
    LOGGER.handlers[:] = [listener]
    LOGGER.propagate = False
    try:
        yield
    finally:
        LOGGER.handlers[:] = others
        LOGGER.propagate, LOGGER.level = propagate, level
