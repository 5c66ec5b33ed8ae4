"""E2 and E12: the ways into the book agree with each other, and every link leads somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from kanben.place import Place
from kanben.proof.agreement.said import bare
from kanben.proof.epub.markup import HEADINGS, Document, Element, is_a, local, resolve, text_of, types
from kanben.proof.epub.publication import XHTML_TYPE, Publication, hrefs
from kanben.proof.epub.styles import addresses, style_sources
from kanben.proof.links import dead_end
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

Target = tuple[str, str] | None

BODY = "bodymatter"
IDS = ("aria-details", "aria-labelledby", "aria-describedby", "headers", "for")
"""Attributes that name other elements of their page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: how deep, its words, the file and fragment to which it leads."""

    depth: int
    words: str
    target: Target
    place: Place

    def is_same(self, other: "Entry") -> bool:
        return (self.depth, self.words, self.target) == (other.depth, other.words, other.target)


def navigation(book: Publication) -> Ruling:
    """E2: a navigation document with contents and landmarks; an NCX with the same entries in the same order."""
    if book.nav is not None and book.nav.root is None:
        return asked("E2", [], False)  # E13 tells why
    toc = contents(book)
    faults = [*nav_lists(book), *landmark_faults(book), *entry_faults(book, toc), *ncx_faults(book, toc)]
    return asked("E2", faults)


def nav_lists(book: Publication) -> Iterator[Trouble]:
    place = Place(book.nav.name if book.nav else book.package.name)
    if not book.navs("toc"):
        yield trouble("no-nav-toc", place)
    if book.nav and not book.navs("landmarks"):
        yield trouble("no-landmarks", place)


def landmark_faults(book: Publication) -> Iterator[Trouble]:
    """The landmark of the text, where readers begin, leads to the first page that says to be text, if any does."""
    read = {item.name for item in book.spine}
    pages = (page for page in book.pages if page.name in read)
    first = next((page.name for page in pages if any(BODY in types(body) for body in page.every("body"))), "")
    for link in (each for landmarks in book.navs("landmarks") for each in landmarks.iter("{*}a")):
        target = resolve(book.nav.name, link.get("href") or "") if book.nav else None
        if book.nav and target and first and BODY in types(link) and target[0] != first:
            yield trouble("landmark-astray", book.at(book.nav, link), page=target[0], first=first)


def contents(book: Publication) -> list[Entry]:
    page = book.nav
    lists = [child for nav in book.navs("toc") for child in nav if page and is_element(child, "ol")]
    return [entry for element in lists[:1] if page for entry in nav_entries(page, element, 1)]


def nav_entries(page: Document, element: Element, depth: int) -> Iterator[Entry]:
    for item in (child for child in element if is_element(child, "li")):
        label = next((child for child in item if is_element(child, "a", "span")), None)
        place = Place(page.name, item.sourceline or 0)
        if label is None:
            yield Entry(depth, "", None, place)
        else:
            href = label.get("href")
            yield Entry(depth, text_of(label), resolve(page.name, href) if href else None, place)
        for nested in (child for child in item if is_element(child, "ol")):
            yield from nav_entries(page, nested, depth + 1)


def is_element(node: Element, *tags: str) -> bool:
    return isinstance(node.tag, str) and local(node) in tags


def entry_faults(book: Publication, toc: list[Entry]) -> Iterator[Trouble]:
    """Entries have words, and follow the order of reading."""
    order = {item.name: number for number, item in enumerate(book.spine)}
    last = 0
    for entry in toc:
        if not entry.words:
            yield trouble("toc-entry-empty", entry.place)
        here = order.get(entry.target[0], last) if entry.target else last
        if here < last:
            yield trouble("toc-out-of-order", entry.place, words=entry.words)
        last = here
        said = heading_at(book, entry.target) if entry.words and entry.target else ""
        if said and bare(said) != bare(entry.words):
            yield trouble("toc-entry-differs", entry.place, entry=entry.words, heading=" ".join(said.split()))


def heading_at(book: Publication, target: tuple[str, str]) -> str:
    """The words of the heading to which an entry leads, by its id or as the first of a page; none of what is none."""
    name, fragment = target
    heads = book.document(name).every(*HEADINGS) if name in book.by_name else iter(())
    found = next((head for head in heads if not fragment or head.get("id") == fragment), None)
    return "".join(read_aloud(found)) if found is not None else ""


def read_aloud(element: Element) -> Iterator[str]:
    """The words of a heading without readings and calls of notes, which no contents repeat."""
    yield element.text or ""
    for child in element.iterchildren("{*}*"):
        if local(child) not in ("rt", "rp") and not is_a(child, "noteref"):
            yield from read_aloud(child)
        yield child.tail or ""


def ncx_faults(book: Publication, toc: list[Entry]) -> Iterator[Trouble]:
    ncx = book.ncx
    if ncx is None:
        yield trouble("no-ncx", Place(book.package.name))
        return
    if ncx.root is None:
        return
    points = [entry for element in ncx.every("navMap") for entry in ncx_entries(ncx, element, 1)]
    if toc:
        yield from differences(ncx, toc, points)
    uid = next((meta.get("content", "") for meta in ncx.every("meta") if meta.get("name") == "dtb:uid"), "")
    if uid.strip() != book.identifier:
        yield trouble("ncx-uid", Place(ncx.name), uid=uid, identifier=book.identifier)


def ncx_entries(ncx: Document, element: Element, depth: int) -> Iterator[Entry]:
    for point in (child for child in element if is_element(child, "navPoint")):
        label = next((text_of(child) for child in point if is_element(child, "navLabel")), "")
        source = next((child.get("src", "") for child in point if is_element(child, "content")), "")
        yield Entry(depth, label, resolve(ncx.name, source), Place(ncx.name, point.sourceline or 0))
        yield from ncx_entries(ncx, point, depth + 1)


def differences(ncx: Document, toc: list[Entry], points: list[Entry]) -> Iterator[Trouble]:
    """Tell where the two lists part; after a first difference all others follow from it."""
    pairs = zip_longest(toc, points)
    entry, point = next(((a, b) for a, b in pairs if not (a and b and a.is_same(b))), (None, None))
    where = point.place if point else Place(ncx.name)
    if len(toc) != len(points):
        yield trouble("ncx-length", where, nav=len(toc), ncx=len(points))
    elif entry and point:
        yield trouble("ncx-differs", where, nav=entry.words, ncx=point.words)


# ---- where links lead ----------------------------------------------------------------------------------------


def links(book: Publication) -> Ruling:
    """E12: every link, source and entry leads to a file in the book, and its fragment to an id there."""
    return asked("E12", dead_links(book))


def dead_links(book: Publication) -> Iterator[Trouble]:
    @cache
    def ids(name: str) -> frozenset[str] | None:
        root = document_root(book, name)
        return None if root is None else frozenset(root.xpath("//@id | //@xml:id"))

    for document, element, href in every_link(book):
        target = resolve(document.name, href)
        if target is None:
            continue
        place = book.at(document, element)
        name, fragment = target
        has_file = name in book.archive.sizes
        yield from dead_end(place, href, fragment, has_file, ids(name) if has_file and fragment else None)
    for source in style_sources(book):
        for href, line in addresses(source):
            target = resolve(source.name, href)
            if target and not href.startswith("#") and target[0] not in book.archive.sizes:
                yield trouble("dead-link", Place(source.name, line), href=href)


def document_root(book: Publication, name: str) -> Element | None:
    """The file whose ids are known: a page, or the package itself."""
    item = book.by_name.get(name)
    if item is not None and item.media_type == XHTML_TYPE:
        return book.document(name).root
    return book.root if name == book.package.name else None


def every_link(book: Publication) -> Iterator[tuple[Document, Element, str]]:
    for page in book.pages:
        for element, href in hrefs(page):
            yield page, element, href
        for element in page.every():
            for name in IDS:
                for target in (element.get(name) or "").split():
                    yield page, element, f"#{target}"
    if book.ncx:
        for element in book.ncx.every("content"):
            yield book.ncx, element, element.get("src", "")
    for element in book.package.every("reference"):
        yield book.package, element, element.get("href", "")
    for element in book.package.every("meta"):
        if (refined := element.get("refines", "")).startswith("#"):
            yield book.package, element, refined
