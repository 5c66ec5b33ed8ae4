"""All pages of a web edition, the start page among them, as a build leaves them together."""

from pathlib import Path

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.web import web_site
from kanben.editions.web.facts import Download

DOWNLOADS = (Download("../bridges.pdf", 654_321, 62), Download("../bridges.epub", 43_210))


def whole_site(
    book: Book, page_map: PageMap, own: Path | None = None, downloads: tuple[Download, ...] = ()
) -> dict[str, bytes]:
    site = web_site(book, page_map, own)
    files = site.files()
    return files | site.searched(files) | site.last_files(downloads)
