"""What several rooms' tests share: real titles, pressed once a run."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanben.cli.ending import ASKING
from kanben.press.title import finished_book, press
from kanben.press.worker import worker
from tests.checkers.browser import OPENED
from tests.real_titles import DIGEST, MANUSCRIPT, RealTitle, import_report


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
def digest() -> RealTitle:
    """The title that this repository holds, in all three editions."""
    return real_title(DIGEST)


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> RealTitle:
    """The first real manuscript, imported and pressed; it is not in the repository."""
    if not MANUSCRIPT.exists():
        pytest.skip("the manuscript lies in ../shared, which is not here")
    return real_title(import_report(tmp_path_factory.mktemp("import") / "report"))


@pytest.fixture(scope="session", params=["digest", "report"])
def title(request: pytest.FixtureRequest) -> RealTitle:
    """Each real title in turn."""
    chosen: RealTitle = request.getfixturevalue(request.param)
    return chosen


def real_title(folder: Path) -> RealTitle:
    with worker() as layout:
        pressed = press(folder, layout)
    return RealTitle(folder, finished_book(folder, lambda _: None), pressed)
