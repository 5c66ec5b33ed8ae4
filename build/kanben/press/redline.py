"""Two states of a title as one redline: read both, compare them, and print what was changed as a book."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from kanben.book.book import Book
from kanben.book.inlines import Image
from kanben.book.node import Node
from kanben.book.walk import rebuild
from kanben.editions.fonts import rare_fonts
from kanben.press.kinds import Files
from kanben.press.printing import lay_out
from kanben.press.screens import Screens, for_screens
from kanben.press.telling import EditionCount
from kanben.press.title import pass_through
from kanben.press.worker import Worker
from kanben.progress import Progress, TellProgress, tell_nobody
from kanben.reading.folder import read_title
from kanben.reading.own_templates import own_templates
from kanben.redline.comparing import compare
from kanben.redline.front import Marked, marked_book
from kanben.redline.showing import OLD
from kanben.trouble import Stop, Trouble, in_order


@dataclass(frozen=True, slots=True)
class Draft:
    """One state of a title, as it was read and as the passes finished it; `name` is what the editor called it."""

    name: str
    folder: Path
    read: Book
    finished: Book


@dataclass(frozen=True, slots=True)
class PressedRedline:
    """The files of a redline, by path below out/<title>-diff/, and what was changed."""

    name: str
    files: Files
    marked: Marked
    pages: int


def read_draft(name: str, folder: Path, tell_progress: TellProgress = tell_nobody) -> Draft:
    """Read a title and run the passes; stop with every error of both. What is only doubtful, a build tells."""
    troubles: list[Trouble] = []
    read = read_title(folder, troubles.append, os.environ.get("SOURCE_DATE_EPOCH", ""), tell_progress)
    finished = None
    try:
        finished = pass_through(read, troubles.append) if read else None
    except Stop as stop:
        troubles += stop.troubles
    if errors := [fault for fault in troubles if fault.severity == "error"]:
        raise Stop(in_order(errors))
    assert read and finished
    return Draft(name, folder, read, finished)


def press_redline(old: Draft, new: Draft, layout: Worker, tell_progress: TellProgress = tell_nobody) -> PressedRedline:
    """Make the web folder and the PDF; nothing is written.

    Both states side by side may ask for more room than either: what layout says of that is no fault of the title.
    """
    marked = marked_changes(old, new)
    book, templates = marked.book, own_templates(new.folder)
    answers = lay_out(layout, book, templates, "", ("print",), tell_progress)
    shown = for_screens(book)  # while print is laid out
    laid_out = next(answers)
    if not laid_out.page_map.count:  # a typeface is missing, and nothing was set
        raise Stop(in_order(laid_out.troubles))
    pages = laid_out.page_map.count
    tell_progress(Progress("layout", pages, pages))
    made = EditionCount(2, tell_progress)
    screens = Screens(shown, laid_out.page_map, templates, rare_fonts(book, lambda told: None))
    files = screens.web()
    files |= screens.search(files)
    made.one()
    files[f"{book.name}.pdf"] = next(answers)
    made.one()
    files |= screens.start(files)
    return PressedRedline(book.name, files, marked, pages)


def marked_changes(old: Draft, new: Draft) -> Marked:
    """What was changed, as the new book with the changes in it."""
    redline = compare(old.read, with_own_pictures(old.finished, new.finished), new.read, new.finished)
    return marked_book(redline, old.name, new.name)


def with_own_pictures(old: Book, new: Book) -> Book:
    """The old book with other names for those of its pictures that are not the new ones any more."""
    names = {
        name: f"images/{OLD}{Path(name).name}"
        for name, data in old.pictures.items()
        if new.pictures.get(name, data) != data
    }

    def rename(node: Node) -> Node:
        return replace(node, source=names[node.source]) if isinstance(node, Image) and node.source in names else node

    renamed: Book = rebuild(old, rename)
    return replace(renamed, pictures={names.get(name, name): data for name, data in old.pictures.items()})
