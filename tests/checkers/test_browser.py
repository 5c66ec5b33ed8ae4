"""Pages are opened in a real browser, and what they ask of the outside is seen."""

from pathlib import Path

import pytest

from tests.checkers.browser import site

HTML = (
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>某页</title></head><body>{}</body></html>'
)


def test_a_page_is_shown_at_the_width_and_scheme_asked_for(tmp_path: Path) -> None:
    style = "<style>p { color: rgb(1, 2, 3) } @media (prefers-color-scheme: dark) { p { color: rgb(7, 8, 9) } }</style>"
    (tmp_path / "index.html").write_text(HTML.format(style + "<p>正文</p>"), "utf-8")
    with site(tmp_path, width=360, scheme="dark") as shown:
        page = shown.open("index.html")
        assert page.evaluate("innerWidth") == 360
        assert page.evaluate("getComputedStyle(document.querySelector('p')).color") == "rgb(7, 8, 9)"
        assert shown.outside == []


@pytest.mark.parametrize("markup", ['<img src="{}" alt="">', '<link rel="stylesheet" href="{}">'])
def test_a_request_to_the_outside_is_caught(tmp_path: Path, markup: str) -> None:
    address = "http://127.0.0.1:9/elsewhere"  # the discard port: asked for, never answered
    (tmp_path / "index.html").write_text(HTML.format(markup.format(address)), "utf-8")
    with site(tmp_path) as shown:
        shown.open("index.html")
        assert shown.outside == [address]


def test_a_page_that_is_not_there_is_no_empty_page(tmp_path: Path) -> None:
    with site(tmp_path) as shown, pytest.raises(FileNotFoundError, match=r"the site has no page absent\.html"):
        shown.open("absent.html")
