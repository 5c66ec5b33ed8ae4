"""Read the contents of an edition: the lists of an EPUB and of web pages, the bookmarks of a PDF."""

from collections.abc import Iterator
from itertools import chain, islice

import pypdfium2

from kanben.place import Place
from kanben.proof.agreement.aims import Aim, place_of
from kanben.proof.agreement.said import Link, plain
from kanben.proof.agreement.screens import Target, leading, said_in
from kanben.proof.epub.markup import Document, Element, local, words
from kanben.proof.epub.publication import Publication
from kanben.proof.web.site import START, Site

MOST_ENTRIES = 50_000
"""Of all lists: a book of a hundred parts, each of them beside a page, has a third of it."""
DEEPEST = 6
"""Levels of headings."""
Entry = tuple[Link, Target]


def lists_in_epub(book: Publication) -> Iterator[list[Entry]]:
    """Give the contents of the navigation document; E2 asks whether the NCX has the same."""
    if (page := book.nav) is not None:
        for nav in book.navs("toc")[:1]:
            yield list(islice(entries_in(page, nav), MOST_ENTRIES))


def lists_in_site(site: Site) -> Iterator[list[Entry]]:
    """Give the contents of the start page, then the list beside each page; not more than any book has."""
    start = (page for page in site.read_pages if page.name == START)
    own = ((page, each) for page in start for each in page.every("section") if is_contents(each))
    beside = ((page, each) for page in site.read_pages for each in page.every("nav"))
    left = MOST_ENTRIES
    for page, element in chain(own, beside):
        entries = list(islice(entries_in(page, element), left))
        left -= len(entries)
        yield entries


def is_contents(section: Element) -> bool:
    return "contents" in words(section, "class")


def entries_in(page: Document, element: Element, level: int = 1) -> Iterator[Entry]:
    """Give the links of a list's items, and those of the lists within these."""
    for list_ in (child for child in element.iterchildren("{*}*") if local(child) == "ol"):
        for item in list_.iterchildren("{*}*"):
            for label in (child for child in item.iterchildren("{*}*") if local(child) in ("a", "span")):
                link = Link(plain("".join(said_in(label))), Place(page.name, label.sourceline or 0), level=level)
                yield leading(page, label, link)
            if level < DEEPEST:
                yield from entries_in(page, item, level + 1)


def bookmarks(document: pypdfium2.PdfDocument, name: str) -> Iterator[tuple[Link, Aim | None]]:
    """Give the bookmarks of a PDF, with the places to which they lead."""
    for mark in islice(document.get_toc(max_depth=DEEPEST), MOST_ENTRIES):
        goal = mark.get_dest()
        aim = place_of(document, goal.raw if goal else None)
        link = Link(plain(mark.get_title()), Place(name), aim[0] + 1 if aim else 0, level=mark.level + 1)
        yield link, aim
