"""A text that stands where it stood before, or elsewhere, is written as if nothing had been drawn before it."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from weasyprint.pdf.stream import Stream

from kanben.editions.print import composer
from kanben.editions.print.galley import finished
from kanben.editions.print.layout import SHEETS, Layout
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.pieces import texts
from kanben.editions.print.pieces.drawing import draw_piece
from kanben.editions.print.pieces.painting import PAINTING
from kanben.editions.print.pieces.piece import Piece
from kanben.editions.print.stylesheets import Stylesheets
from kanben.editions.print.trims import trim_of
from tests.sample_book import sample_book

HTML = (
    '<html lang="zh-Hans"><head><title>桥</title></head><body class="chapter">{}'
    "<p>桥者，所以济不通也；a fine bridge，两岸往来的人（都）从这里走过。</p>"
    '<p style="color: #a00">桥者，<em>所以济不通</em>也<u>两岸</u>。</p></body></html>'
)
LARGE = '<p style="font-size: 31.7px">桥，bridge，走过。</p>'


@pytest.fixture(scope="module")
def layout() -> Iterator[Layout]:
    book, deepest = sample_book(), sys.getrecursionlimit()
    pages = PrintPages(book, None, {})
    words = {name: pages.stylesheet(name) for name in SHEETS}
    sys.setrecursionlimit(6000)
    with composer.composed():
        yield Layout(Stylesheets(words), trim_of(book.settings.trim, book.settings.theme), book.settings.variant)
    sys.setrecursionlimit(deepest)


def drawn(document: Any) -> Piece:
    for page in document.pages:
        page._page_box.__dict__.pop(PAINTING, None)
    return draw_piece(document, (), "pdf/ua-1", is_redline=False)


def drawn_without_copies(document: Any, monkeypatch: pytest.MonkeyPatch) -> Piece:
    with monkeypatch.context() as patched:
        patched.setattr(texts, "draw_copy", lambda *_: False)
        return drawn(document)


@pytest.mark.parametrize("before", ["", LARGE])
def test_copies_are_what_would_have_been_drawn(layout: Layout, before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = layout.set(HTML.format(before), "style.css")
    finished(document.pages)
    as_ever = drawn_without_copies(document, monkeypatch)

    assert drawn(document) == as_ever
    assert drawn(document) == as_ever


def test_a_text_is_not_copied_to_a_page_that_knows_its_glyphs_otherwise(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[bool] = []
    agrees = texts.agrees

    def agree_with_wider(stream: Stream, shown: Any) -> bool:
        if shown.key in stream._fonts:
            stream._fonts[shown.key].widths[shown.glyphs[0]] += 1
        known.append(agrees(stream, shown))
        return known[-1]

    document = layout.set(HTML.format(LARGE), "style.css")
    finished(document.pages)
    monkeypatch.setattr(texts, "agrees", agree_with_wider)
    drawn(document)

    assert set(known) == {True, False}
