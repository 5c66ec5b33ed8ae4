"""A citation of several works leads to each of them."""

import re
from dataclasses import replace

import pytest

from kanben.book.nodes import Cite, Styled, Text
from kanben.book.page_map import PageMap
from kanben.book.walk import rebuild
from kanben.editions.citations import cite_runs
from kanben.editions.epub import epub_file
from kanben.editions.web import web_files
from tests.editions.epub.opened import opened
from tests.sample_book import sample_book


def cite(words: str, *targets: str) -> Cite:
    return Cite((), (Styled("superscript", (Text(words),)),), targets, "r1-u1")


@pytest.mark.parametrize(
    ("words", "targets", "runs"),
    [
        ("[1]", ("r1",), [("[1]", "r1")]),
        ("[1]12-15", ("r1",), [("[1]12-15", "r1")]),
        ("[2，1]", ("r2", "r1"), [("[", ""), ("2", "r2"), ("，", ""), ("1", "r1"), ("]", "")]),
        ("[1-3]", ("r2", "r1", "r3"), [("[", ""), ("1", "r1"), ("-", ""), ("3", "r3"), ("]", "")]),
        ("[1]12[3]", ("r1", "r3"), [("[1]", "r1"), ("12", ""), ("[3]", "r3")]),
        ("见前", ("r1", "r2"), [("见前", "r1")]),
    ],
)
def test_each_number_is_tied_to_its_work(words: str, targets: tuple[str, ...], runs: list[tuple[str, str]]) -> None:
    assert cite_runs(cite(words, *targets), (Text(words),)) == runs


def test_web_and_epub_link_each_number_and_name_the_place_once() -> None:
    book = rebuild(
        sample_book(),
        lambda node: replace(cite("[1，2]", "r1", "r2"), id=node.id) if isinstance(node, Cite) else node,
    )
    web = web_files(book, PageMap())["ch01.html"].decode()
    (words,) = re.findall(r'<span class="cite" id="r1-u1">(.*?)</span>', web)
    assert re.findall(r'href="(.*?)" data-cards="(.*?)">(.*?)<', words) == [
        ("references.html#r1", "r1 r2", "1"),
        ("references.html#r2", "r1 r2", "2"),
    ]
    epub = opened(epub_file(book, PageMap(), b"", None))
    links = epub.find("ch01.xhtml", "//h:a[@class='cite']")
    assert [(link.get("id"), link.get("href"), link.text) for link in links] == [
        ("r1-u1", "references.xhtml#r1", "1"),
        (None, "references.xhtml#r2", "2"),
    ]
