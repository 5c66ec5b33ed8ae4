"""All pages of a web edition, the start page among them, as a build leaves them together."""

from pathlib import Path

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.web import start_file, web_files
from kanben.editions.web.facts import Download

DOWNLOADS = (Download("../bridges.pdf", 654_321, 62), Download("../bridges.epub", 43_210))


def whole_site(
    book: Book, page_map: PageMap, own: Path | None = None, downloads: tuple[Download, ...] = ()
) -> dict[str, bytes]:
    start = start_file(book, page_map, own, downloads=downloads)
    return web_files(book, page_map, own) | {"index.html": start}
