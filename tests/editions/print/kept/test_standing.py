"""Pages that are made near an edit are, with those that were kept, the pages of a part that was set in full."""

import gc
import sys
from collections.abc import Iterator
from typing import Any
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanben.editions.print import composer
from kanben.editions.print.composer.font_files import small_fonts
from kanben.editions.print.composer.swift import spared
from kanben.editions.print.galley import finished, galley_of
from kanben.editions.print.layout import SHEETS, Layout
from kanben.editions.print.pages import PrintPages
from kanben.editions.print.pieces.drawing import draw_piece
from kanben.editions.print.pieces.piece import Piece
from kanben.editions.print.stylesheets import Stylesheets
from kanben.editions.print.trims import trim_of
from tests.budgets import examples
from tests.sample_book import sample_book

SENTENCE = "桥者，所以济不通也，两岸往来的人都从这里走过。"
NOTE = '<span class="note" id="n{0}" data-note="n{0}">旧志：{1}</span>'
BLOCKS = 60


@pytest.fixture(scope="module", autouse=True)
def _composing() -> Iterator[None]:
    deepest = sys.getrecursionlimit()
    sys.setrecursionlimit(6000)
    with composer.composed(), spared(), small_fonts():
        yield
    sys.setrecursionlimit(deepest)


@pytest.fixture(scope="module")
def layout() -> Layout:
    book = sample_book()
    pages = PrintPages(book, None, {})
    stylesheets = Stylesheets({name: pages.stylesheet(name) for name in SHEETS})
    return Layout(stylesheets, trim_of(book.settings.trim, book.settings.theme), book.settings.variant)


def block(number: int) -> str:
    """A paragraph, here and there with a note or below a heading; some notes are long."""
    words = SENTENCE * (number % 7 + 1)
    note = NOTE.format(number, SENTENCE * (40 if number % 20 == 5 else 1)) if number % 5 == 0 else ""
    heading = f'<h2 id="s{number}">第{number}节</h2>\n' if number % 8 == 3 else ""
    return f'{heading}<p data-spot="{number}">{words}{note}</p>\n'


def html_of(blocks: list[str]) -> str:
    return f'<html lang="zh-Hans"><head><title>桥</title></head><body class="chapter">{"".join(blocks)}</body></html>'


def drawn(document: Any) -> Piece:
    finished(document.pages)
    return draw_piece(document, (), "pdf/ua-1", is_redline=False)


EDITS = st.tuples(st.integers(0, BLOCKS - 1), st.sampled_from(("字", SENTENCE, SENTENCE * 15, "", "note", "long note")))


@examples(3)
@given(edits=st.lists(EDITS, min_size=3, max_size=6), firsts=st.lists(st.sampled_from((1, 1, 9, 105)), min_size=6))
def test_after_any_edits_the_pages_are_those_of_the_whole(
    layout: Layout, edits: list[tuple[int, str]], firsts: list[int]
) -> None:
    blocks = [block(number) for number in range(BLOCKS)]
    layout.set_near("ch01", html_of(blocks), "style.css")
    for (number, words), first in zip(edits, firsts, strict=False):
        notes = {"note": NOTE.format(f"x{number}", "新注。"), "long note": NOTE.format(f"x{number}", SENTENCE * 30)}
        head, _, _ = blocks[number].rpartition("</p>")
        cut = head.rpartition("<p")[0] + f'<p data-spot="{number}">改。'
        blocks[number] = f"{head + notes.get(words, words) if words else cut}</p>\n"
        near = drawn(layout.set_near("ch01", html_of(blocks), "style.css", first=first))

        assert near == drawn(layout.set(html_of(blocks), "style.css", first=first))


def test_pages_that_have_other_numbers_alone_are_kept(layout: Layout) -> None:
    html = html_of([block(number) for number in range(BLOCKS)])
    before = layout.set_near("ch09", html, "style.css", first=3)
    kept = {id(page._page_box) for page in before.pages}
    drawn(before)
    after = layout.set_near("ch09", html, "style.css", first=99)

    assert {id(page._page_box) for page in after.pages} == kept
    assert drawn(after) == drawn(layout.set(html, "style.css", first=99))


def test_pages_far_from_an_edit_are_kept(layout: Layout) -> None:
    blocks = [block(number) for number in range(BLOCKS)]
    before = layout.set_near("ch02", html_of(blocks), "style.css")
    blocks[30] = blocks[30].replace("</p>", "又。</p>")
    after = layout.set_near("ch02", html_of(blocks), "style.css")

    kept = {id(page._page_box) for page in before.pages} & {id(page._page_box) for page in after.pages}
    assert len(before.pages) == len(after.pages) >= 8
    assert len(before.pages) - 4 <= len(kept) < len(before.pages)


RAISED = '<span style="position: relative; top: -1px">又。</span>'
"""What has to be set with its page, in as many lines."""


def kept_pages(layout: Layout, part: str, blocks: list[str], number: int, words: str = RAISED) -> int:
    """How many pages stay as they are when words are added to a block."""
    before = layout.set_near(part, html_of(blocks), "style.css")
    blocks[number] = blocks[number].replace("</p>", f"{words}</p>")
    after = layout.set_near(part, html_of(blocks), "style.css")
    return len({id(page._page_box) for page in before.pages} & {id(page._page_box) for page in after.pages})


def test_the_page_before_an_edit_is_kept_where_it_ends_the_same_whatever_is_edited(layout: Layout) -> None:
    blocks = [f'<p data-spot="{n}">{SENTENCE * 6}</p>\n' for n in range(BLOCKS)]
    count = len(layout.set(html_of(blocks), "style.css").pages)

    assert kept_pages(layout, "ch04", blocks, BLOCKS // 2) == count - 1
    at_foot = next(n for n in range(BLOCKS // 2, BLOCKS) if kept_pages(layout, f"ch05-{n}", blocks, n) < count - 1)
    assert at_foot < BLOCKS // 2 + BLOCKS // count + 2


def test_a_paragraph_of_as_many_lines_is_exchanged_on_its_pages(layout: Layout) -> None:
    blocks = [f'<p data-spot="{n}">{SENTENCE * (n % 6 + 3)}</p>\n' for n in range(20)]
    count = len(layout.set(html_of(blocks), "style.css").pages)

    for number in range(len(blocks)):  # some begin on one page and end on the next
        assert kept_pages(layout, "ch10", blocks, number, '又，<b id="b">桥</b>。') == count
    whole = drawn(layout.set(html_of(blocks), "style.css"))
    assert drawn(layout.set_near("ch10", html_of(blocks), "style.css")) == whole


@pytest.mark.parametrize(
    "words",
    [
        SENTENCE * 3,
        NOTE.format("x", "新注。"),
        RAISED,
        '<span style="float: right">边注</span>',
        '<span style="display: inline-block">块</span>',
        '<span style="font-size: 3em; line-height: 2">大</span>',
        '<span style="string-set: head content()">题</span>',
    ],
)
def test_a_paragraph_is_set_with_its_page_where_that_depends_on_it(layout: Layout, words: str) -> None:
    blocks = [f'<p data-spot="{n}">{SENTENCE * 6}</p>\n' for n in range(20)]
    count = len(layout.set(html_of(blocks), "style.css").pages)
    part = f"ch11-{words}"

    assert kept_pages(layout, part, blocks, 5, words) < count
    whole = drawn(layout.set(html_of(blocks), "style.css"))
    assert drawn(layout.set_near(part, html_of(blocks), "style.css")) == whole
    blocks[5] = blocks[5].replace(words, "")
    assert drawn(layout.set_near(part, html_of(blocks), "style.css")) == drawn(layout.set(html_of(blocks), "style.css"))


def test_so_many_pages_stand_and_no_more(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.editions.print.layout.PAGES", 10)
    for part in ("ch06", "ch07", "ch08"):
        layout.set_near(part, html_of([block(number) for number in range(BLOCKS)]), "style.css")

    assert [part for part, _ in layout.standing] == ["ch08"]


@pytest.mark.parametrize("is_kept", [True, False])
def test_pages_go_with_their_galley_unless_they_wait_for_an_edit(layout: Layout, is_kept: bool) -> None:
    part, names = f"ch12-{is_kept}", ("style.css",)
    document = layout.set_near(part, html_of([block(number) for number in range(10)]), *names)
    galley, page = galley_of(document, "", ()), ref(document.pages[0]._page_box)
    del document
    gc.disable()
    try:
        if not is_kept:
            layout.forget(part, names)
        galley.let_go()
        assert (page() is not None) is is_kept
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "change",
    [
        ("<title>桥", "<title>路"),
        ('class="chapter"', 'class="preface"'),
        ('<p data-spot="1">', '<p>新的一段。</p>\n<p data-spot="1">'),
        ('<p data-spot="1">', '<h2>新节</h2>\n<p data-spot="1">'),
        ('<p data-spot="1">', '<p class="aside" data-spot="1">'),
    ],
)
def test_what_is_not_plain_is_set_in_full(layout: Layout, change: tuple[str, str]) -> None:
    html = html_of([block(number) for number in range(20)])
    before = layout.set_near("ch03", html, "style.css")
    after = layout.set_near("ch03", html.replace(*change), "style.css")

    assert not {id(page._page_box) for page in before.pages} & {id(page._page_box) for page in after.pages}
