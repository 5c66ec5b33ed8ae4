"""E11 and E16: what a scholarly book is made of is marked as such, and headings step down one by one."""

from collections.abc import Iterator
from itertools import pairwise

from kanben.proof.epub.markup import HEADINGS, Document, Element, holds, is_a, local, text_of, types, words
from kanben.proof.epub.publication import Pages, Publication
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

ROLES = ("glossary", "bibliography", "epigraph", "index")


def structures(book: Publication) -> Ruling:
    """E11: ruby has brackets for who cannot show it; glossary, works, epigraph and index have their elements."""
    every = [(page, element) for page in book.pages for element in page.every() if is_structure(element)]
    return asked("E11", [fault for page, element in every for fault in faults_of(book, page, element)], bool(every))


def is_structure(element: Element) -> bool:
    return local(element) == "ruby" or (is_a(element, *ROLES) and local(element) not in ("a", "body"))


def faults_of(book: Publication, page: Document, element: Element) -> Iterator[Trouble]:
    place = book.at(page, element)
    if local(element) == "ruby":
        if holds(element, "rt") and not holds(element, "rp"):
            yield trouble("ruby-without-rp", place, words=text_of(element))
        return
    for name in ROLES:
        if name in types(element) and f"doc-{name}" not in words(element, "role") and local(element) != "dl":
            yield trouble("structure-without-role", place, name=name)
    if is_a(element, "glossary"):
        yield from glossary(book, page, element)
    if is_a(element, "bibliography"):
        yield from bibliography(book, page, element)
    if is_a(element, "index") and not holds(element, "li"):
        yield trouble("index-without-entries", place)


def glossary(book: Publication, page: Document, element: Element) -> Iterator[Trouble]:
    """Terms and definitions are dt and dd; a dt holds the term and no links to its uses."""
    terms = list(element.iter("{*}dt"))
    if not terms or not holds(element, "dd"):
        yield trouble("glossary-without-terms", book.at(page, element))
    for term in terms:
        if holds(term, "a"):
            yield trouble("term-with-links", book.at(page, term), words=text_of(term)[:12])


def bibliography(book: Publication, page: Document, element: Element) -> Iterator[Trouble]:
    """Each work is an entry of a list; ways back to its citations stand outside its words."""
    entries = list(element.iter("{*}li"))
    if not entries and not any(is_a(inner, "biblioentry") for inner in element.iter("{*}*")):
        yield trouble("works-without-entries", book.at(page, element))
    for entry in entries:
        own = next(entry.iter("{*}p"), entry)
        if any("doc-backlink" in words(link, "role") for link in own.iter("{*}a")):
            yield trouble("work-with-back-links", book.at(page, entry), words=text_of(entry)[:12])


def headings(book: Publication) -> Ruling:
    """E16: below a heading come those one level deeper, none is left out, none is empty."""
    found = [(page, list(page.every(*HEADINGS))) for page in book.pages]
    faults = [fault for page, elements in found for fault in heading_faults(book, page, elements)]
    return asked("E16", faults, any(elements for _, elements in found))


def heading_faults(book: Pages, page: Document, elements: list[Element]) -> Iterator[Trouble]:
    for element in elements:
        if not text_of(element) and not any(image.get("alt") for image in element.iter("{*}img")):
            yield trouble("heading-empty", book.at(page, element), level=local(element))
    for above, below in pairwise(elements):
        if int(local(below)[1]) > int(local(above)[1]) + 1:
            place, facts = book.at(page, below), {"above": local(above), "below": local(below)}
            yield trouble("heading-skipped", place, words=text_of(below)[:16], **facts)
