"""A citation of several works leads to each of them."""

import re
from dataclasses import replace

from kanben.book.inlines import Cite, CitedWork, Styled, Text
from kanben.book.node import Inlines
from kanben.book.page_map import PageMap
from kanben.book.walk import rebuild
from kanben.editions.epub import epub_file
from kanben.editions.web import web_site
from tests.editions.epub.opened import opened
from tests.sample_book import sample_book

TWO: Inlines = (
    Text("["),
    CitedWork("r1", (Text("1"),)),
    Text("，"),
    CitedWork("r2", (Text("2"),)),
    Text("]"),
)


def test_web_and_epub_link_each_number_and_name_the_place_once() -> None:
    words = (Styled("superscript", TWO),)
    book = rebuild(
        sample_book(),
        lambda node: replace(node, children=words, targets=("r1", "r2")) if isinstance(node, Cite) else node,
    )
    web = web_site(book, PageMap()).files()["ch01.html"].decode()
    (shown,) = re.findall(r'<span class="cite" id="r1-u1">(.*?)</span>', web)
    assert re.findall(r'href="(.*?)" data-cards="(.*?)">(.*?)<', shown) == [
        ("references.html#r1", "r1", "1"),
        ("references.html#r2", "r2", "2"),
    ]
    epub = opened(epub_file(book, PageMap(), b"", None))
    (place,) = epub.find("ch01.xhtml", "//h:span[@class='cite']")
    assert "".join(place.itertext()) == "[1，2]"
    links = epub.find("ch01.xhtml", "//h:span[@class='cite']//h:a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("references.xhtml#r1", "1"),
        ("references.xhtml#r2", "2"),
    ]
