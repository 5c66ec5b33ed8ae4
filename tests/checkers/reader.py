"""Read an EPUB in foliate-js, a reading engine: go to each line of the contents and each page, click each note call."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

from tests.checkers.browser import site

PAGE = Path(__file__).with_name("reader.html")
Scheme = Literal["light", "dark"]
ENGINE = Path(__file__).parents[1] / "node_modules" / "foliate-js"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader met.

    `contents` and `pages` are the entries in order, each with whether its target was on the screen then; `notes` are
    the ids of the calls in order, each with the words that popped up.
    """

    contents: tuple[tuple[str, bool], ...]
    pages: tuple[tuple[str, bool], ...]
    notes: tuple[tuple[str, str], ...]


def read(epub: Path) -> Reading:
    """Open the book and go everywhere that it offers to go."""
    with shelf(epub) as page:
        told = page.evaluate("() => read('book.epub')")
    return Reading(*(tuple(map(tuple, told[what])) for what in ("contents", "pages", "notes")))


@contextmanager
def screen(epub: Path, width: int, height: int, scheme: Scheme = "light") -> Iterator[Page]:
    """Open the book on a screen of that size (CSS px); `page.evaluate("turn('ch01.xhtml')")` goes to a place."""
    with shelf(epub, width=width, height=height, scheme=scheme) as page:
        page.evaluate("([width, height]) => show('book.epub', width, height)", [width, height])
        yield page


@contextmanager
def shelf(epub: Path, **settings: Any) -> Iterator[Page]:
    if not ENGINE.exists():
        raise RuntimeError("foliate-js is not installed; type: make test")
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        shutil.copy(PAGE, room / "reader.html")
        shutil.copy(epub, room / "book.epub")
        (room / "foliate-js").symlink_to(ENGINE)
        with site(room, **settings) as shown:
            page = shown.open("reader.html")
            page.wait_for_function("() => window.read")
            yield page
