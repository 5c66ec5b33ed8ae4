"""A small book of every construct, pressed once for all tests of the rules for EPUBs."""

import pytest

from kanben.proof.agreement.reading import said_by
from kanben.proof.agreement.said import Said
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


@pytest.fixture(scope="session")
def said(bridges_made: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Said]:
    """What each sound edition says."""
    out = bridges_made.write(tmp_path_factory.mktemp("sound"))
    return {
        "pdf": said_by("pdf", out / "bridges.pdf"),
        "epub": said_by("epub", out / "bridges.epub"),
        "web": said_by("web", out / "web"),
    }
