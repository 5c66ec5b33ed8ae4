"""Lighthouse is really asked: it scores a page, and names what the page fails."""

from pathlib import Path

import pytest

from tests.checkers.browser import served
from tests.checkers.lighthouse import CATEGORIES, lighthouse

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>某页</title>
<meta name="robots" content="noindex"></head><body><main><h1>某题</h1><img src="no.png"></main></body></html>"""


def test_a_page_that_fails_in_every_category_is_named_for_each(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    with served(tmp_path) as home:
        scores, failed = lighthouse(f"{home}/index.html")
    assert set(scores) == set(CATEGORIES) and max(scores.values()) < 100
    assert {"image-alt", "html-has-lang", "errors-in-console", "is-crawlable"} <= {each.code for each in failed}


def test_a_page_that_is_not_there_has_no_score(tmp_path: Path) -> None:
    with served(tmp_path) as home, pytest.raises(RuntimeError, match="could not look at"):
        lighthouse(f"{home}/none.html")
