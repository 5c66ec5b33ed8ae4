"""One title from its folder to the files of its editions."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kanben.book.book import Book, Variant
from kanben.book.page_map import PageMap
from kanben.editions.epub.cover import cover_page
from kanben.editions.pictures import editors_cover
from kanben.passes.order import ORDER
from kanben.passes.page_marks import mark_pages
from kanben.press.kinds import EDITIONS, Edition, Files, Script
from kanben.press.manifest import manifest
from kanben.press.printing import lay_out, take_layout
from kanben.press.screens import Screens, fonts_for, for_screens
from kanben.press.telling import EditionCount
from kanben.press.worker import Worker
from kanben.progress import TellProgress, tell_nobody
from kanben.reading.folder import read_title
from kanben.reading.own_templates import own_templates
from kanben.trouble import Stop, Tell, Trouble, in_order


@dataclass
class Pressed:
    """The files of a title's editions, by path below out/<title>/, and the warnings."""

    name: str
    files: Files
    troubles: tuple[Trouble, ...] = ()
    pages: PageMap = field(default_factory=PageMap)


def finished_book(folder: Path, tell: Tell, tell_progress: TellProgress = tell_nobody) -> Book:
    """Read a title and run the passes; stop with every fault of both."""
    troubles: list[Trouble] = []
    book = read_title(folder, troubles.append, os.environ.get("SOURCE_DATE_EPOCH", ""), tell_progress)
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
    tell_progress: TellProgress = tell_nobody,
) -> Pressed:
    """Make a title's editions; nothing is written. Layout comes first: the other editions show print's pages.

    `variant` is what print is made for, where it is not what the title says; `script` is what all are written in.
    """
    tell = (troubles := list[Trouble]()).append
    return press_book(
        made_for(variant, finished_book(folder, tell, tell_progress)),  # held by nobody else: see press_book
        folder, layout, troubles, editions, script, tell_progress,
    )  # fmt: skip


def press_book(
    book: Book,
    folder: Path,
    layout: Worker,
    troubles: list[Trouble],
    editions: Sequence[Edition] = EDITIONS,
    script: Script = "simplified",
    tell_progress: TellProgress = tell_nobody,
) -> Pressed:
    """Make the editions of a finished book; `troubles` are those told before."""
    files: Files = {}
    if script == "traditional":
        book, files = traditional(book, folder, troubles.append)
    own = own_templates(folder)
    given = editors_cover(book) if "epub" in editions else b""
    cover = cover_page(book, own) if "epub" in editions and not given else ""
    answers = lay_out(layout, book, own, cover, editions, tell_progress)
    shown = for_screens(book) if set(editions) != {"print"} else book  # while print is laid out
    book = replace(book, pictures={})  # as they were given print alone has them: half a gigabyte may go now
    page_map = take_layout(answers, folder, troubles, tell_progress) if "print" in editions else PageMap()
    fonts = fonts_for(book, folder, troubles) if set(editions) != {"print"} else ()
    made = EditionCount(len(editions), tell_progress)
    screens = Screens(mark_pages(shown, page_map), page_map, own, fonts)
    if "web" in editions:
        files |= screens.web()
        files |= screens.search(files)
        made.one()
    if "epub" in editions:
        given = given or next(answers)
        files |= screens.epub(given)
        made.one()
    if "print" in editions:
        files[f"{book.name}.pdf"] = next(answers)
        made.one()
    if "web" in editions:
        files |= screens.start(files, given)
    files["manifest.json"] = manifest(book, files, page_map)
    return Pressed(book.name, files, in_order(troubles), page_map)


def traditional(book: Book, folder: Path, tell: Tell) -> tuple[Book, Files]:
    """The book in Traditional Chinese, and the list by which an editor reviews it."""
    from kanben.passes.traditional import write_traditional  # OpenCC, where it is wanted
    from kanben.press.script_review import script_review

    written, chosen = write_traditional(book, tell)
    return written, {"traditional-review.md": script_review(folder, book, chosen)}


def made_for(variant: Variant | None, book: Book) -> Book:
    return replace(book, settings=replace(book.settings, variant=variant)) if variant else book
