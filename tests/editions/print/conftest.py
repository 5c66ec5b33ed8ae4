"""One layout process for the tests of the print edition."""

from collections.abc import Iterator

import pytest

from kanben.press.worker import Worker, worker


@pytest.fixture(scope="session")
def layout() -> Iterator[Worker]:
    with worker() as helper:
        yield helper
