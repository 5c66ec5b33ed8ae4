"""One title from its folder to the files of its editions."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kanben.book.book import Book, Variant
from kanben.book.page_map import PageMap
from kanben.editions.charts.drawn import charts_in_print, charts_on_screen
from kanben.editions.epub.cover import cover_page
from kanben.editions.epub.edition import epub_file
from kanben.editions.fonts import RareFont, rare_fonts
from kanben.editions.math_font import math_font
from kanben.editions.pictures import editors_cover, on_screen
from kanben.editions.web.facts import Download
from kanben.editions.web.site import web_site
from kanben.pandoc.program import Door
from kanben.passes.order import ORDER
from kanben.passes.page_marks import mark_pages
from kanben.press.glyph_places import at_their_characters
from kanben.press.kinds import EDITIONS, Edition, Script
from kanben.press.manifest import manifest
from kanben.press.worker import COVER, PRINT, Worker
from kanben.reading.folder import read_title
from kanben.trouble import Stop, Tell, Trouble, in_order

Files = dict[str, bytes]
ENDINGS: dict[Edition, str] = {"print": "pdf", "epub": "epub"}


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


def press(
    folder: Path,
    layout: Worker,
    editions: Sequence[Edition] = EDITIONS,
    variant: Variant | None = None,
    script: Script = "simplified",
) -> Pressed:
    """Make a title's editions; nothing is written. Layout comes first: the other editions show print's pages.

    `variant` is what print is made for, where it is not what the title says; `script` is what all are written in.
    """
    troubles: list[Trouble] = []
    book = made_for(variant, finished_book(folder, troubles.append))
    return press_book(book, folder, layout, troubles, editions, script)


def press_book(
    book: Book,
    folder: Path,
    layout: Worker,
    troubles: list[Trouble],
    editions: Sequence[Edition] = EDITIONS,
    script: Script = "simplified",
) -> Pressed:
    """Make the editions of a finished book; `troubles` are those told before."""
    files: Files = {}
    if script == "traditional":
        book, files = traditional(book, folder, troubles.append)
    own = folder / "templates" if (folder / "templates").is_dir() else None
    given = editors_cover(book) if "epub" in editions else b""
    cover = cover_page(book, own) if "epub" in editions and not given else ""
    answers = lay_out(layout, book, own, cover, editions)
    shown = for_screens(book) if set(editions) != {"print"} else book  # while print is laid out
    page_map = take_layout(answers, folder, troubles) if "print" in editions else PageMap()
    fonts = fonts_for(book, folder, troubles) if set(editions) != {"print"} else ()
    marked = mark_pages(shown, page_map)
    names = {edition: f"{book.name}.{ending}" for edition, ending in ENDINGS.items() if edition in editions}
    site = web_site(marked, page_map, own, fonts) if "web" in editions else None
    if site:
        pages = site.files()
        files |= in_web(pages | site.searched(pages))
    if "epub" in editions:
        given = given or next(answers)
        files[names["epub"]] = epub_file(marked, page_map, given, own, fonts)
    if "print" in editions:
        files[names["print"]] = next(answers)
    if site:
        others = [download(name, files[name], page_map, book.record.language) for name in names.values()]
        files |= in_web(site.last_files(others, given))
    files["manifest.json"] = manifest(book, files, page_map)
    return Pressed(book.name, files, in_order(troubles), page_map)


def in_web(files: Files) -> Files:
    return {f"web/{name}": data for name, data in files.items()}


def download(name: str, data: bytes, page_map: PageMap, language: str) -> Download:
    """What the web edition says of another one; only print has pages."""
    return Download(f"../{name}", len(data), page_map.count if name.endswith(".pdf") else 0, language)


def traditional(book: Book, folder: Path, tell: Tell) -> tuple[Book, Files]:
    """The book in Traditional Chinese, and the list by which an editor reviews it."""
    from kanben.passes.traditional import write_traditional  # OpenCC, where it is wanted
    from kanben.press.script_review import script_review

    written, chosen = write_traditional(book, tell)
    return written, {"traditional-review.md": script_review(folder, book, chosen)}


def made_for(variant: Variant | None, book: Book) -> Book:
    return replace(book, settings=replace(book.settings, variant=variant)) if variant else book


def for_screens(book: Book) -> Book:
    return charts_on_screen(on_screen(book, Door.memory), Door.memory)


def lay_out(layout: Worker, book: Book, own: Path | None, cover: str, editions: Sequence[Edition]) -> Iterator[Any]:
    """What the worker makes, in this order: the layout's facts, the cover, the PDF, each where it is wanted."""
    if "print" in editions:
        return layout.call(PRINT, "print_edition", charts_in_print(book, Door.memory), own, cover)
    return layout.call(COVER, "draw_cover", cover, book.pictures) if cover else iter(())


def take_layout(answers: Iterator[Any], folder: Path, troubles: list[Trouble]) -> PageMap:
    """Where the pages begin; layout's errors stop the title."""
    laid_out = next(answers)
    troubles += at_their_characters(folder, laid_out.troubles)
    stop_at_errors(troubles)
    page_map: PageMap = laid_out.page_map
    return page_map


def fonts_for(book: Book, folder: Path, troubles: list[Trouble]) -> tuple[RareFont, ...]:
    """What screens need for rare characters and formulas; where a font is missing the title stops, as in print."""
    told: list[Trouble] = []
    fonts = (*rare_fonts(book, told.append), *math_font(book, Door.memory))
    troubles += at_their_characters(folder, told)
    stop_at_errors(troubles)
    return fonts


def stop_at_errors(troubles: list[Trouble]) -> None:
    if any(fault.severity == "error" for fault in troubles):
        raise Stop(in_order(troubles))
