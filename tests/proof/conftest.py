"""A small book of every construct, pressed once for all tests of the rules for EPUBs."""

import pytest

from tests.real_titles import BOOKS, RealTitle
from tests.shelf import Shelf

BRIDGES = BOOKS / "bridges"


@pytest.fixture(scope="session")
def bridges_made(shelf: Shelf) -> RealTitle:
    """All editions of a book with notes, figures, terms, works, ruby and page marks."""
    return shelf.title(BRIDGES)


@pytest.fixture(scope="session")
def bridges(bridges_made: RealTitle) -> bytes:
    """Its EPUB."""
    return bridges_made.epub
