"""The sample book's web edition, made once for all tests that read it."""

from pathlib import Path

import pytest

from tests.sample_book import PAGES, sample_book
from tests.whole_site import DOWNLOADS, whole_site


@pytest.fixture(scope="session")
def web() -> dict[str, bytes]:
    """The files by name."""
    return whole_site(sample_book(), PAGES, None, DOWNLOADS)


@pytest.fixture(scope="session")
def folder(web: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files in a folder, as a reader has them."""
    home = tmp_path_factory.mktemp("web")
    for name, content in web.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    return home
