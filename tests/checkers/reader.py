"""Read an EPUB in foliate-js, a reading engine: go to each line of the contents and each page, click each note call."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.checkers.browser import site

PAGE = Path(__file__).with_name("reader.html")
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
    if not ENGINE.exists():
        raise RuntimeError("foliate-js is not installed; type: make test")
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        shutil.copy(PAGE, room / "reader.html")
        shutil.copy(epub, room / "book.epub")
        (room / "foliate-js").symlink_to(ENGINE)
        with site(room) as shelf:
            page = shelf.open("reader.html")
            page.wait_for_function("() => window.read")
            told = page.evaluate("() => read('book.epub')")
    return Reading(*(tuple(map(tuple, told[what])) for what in ("contents", "pages", "notes")))
