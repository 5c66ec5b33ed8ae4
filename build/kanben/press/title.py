"""One title from its folder to the files of its editions."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.epub.cover import cover_page
from kanben.editions.epub.edition import epub_file
from kanben.editions.web.site import web_files
from kanben.passes.order import ORDER
from kanben.passes.page_marks import mark_pages
from kanben.press.manifest import manifest
from kanben.press.worker import COVER, PRINT, Worker, worker
from kanben.reading.folder import read_title
from kanben.trouble import Stop, Tell, Trouble, in_order

Edition = Literal["print", "epub", "web"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
Files = dict[str, bytes]


@dataclass
class Pressed:
    """The files of a title's editions, by path below out/<title>/, and the warnings."""

    name: str
    files: Files
    troubles: tuple[Trouble, ...] = ()
    pages: PageMap = field(default_factory=PageMap)


def finished_book(folder: Path, tell: Tell) -> Book:
    """Read a title and run the passes; stop with every fault of both."""
    troubles: list[Trouble] = []
    book = read_title(folder, troubles.append, os.environ.get("SOURCE_DATE_EPOCH", ""))
    try:
        book = pass_through(book, troubles.append) if book else None
    except Stop as stop:
        troubles += stop.troubles
    if book is None or any(fault.severity == "error" for fault in troubles):
        raise Stop(in_order(troubles))
    for fault in in_order(troubles):
        tell(fault)
    return book


def pass_through(book: Book, tell: Tell) -> Book:
    for step in ORDER:
        book = step(book, tell)
    return book


def press(folder: Path, editions: Sequence[Edition] = EDITIONS) -> Pressed:
    """Make a title's editions; nothing is written. Layout comes first: the other editions show print's pages."""
    with worker() as layout:
        troubles: list[Trouble] = []
        book = finished_book(folder, troubles.append)
        own = folder / "templates" if (folder / "templates").is_dir() else None
        printing = ask_print(layout, book, own) if "print" in editions else None
        page_map = take_layout(printing, troubles)
        drawing = ask_cover(layout, book, own) if "epub" in editions else None
        marked = mark_pages(book, page_map)
        names = {"print": f"{book.name}.pdf", "epub": f"{book.name}.epub"}
        files: Files = {}
        if "web" in editions:  # while the worker writes the PDF
            downloads = tuple(f"../{name}" for edition, name in names.items() if edition in editions)
            files |= {f"web/{name}": data for name, data in web_files(marked, page_map, own, downloads).items()}
        if printing:
            files[names["print"]] = next(printing)
            exhaust(printing)
        if drawing:
            files[names["epub"]] = epub_file(marked, page_map, next(drawing), own)
        files["manifest.json"] = manifest(book, files, page_map)
        return Pressed(book.name, files, in_order(troubles), page_map)


def ask_print(layout: Worker, book: Book, own: Path | None) -> Iterator[Any]:
    layout.ask(PRINT, "print_edition", book, own)
    return layout.answers()


def ask_cover(layout: Worker, book: Book, own: Path | None) -> Iterator[Any]:
    layout.ask(COVER, "draw_cover", cover_page(book, own))
    return layout.answers()


def take_layout(printing: Iterator[Any] | None, troubles: list[Trouble]) -> PageMap:
    """Where the pages begin; empty where print is not wanted. Layout's errors stop the title."""
    if printing is None:
        return PageMap()
    laid_out = next(printing)
    troubles += laid_out.troubles
    if any(fault.severity == "error" for fault in laid_out.troubles):
        raise Stop(in_order(troubles))
    page_map: PageMap = laid_out.page_map
    return page_map


def exhaust(answers: Iterator[Any]) -> None:
    """Read a call's answers to their end, so that the next call's come next."""
    for _ in answers:
        pass
