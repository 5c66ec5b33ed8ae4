"""Where a title names the address of its web edition, pages, sitemap and Google Scholar's tags name it too."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from kanben.book.page_map import PageMap
from kanben.reading.base_address import base_address
from tests.sample_book import sample_book
from tests.whole_site import DOWNLOADS, whole_site

BOOK = sample_book()
HOME = "https://example.org/bridges/web/"


@pytest.fixture(scope="module")
def web() -> dict[str, bytes]:
    return whole_site(replace(BOOK, record=replace(BOOK.record, url=HOME)), PageMap(), None, DOWNLOADS)


def test_each_page_names_its_one_address(web: dict[str, bytes]) -> None:
    for name in (name for name in web if name.endswith(".html")):
        address = HOME if name == "index.html" else HOME + name
        page = web[name].decode()
        assert f'<link rel="canonical" href="{address}">' in page
        assert f'<meta property="og:url" content="{address}">' in page


def test_the_sitemap_lists_the_start_page_and_every_part_on_the_title_s_date(web: dict[str, bytes]) -> None:
    rows = ElementTree.fromstring(web["sitemap.xml"])
    parts = [HOME + name for name in web if name.endswith(".html") and name not in ("index.html", "search.html")]
    assert [row[0].text for row in rows] == [HOME, *parts]
    assert {row[1].text for row in rows} == {BOOK.record.modified[:10]}


def test_scholar_and_json_ld_are_told_where_the_book_is(web: dict[str, bytes]) -> None:
    start = web["index.html"].decode()
    assert '<meta name="citation_pdf_url" content="https://example.org/bridges/bridges.pdf">' in start
    assert f'<meta name="citation_fulltext_html_url" content="{HOME}">' in start
    assert f'"url": "{HOME}"' in start


def test_robots_are_told_of_the_sitemap_at_the_root_of_a_host_where_alone_they_look(web: dict[str, bytes]) -> None:
    root = whole_site(replace(BOOK, record=replace(BOOK.record, url="https://bridges.example.org/")), PageMap())
    assert root["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://bridges.example.org/sitemap.xml",
    ]
    assert "robots.txt" not in web


def test_without_an_address_none_is_made_up() -> None:
    web = whole_site(BOOK, PageMap(), None, DOWNLOADS)
    assert not {"sitemap.xml", "robots.txt"} & set(web)
    start = web["index.html"].decode()
    assert "canonical" not in start
    assert "citation_pdf_url" not in start
    assert "og:url" not in start


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/book", "https://example.org/book/"),
        ("http://example.org:8080", "http://example.org:8080/"),
        ("https://example.org/书/", "https://example.org/%E4%B9%A6/"),
        ("example.org/book", ""),
        ("ftp://example.org/", ""),
        ("https://example.org/?a=1", ""),
        ("https://example.org/#top", ""),
        ("https://me:word@example.org/", ""),
        ("https://example.org/index.html", ""),
        ("https://example.org:port/", ""),
        ("https://ex ample.org/", ""),
    ],
)
def test_an_address_is_that_of_a_folder_or_none(written: str, address: str) -> None:
    assert base_address(written) == address
