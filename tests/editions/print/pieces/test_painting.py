"""A page that stands is painted once, and is the same on paper however often it is put into a PDF."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from kanben.editions.print import composer
from kanben.editions.print.layout import SHEETS, Layout
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.pieces import painting
from kanben.editions.print.pieces.drawing import draw_piece
from kanben.editions.print.pieces.piece import Piece
from kanben.editions.print.stylesheets import Stylesheets
from kanben.editions.print.trims import trim_of
from tests.sample_book import sample_book

DRAWN = """<html lang="zh-Hans"><head><title>桥</title><style>.new { page-break-before: always }</style></head><body>
<p>桥以济人。<span class="note" id="n1" data-note="n1">旧志。</span></p><p class="new" style="opacity: .5">石桥。</p>
<p class="new" style="background: linear-gradient(red, blue)"><a href="#n1">见注</a>，<a href="#far">见别篇</a>。</p>
</body></html>"""
"""A rule above a note, an opacity, a gradient and links, each on a page of its own."""


@pytest.fixture(scope="module", autouse=True)
def _composing() -> Iterator[None]:
    deepest = sys.getrecursionlimit()
    sys.setrecursionlimit(6000)
    with composer.composed():
        yield
    sys.setrecursionlimit(deepest)


@pytest.fixture
def document() -> Any:
    book = sample_book()
    pages = PrintPages(book, None, {})
    stylesheets = Stylesheets({name: pages.stylesheet(name) for name in SHEETS})
    layout = Layout(stylesheets, trim_of(book.settings.trim, book.settings.theme), book.settings.variant)
    return layout.set(DRAWN, "style.css")


def drawn(document: Any, astray: tuple[str, ...] = ()) -> Piece:
    return draw_piece(document, astray, "pdf/ua-1", is_redline=False)


def links_to(piece: Piece, name: bytes) -> int:
    return sum(b"/Dest (" + name + b")" in thing.pattern for thing in piece.objects)


def test_pages_that_were_painted_are_painted_no_more_and_are_the_same(
    document: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = drawn(document)
    assert len(first.sheets) == 3
    monkeypatch.setattr(painting, "painted", lambda *_: pytest.fail("a page is painted again"))

    assert drawn(document) == first


def test_a_page_with_masks_and_gradients_has_its_own_resources(document: Any) -> None:
    piece = drawn(document)
    resources = [thing.gaps for thing in piece.objects if b"/Resources" in thing.pattern]
    assert len(set(resources)) == len(piece.sheets) == 3


def test_a_link_that_leads_nowhere_any_more_is_gone(document: Any) -> None:
    assert links_to(drawn(document), b"far") == 1
    later = drawn(document, ("far",))

    assert (links_to(later, b"far"), links_to(later, b"n1")) == (0, 2)
