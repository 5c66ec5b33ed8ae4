"""At night the e-book can be read: in the colours of a dark screen, and in those that a reader forces on every book."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers.contrast import LEAST, contrast_of, faint_words
from tests.checkers.reader import screen
from tests.editions.epub.opened import opened
from tests.real_titles import RealTitle

NIGHTS = {
    "of the screen": "html { color-scheme: light dark }"
    " @media (prefers-color-scheme: dark) { a:link { color: lightblue } }",
    "of the reader": "html { background: #161616 !important; color: #ccc !important }"
    " body, body :not(a) { color: inherit !important; background-color: transparent !important }"
    " a { color: #8bf !important }",
}


@pytest.fixture(scope="module", params=["digest", "figures", "formulas"])
def book(request: pytest.FixtureRequest) -> RealTitle:
    """Chapters, notes, tables, glossary and index; drawings and code; formulas."""
    chosen: RealTitle = request.getfixturevalue(request.param)
    return chosen


@contextmanager
def night(book: RealTitle, style: str, folder: Path) -> Iterator[Page]:
    with screen(book.write(folder) / f"{book.book.name}.epub", 420, 700, "dark") as page:
        page.add_style_tag(content=":root { color-scheme: dark }")
        page.evaluate("style => dress(style)", style)
        yield page


@pytest.mark.parametrize("style", NIGHTS.values(), ids=NIGHTS)
def test_words_and_pictures_stand_out_at_night(book: RealTitle, style: str, tmp_path: Path) -> None:
    with night(book, style, tmp_path) as page:
        for name in opened(book.epub).spine():
            page.evaluate("name => turn(name)", name)
            assert faint_words(page, "leaf()") == [], name
            for picture in page.frames[-1].locator("figure img").all():
                assert contrast_of(picture) > LEAST, name


def test_a_fixed_colour_and_a_lost_ground_are_seen(figures: RealTitle, tmp_path: Path) -> None:
    with night(figures, NIGHTS["of the screen"], tmp_path) as page:
        page.evaluate("turn('ch01.xhtml')")
        page.evaluate("style => dress(style)", "html { background: #161616; color: #ccc } h1 { color: #333 }")
        assert faint_words(page, "leaf()") == ["第一章", "桥的", "跨径"]
        page.evaluate("style => dress(style)", "html { background: #161616 } img { background: none !important }")
        assert contrast_of(page.frames[-1].locator("figure img").first) < 1.5
