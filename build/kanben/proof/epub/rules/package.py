"""E1: the package says which book this is, in which language, and when it was changed."""

import re
from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.epub.markup import XML_LANG, Document
from kanben.proof.epub.publication import Publication, value
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

MODIFIED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
ISBN = re.compile(r"(?i)(?:urn:)?isbn:\s*([\d-]{10,17}[\dx]?)")


def package(book: Publication) -> Ruling:
    """E1: version 3, identifier, title, language, time of change; a language on the package and on every page."""
    return asked("E1", [*package_facts(book), *identifiers(book), *languages(book)])


def package_facts(book: Publication) -> Iterator[Trouble]:
    place = book.at(book.package, book.root)
    if (version := book.root.get("version", "")) != "3.0":
        yield trouble("epub-version", place, version=version or "–")
    for name in ("title", "language"):
        if not any(value(element) for element in book.dublin(name)):
            yield trouble("epub-fact-missing", place, name=f"dc:{name}")
    for element in book.dublin("language"):
        if not LANGUAGE.fullmatch(value(element)):
            yield trouble("epub-language-unknown", book.at(book.package, element), language=value(element))
    dates = book.meta_elements("dcterms:modified")
    if len(dates) != 1:
        yield trouble("epub-fact-missing", place, name="dcterms:modified")
    for element in dates:
        if not MODIFIED.fullmatch(value(element)):
            yield trouble("epub-modified", book.at(book.package, element), date=value(element))


def identifiers(book: Publication) -> Iterator[Trouble]:
    if not book.identifier:
        yield trouble("epub-fact-missing", book.at(book.package, book.root), name="dc:identifier")
    for element in book.dublin("identifier"):
        isbn = ISBN.fullmatch(value(element))
        if isbn and not is_isbn(isbn[1]):
            yield trouble("epub-isbn", book.at(book.package, element), isbn=value(element))


def is_isbn(text: str) -> bool:
    """Whether an ISBN's last digit checks the others."""
    digits = [10 if digit in "xX" else int(digit) for digit in text if digit != "-"]
    if len(digits) == 13:
        return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return len(digits) == 10 and sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11 == 0


def languages(book: Publication) -> Iterator[Trouble]:
    if not book.root.get(XML_LANG):
        yield trouble("package-without-language", book.at(book.package, book.root))
    named = (value(element) for element in book.dublin("language"))
    spoken = {name.lower() for name in named if LANGUAGE.fullmatch(name)}
    for page in book.pages:
        yield from page_language(page, spoken)


def page_language(page: Document, spoken: set[str]) -> Iterator[Trouble]:
    """A page gives its language twice, for HTML and for XML, and it is one of the book's."""
    if page.root is None:
        return
    place = Place(page.name, page.root.sourceline or 0)
    plain, xml = page.root.get("lang", ""), page.root.get(XML_LANG, "")
    if not plain or not xml:
        yield trouble("page-without-language", place, name="lang" if not plain else "xml:lang")
    elif plain.lower() != xml.lower():
        yield trouble("page-languages-differ", place, html=plain, xml=xml)
    elif spoken and plain.lower() not in spoken:
        yield trouble("page-language-not-the-books", place, language=plain)
