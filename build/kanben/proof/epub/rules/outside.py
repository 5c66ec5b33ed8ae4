"""E15: a book needs nothing from outside, and runs nothing."""

from collections.abc import Iterable, Iterator

from kanben.place import Place
from kanben.proof.epub.markup import SCHEME, Document, Element, local
from kanben.proof.epub.publication import Pages, Publication, hrefs
from kanben.proof.epub.styles import Source, addresses, style_sources
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

LINKS = ("a", "area")
GOOD_LINKS = ("http:", "https:", "mailto:", "tel:", "doi:", "//")
DATA_SCRIPTS = ("application/ld+json", "application/json")


def outside(book: Publication) -> Ruling:
    """E15: pictures, fonts and styles are in the book; no script, no form, no link that runs something."""
    items = (
        trouble("remote-item", Place(book.package.name, item.line), href=item.href)
        for item in book.items
        if not item.name
    )
    pages = (fault for page in book.pages for fault in page_faults(book, page))
    return asked("E15", [*items, *pages, *style_fetches(style_sources(book))])


def page_faults(book: Publication, page: Document) -> Iterator[Trouble]:
    yield from fetches(book, page)
    yield from scripts(book, page)
    yield from handlers(book, page)


def fetches(book: Pages, page: Document) -> Iterator[Trouble]:
    """Tell what a page loads from elsewhere, and links that run something."""
    for element, href in hrefs(page):
        if not SCHEME.match(href):
            continue
        if local(element) in LINKS:
            if not href.lower().startswith(GOOD_LINKS):
                yield trouble("link-runs-something", book.at(page, element), href=href[:60])
        elif is_fetched(element) and not href.lower().startswith("data:"):
            yield trouble("remote-resource", book.at(page, element), href=href[:80])


def is_fetched(element: Element) -> bool:
    """Whether a reading system would load it; a link to a licence is only named."""
    return local(element) != "link" or bool({"stylesheet", "icon"} & set((element.get("rel") or "").lower().split()))


def scripts(book: Publication, page: Document) -> Iterator[Trouble]:
    for element in page.every():
        place = book.at(page, element)
        if local(element) == "script" and element.get("type", "") not in DATA_SCRIPTS:
            yield trouble("script", place)
        elif local(element) in ("form", "iframe", "embed"):
            yield trouble("live-element", place, name=local(element))


def handlers(book: Pages, page: Document) -> Iterator[Trouble]:
    """Tell attributes that run something."""
    for element in page.every():
        for name in element.attrib:
            if name.lower().startswith("on"):
                yield trouble("event-handler", book.at(page, element), name=name)


def style_fetches(sources: Iterable[Source]) -> Iterator[Trouble]:
    for source in sources:
        for href, line in addresses(source):
            if SCHEME.match(href) and not href.lower().startswith("data:"):
                yield trouble("remote-resource", Place(source.name, line), href=href[:80])
