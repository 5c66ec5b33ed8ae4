"""A small book of every construct, pressed once for all tests of the rules for EPUBs."""

from pathlib import Path

import pytest

from kanben.press.title import finished_book, press
from kanben.press.worker import worker
from tests.real_titles import RealTitle

BRIDGES = Path(__file__).parents[1] / "books" / "bridges"


@pytest.fixture(scope="session")
def bridges_made() -> RealTitle:
    """All editions of a book with notes, figures, terms, works, ruby and page marks."""
    with worker() as layout:
        return RealTitle(BRIDGES, finished_book(BRIDGES, lambda fault: None), press(BRIDGES, layout))


@pytest.fixture(scope="session")
def bridges(bridges_made: RealTitle) -> bytes:
    """Its EPUB."""
    return bridges_made.epub
