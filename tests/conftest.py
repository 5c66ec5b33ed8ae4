"""What several rooms' tests share: real titles, pressed once a run."""

import os
import signal
from collections.abc import Iterator

import pytest

from kanben.cli.ending import ASKING
from tests.checkers.browser import OPENED
from tests.real_titles import BOOKS, DIGEST, MANUSCRIPT, RealTitle, import_report
from tests.shelf import Shelf, real_title


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take over what differs from tests/golden; then look at it")


@pytest.fixture(scope="session", autouse=True)
def _browser() -> Iterator[None]:
    """The browser that tests share goes when they have."""
    with OPENED:
        yield


@pytest.fixture
def heeded() -> Iterator[None]:
    """Signals that end a program are not ignored, whatever whoever started the tests wants (nohup, a shell's &)."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in ASKING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Where titles stand that several tests look at, whichever worker has them."""
    own = tmp_path_factory.getbasetemp()
    room = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shelf"
    room.mkdir(exist_ok=True)
    return Shelf(room)


@pytest.fixture(scope="session")
def digest(shelf: Shelf) -> RealTitle:
    """The title that this repository holds, in all three editions."""
    return shelf.title(DIGEST)


@pytest.fixture(scope="session")
def report(shelf: Shelf) -> RealTitle:
    """The first real manuscript, imported and pressed; it is not in the repository."""
    if not MANUSCRIPT.exists():
        pytest.skip("the manuscript lies in ../shared, which is not here")
    return shelf.get("report", lambda: real_title(import_report(shelf.room / "manuscript" / "report")))


@pytest.fixture(scope="session")
def bridges(shelf: Shelf) -> RealTitle:
    """A small book of every construct."""
    return shelf.title(BOOKS / "bridges")


@pytest.fixture(scope="session")
def figures(shelf: Shelf) -> RealTitle:
    """A small book of pictures, groups of them, drawings, code and their lists."""
    return shelf.title(BOOKS / "figures")


@pytest.fixture(scope="session")
def formulas(shelf: Shelf) -> RealTitle:
    """A small book of formulas."""
    return shelf.title(BOOKS / "formulas")


@pytest.fixture(scope="session", params=["digest", "report"])
def title(request: pytest.FixtureRequest) -> RealTitle:
    """Each real title in turn."""
    chosen: RealTitle = request.getfixturevalue(request.param)
    return chosen
