"""Finish a PDF as its variant wants it, just before it is written."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kanben.book.book import Book
from kanben.editions.press_profile import find_profile
from kanben.editions.print.standards.archive import finish_for_archive
from kanben.editions.print.standards.press.colours import set_in_ink
from kanben.editions.print.standards.press.inks import Inks
from kanben.editions.print.standards.press.intent import name_document, state_intent
from kanben.editions.print.standards.press.sheet import BLEED_SHEET, put_on_sheets
from kanben.editions.print.standards.record import state_record
from kanben.editions.print.standards.stream_ends import settle_stream_ends
from kanben.place import Place
from kanben.trouble import Trouble, trouble

ARCHIVE, PRESS = "pdf/a-3u", "pdf/x-4"


def style_for(variant: str) -> str:
    """What a variant adds to the stylesheets; it never moves text."""
    return BLEED_SHEET if variant == PRESS else ""


def what_is_missing(book: Book) -> Iterator[Trouble]:
    """What a variant needs of the machine, and does not find there."""
    if book.settings.variant == PRESS and find_profile() is None:
        yield trouble("profile-missing", Place("title.yaml"))


def prepare(variant: str, pages: Sequence[Any]) -> None:
    """On paper nothing can be clicked: PDF/X wants no hot area within the bleed."""
    if variant == PRESS:
        for page in pages:
            page.links.clear()


def finish(pdf: Any, book: Book) -> None:
    """Change a pydyf PDF in place."""
    state_record(pdf, book.record)
    if book.settings.variant == ARCHIVE:
        finish_for_archive(pdf)
    elif book.settings.variant == PRESS:
        finish_for_press(pdf, book, find_profile())
    settle_stream_ends(pdf)


def finish_for_press(pdf: Any, book: Book, profile: Path | None) -> None:
    if profile is None:
        raise FileNotFoundError("the press's profile went away while the pages were set")
    data = profile.read_bytes()
    set_in_ink(pdf, Inks(data))
    put_on_sheets(pdf)
    state_intent(pdf, data)
    name_document(pdf, book.record.identifier("uuid"))
