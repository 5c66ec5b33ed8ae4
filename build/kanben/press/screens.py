"""What screens show of a finished book: the files of its web edition and of its EPUB, whoever asks for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.charts.drawn import charts_on_screen
from kanben.editions.epub.edition import epub_file
from kanben.editions.fonts import RareFont, rare_fonts
from kanben.editions.math_font import math_font
from kanben.editions.pictures import on_screen
from kanben.editions.web.facts import Download
from kanben.editions.web.site import Site, web_site
from kanben.pandoc.program import Door
from kanben.press.kinds import ENDINGS, Files
from kanben.press.telling import tell_all
from kanben.trouble import Trouble

WEB = "web/"


@dataclass(frozen=True)
class Screens:
    """The web edition and the EPUB, with the pages of print; `own` is the title's folder of templates."""

    book: Book
    pages: PageMap
    own: Path | None
    fonts: Sequence[RareFont]

    @cached_property
    def site(self) -> Site:
        return web_site(self.book, self.pages, self.own, self.fonts)

    def web(self) -> Files:
        """All files of the web edition but those of the search and the start page."""
        return in_web(self.site.files())

    def search(self, files: Mapping[str, bytes]) -> Files:
        """The files that answer a search in the pages among `files`."""
        web = {name.removeprefix(WEB): data for name, data in files.items() if name.startswith(WEB)}
        return in_web(self.site.searched(web))

    def epub(self, cover: bytes) -> Files:
        return {f"{self.book.name}.epub": epub_file(self.book, self.pages, cover, self.own, self.fonts)}

    def start(self, files: Mapping[str, bytes], cover: bytes = b"") -> Files:
        """The start page of the web edition, which tells how large the other editions among `files` are."""
        names = [f"{self.book.name}.{ending}" for ending in ENDINGS.values()]
        others = [self.download(name, files[name]) for name in names if name in files]
        return in_web(self.site.last_files(others, cover))

    def download(self, name: str, data: bytes) -> Download:
        """What the web edition says of another one; only print has pages."""
        pages = self.pages.count if name.endswith(".pdf") else 0
        return Download(f"../{name}", len(data), pages, self.book.record.language)


def in_web(files: Mapping[str, bytes]) -> Files:
    return {f"{WEB}{name}": data for name, data in files.items()}


def for_screens(book: Book) -> Book:
    """The book with its pictures and charts as screens show them."""
    return charts_on_screen(on_screen(book, Door.memory), Door.memory)


def fonts_for(book: Book, folder: Path, troubles: list[Trouble]) -> tuple[RareFont, ...]:
    """What screens need for rare characters and formulas; where a font is missing the title stops, as in print."""
    told: list[Trouble] = []
    fonts = (*rare_fonts(book, told.append), *math_font(book, Door.memory))
    tell_all(told, folder, troubles)
    return fonts
