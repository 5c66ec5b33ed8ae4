"""Finish a PDF as its variant wants it, just before it is written."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from kanben.book.book import Book, Record, Variant
from kanben.editions.press_profile import find_profile
from kanben.editions.print.standards.archive import claim_ua, forbid_interpolation
from kanben.editions.print.standards.press.colours import set_in_ink
from kanben.editions.print.standards.press.inks import Inks
from kanben.editions.print.standards.press.intent import name_document, state_intent
from kanben.editions.print.standards.press.sheet import BLEED_SHEET, put_on_sheets
from kanben.editions.print.standards.record import state_record
from kanben.place import TITLE_YAML
from kanben.trouble import Trouble, trouble

ARCHIVE, PRESS = "pdf/a-3u", "pdf/x-4"


def style_for(variant: str) -> str:
    """What a variant adds to the stylesheets; it never moves text."""
    return BLEED_SHEET if variant == PRESS else ""


def what_is_missing(book: Book) -> Iterator[Trouble]:
    """What a variant needs of the machine, and does not find there."""
    if book.settings.variant == PRESS and find_profile() is None:
        yield trouble("profile-missing", TITLE_YAML)


def prepare(variant: str, pages: Sequence[Any]) -> None:
    """On paper nothing can be clicked: PDF/X wants no hot area within the bleed."""
    if variant == PRESS:
        for page in pages:
            page.links.clear()


def finish_piece(pdf: Any, variant: str) -> None:
    """Change what the pages of a leaf are made of, in the pydyf PDF that holds them alone."""
    if variant == ARCHIVE:
        forbid_interpolation(pdf)
    elif variant == PRESS:
        set_in_ink(pdf, inks_of(profile()))
        put_on_sheets(pdf)


def finish_book(pdf: Any, record: Record, variant: Variant, press: bytes) -> None:
    """Say in a pydyf PDF what its file is, and for whom; `press` is the profile of one, where it is for that."""
    state_record(pdf, record)
    if variant == ARCHIVE:
        claim_ua(pdf)
    elif variant == PRESS:
        state_intent(pdf, press)
        name_document(pdf, record.identifier("uuid"))


def press_for(variant: Variant) -> bytes:
    """The profile of the press, where a variant is for one."""
    return profile() if variant == PRESS else b""


def profile() -> bytes:
    """The press's profile."""
    path = find_profile()
    if path is None:
        raise FileNotFoundError("the press's profile went away while the pages were set")
    return path.read_bytes()


@lru_cache(1)
def inks_of(data: bytes) -> Inks:
    return Inks(data)
