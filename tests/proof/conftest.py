"""A small book of every construct, pressed once for all tests of the rules for EPUBs."""

from pathlib import Path

import pytest

from kanben.press.title import press
from kanben.press.worker import worker

BRIDGES = Path(__file__).parents[1] / "books" / "bridges"


@pytest.fixture(scope="session")
def bridges() -> bytes:
    """The EPUB of a book with notes, figures, terms, works, ruby and page marks."""
    with worker() as layout:
        return press(BRIDGES, layout).files["bridges.epub"]
