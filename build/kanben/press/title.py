"""One title from its folder to the files of its editions."""

import os
from collections.abc import Sequence
from concurrent.futures import Future
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
from kanben.press.worker import COVER, PRINT, Worker, result, worker
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
        for step in ORDER if book else ():
            book = step(book, troubles.append)
    except Stop as stop:
        troubles += stop.troubles
    if book is None or any(fault.severity == "error" for fault in troubles):
        raise Stop(in_order(troubles))
    for fault in in_order(troubles):
        tell(fault)
    return book


def press(folder: Path, editions: Sequence[Edition] = EDITIONS) -> Pressed:
    """Make a title's editions; nothing is written. Print comes first: the others show its pages."""
    with worker() as layout:
        troubles: list[Trouble] = []
        book = finished_book(folder, troubles.append)
        own = folder / "templates" if (folder / "templates").is_dir() else None
        printing = layout.call(PRINT, "print_edition", book, own) if "print" in editions else None
        drawing = draw_cover(layout, book, own) if "epub" in editions else None
        files, page_map = take_print(book, printing, troubles)
        marked = mark_pages(book, page_map)
        if drawing:
            files[f"{book.name}.epub"] = epub_file(marked, page_map, result(drawing), own)
        if "web" in editions:
            downloads = tuple(f"../{name}" for name in files)
            files |= {f"web/{name}": data for name, data in web_files(marked, page_map, own, downloads).items()}
        files["manifest.json"] = manifest(book, files, page_map)
        return Pressed(book.name, files, in_order(troubles), page_map)


def draw_cover(layout: Worker, book: Book, own: Path | None) -> "Future[Any]":
    return layout.call(COVER, "draw_cover", cover_page(book, own))


def take_print(book: Book, printing: "Future[Any] | None", troubles: list[Trouble]) -> tuple[Files, PageMap]:
    """The PDF and its page map, or nothing where print is not wanted; layout's errors stop the title."""
    if printing is None:
        return {}, PageMap()
    printed = result(printing)
    troubles += printed.troubles
    if any(fault.severity == "error" for fault in printed.troubles):
        raise Stop(in_order(troubles))
    return {f"{book.name}.pdf": printed.pdf}, printed.page_map
