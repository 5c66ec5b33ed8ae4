"""What shops ask: each demand can fail, unsourced ones never do, and every row is dated."""

import re
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from kanben.messages.proof_epub import STORE_ASKS, STORES
from kanben.proof.epub.intake import MEASURES, RULED, Intake
from kanben.proof.epub.proof import check_epub
from kanben.proof.epub.stores import ASKS
from tests.proof.epub_changes import Change, changed, listed


def rows(epub: bytes, *stores: str) -> dict[tuple[str, str], Intake]:
    return {(row.ask.store, row.ask.what): row for row in check_epub(epub, "", stores or tuple(STORES)).intake}


def picture(width: int, height: int, mode: str = "RGB", kind: str = "JPEG") -> bytes:
    room = BytesIO()
    Image.new(mode, (width, height)).save(room, kind)
    return room.getvalue()


def test_every_row_is_dated_and_says_where_it_was_found() -> None:
    for ask in ASKS:
        assert date.fromisoformat(ask.looked_up) <= date(2100, 1, 1)
        assert ask.source is None or ask.source.address.startswith("https://")
        assert ask.source or not ask.must
    assert len({(ask.store, ask.what) for ask in ASKS}) == len(ASKS)


def test_every_demand_has_words_and_a_measure() -> None:
    assert {ask.what for ask in ASKS} == set(STORE_ASKS) == set(MEASURES) | set(RULED)
    assert not set(MEASURES) & set(RULED)
    assert {ask.store for ask in ASKS} == set(STORES)


def test_a_sound_book_is_taken_by_every_shop(bridges: bytes) -> None:
    found = rows(bridges)

    assert [key for key, row in found.items() if row.verdict == "fail"] == []
    assert len(found) == len(ASKS)
    assert found["kindle", "cover-size"].figure == "1600 × 2560"
    assert found["kobo", "notes-marked"].figure == found["duokan", "notes-duokan"].figure
    assert re.fullmatch(r"(\d+)/\1", found["kobo", "notes-marked"].figure)


def test_only_the_shops_that_were_named(bridges: bytes) -> None:
    assert {store for store, _ in rows(bridges, "kobo", "google")} == {"kobo", "google"}


WIDE = b'<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="9"/>'

BAD: list[tuple[str, str, str, list[Change], dict[str, bytes]]] = [
    ("google", "cover-short-side", "fail", [], {"cover.jpg": picture(600, 960)}),
    ("google", "cover-most-side", "fail", [], {"cover.jpg": picture(1600, 7300)}),
    ("kindle", "cover-short-side", "fail", [], {"cover.jpg": picture(600, 1200)}),
    ("kindle", "cover-long-side", "fail", [], {"cover.jpg": picture(700, 900)}),
    ("kindle", "cover-full", "fail", [], {"cover.jpg": picture(1000, 1600)}),
    ("kindle", "cover-rgb", "fail", [], {"cover.jpg": picture(1600, 2560, "CMYK")}),
    ("kindle", "cover-size", "warn", [], {"cover.jpg": picture(1500, 2400)}),
    ("kindle", "cover-ratio", "warn", [], {"cover.jpg": picture(1600, 2000)}),
    ("kobo", "cover-kinds", "fail", [], {"cover.jpg": picture(1600, 2560, "P", "GIF")}),
    ("kobo", "picture-rgb", "fail", [listed("x.jpg", "image/jpeg")], {"x.jpg": picture(9, 9, "CMYK")}),
    ("google", "picture-kinds", "fail", [listed("x.webp", "image/webp")], {"x.webp": picture(9, 9, kind="WEBP")}),
    ("google", "drawing-side", "fail", [], {"images/arch.svg": WIDE}),
    ("kobo", "cover-alone", "fail", [Change("cover.xhtml", "</section>", "<p>又</p></section>")], {}),
    ("google", "cover", "fail", [Change("content.opf", ' properties="cover-image"'),
                                 Change("content.opf", '<meta name="cover"[^>]*>(</meta>)?')], {}),
    ("kobo", "cover-named", "warn", [Change("content.opf", ' properties="cover-image"'),
                                     Change("content.opf", '<meta name="cover"[^>]*>(</meta>)?')], {}),
    ("kindle", "notes-two-way", "fail", [Change("ch01.xhtml", '<a class="back".*?</a>')], {}),
    ("kobo", "notes-marked", "warn", [Change("ch01.xhtml", ' epub:type="noteref"')], {}),
    ("duokan", "notes-duokan", "warn", [Change("ch01.xhtml", 'class="duokan-footnote"')], {}),
    ("kindle", "page-labels", "fail", [Change("ch01.xhtml", 'aria-label="2"', 'aria-label="二"')], {}),
    ("kindle", "title-and-language", "fail", [Change("content.opf", "<dc:language>.*?</dc:language>")], {}),
    ("kindle", "relative-sizes", "warn", [Change("style.css", "^", "h1 { font-size: 20px }")], {}),
    ("kobo", "free-colours", "warn", [Change("style.css", "^", "p { color: black }")], {}),
    ("apple", "nothing-remote", "warn", [Change("ch01.xhtml", "images/arch.svg", "https://example.org/a.svg")], {}),
    ("apple", "alt", "warn", [Change("ch01.xhtml", ' alt="[^"]*"')], {}),
    ("google", "version", "warn", [Change("content.opf", 'version="3.0"', 'version="2.0"')], {}),
    ("kobo", "one-identifier", "warn", [Change("toc.ncx", 'dtb:uid" content="', r"\g<0>x")], {}),
    ("kindle", "contents-page", "warn", [Change("content.opf", '<itemref idref="nav"[^>]*>(</itemref>)?')], {}),
    ("kindle", "contents-depth", "warn", [Change("nav.xhtml", '(<li><a href="ch02.xhtml">.*?</a>)',
        r'\1<ol><li><a href="ch02.xhtml">甲</a><ol><li><a href="ch02.xhtml">乙</a></li></ol></li></ol>')], {}),
    ("kobo", "no-script", "warn", [Change("ch01.xhtml", "</body>", "<script>x()</script></body>")], {}),
    ("kobo", "plain-names", "warn", [], {"Notes A.txt": b"x"}),
    ("kobo", "font-kinds", "fail", [listed("x.woff2", "font/woff2")], {"x.woff2": b"x"}),
]  # fmt: skip


@pytest.mark.parametrize(("store", "what", "verdict", "changes", "files"), BAD, ids=[f"{b[0]} {b[1]}" for b in BAD])
def test_a_demand_that_is_not_met(
    bridges: bytes, store: str, what: str, verdict: str, changes: list[Change], files: dict[str, bytes]
) -> None:
    assert rows(bridges, store)[store, what].verdict in ("ok", "unmeasured")
    assert rows(changed(bridges, *changes, **files), store)[store, what].verdict == verdict


def test_apple_wants_no_more_than_four_million_pixels_within_the_book(bridges: bytes) -> None:
    smaller = changed(bridges, **{"cover.jpg": picture(1560, 2500)})

    assert rows(bridges, "apple")["apple", "picture-pixels"].figure == "4096000"
    assert [rows(book, "apple")["apple", "picture-pixels"].verdict for book in (bridges, smaller)] == ["warn", "ok"]


def test_an_isbn_is_seen(bridges: bytes) -> None:
    given = changed(
        bridges,
        Change("content.opf", "<dc:title", "<dc:identifier>urn:isbn:978-7-100-00001-7</dc:identifier><dc:title"),
    )

    assert rows(bridges)["kobo", "isbn"].verdict == "warn"
    assert rows(given)["kobo", "isbn"].figure == "urn:isbn:978-7-100-00001-7"


def test_what_the_file_cannot_tell_is_said(bridges: bytes) -> None:
    found = rows(bridges)

    assert {found[key].verdict for key in [("apple", "epubcheck"), ("weread", "agreement")]} == {"unmeasured"}
