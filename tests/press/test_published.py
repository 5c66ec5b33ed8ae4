"""The digest as it is published at an address: scored by Lighthouse, and one record behind all that names it."""

import shutil
from collections.abc import Iterator

import pytest

from tests.checkers.browser import served
from tests.checkers.lighthouse import CATEGORIES, lighthouse
from tests.conftest import real_title
from tests.real_titles import DIGEST, RealTitle

HOME = "https://example.org/xinzhi-digest/web/"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> RealTitle:
    folder = shutil.copytree(DIGEST, tmp_path_factory.mktemp("published") / DIGEST.name)
    with (folder / "title.yaml").open("a", encoding="utf-8") as yaml:
        yaml.write(f"url: {HOME}\n")
    return real_title(folder)


@pytest.fixture(scope="module")
def address(published: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the editions are served, the PDF and the EPUB beside `web/`."""
    with served(published.write(tmp_path_factory.mktemp("out"))) as home:
        yield f"{home}/web"


@pytest.mark.parametrize("page", ["index.html", "ch01.html"])
def test_lighthouse_gives_the_start_page_and_a_chapter_full_marks(address: str, page: str) -> None:
    scores, failed = lighthouse(f"{address}/{page}")
    assert (scores, failed) == (dict.fromkeys(CATEGORIES, 100), ())
