"""The web editions of the sample book and of the digest, made once for all tests that read them."""

from pathlib import Path

import pytest

from tests.real_titles import RealTitle
from tests.sample_book import PAGES, sample_book
from tests.titles import write_files
from tests.whole_site import DOWNLOADS, whole_site


@pytest.fixture(scope="session")
def web() -> dict[str, bytes]:
    """The files by name."""
    return whole_site(sample_book(), PAGES, None, DOWNLOADS)


@pytest.fixture(scope="session")
def folder(web: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files in a folder, as a reader has them."""
    return write_files(tmp_path_factory.mktemp("web"), web)


@pytest.fixture(scope="session")
def digest_web(digest: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The digest's web edition in a folder, with the other editions beside it."""
    return digest.write(tmp_path_factory.mktemp("digest")) / "web"
