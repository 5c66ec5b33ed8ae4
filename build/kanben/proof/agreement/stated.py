"""Read what an edition states of its publication: the package of an EPUB, the heads of web pages, the XMP of a PDF."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kanben.place import Place
from kanben.proof.agreement.said import Fact, bare
from kanben.proof.epub.markup import DC, OPF, Document, local, parse, text_of
from kanben.proof.epub.publication import Publication

NAMES = {
    "contributor": "creator",
    "source": "identifier",
    "author": "creator",
    "editor": "creator",
    "translator": "creator",
    "illustrator": "creator",
    "publication_date": "date",
    "release_date": "date",
    "datePublished": "date",
    "inLanguage": "language",
    "isbn": "identifier",
    "doi": "identifier",
    "ISBN": "identifier",
    "DOI": "identifier",
    "@id": "identifier",
    "copyrightNotice": "rights",
    "bookEdition": "edition",
}
"""What is called otherwise in one vocabulary or another."""
FACTS = frozenset(
    ("title", "creator", "publisher", "date", "language", "identifier", "rights", "description", "subject", "edition")
) | frozenset(("direction",))
HEAD = re.compile(r"(DC|citation|book|og)[._:](\w+)")
OTHERWISE = {("og", "description"), ("og", "title")}
"""What a page says there is of the page."""
PACKET = re.compile(rb"<x:xmpmeta.{0,200000}?</x:xmpmeta>", re.DOTALL)
LEFT_TO_RIGHT = "ltr"
WITHIN = 3
"""JSON-LD within JSON-LD: a book, its publisher, the publisher's name."""


def fact(name: str, words: str, place: Place, aside: bool = False) -> Iterator[Fact]:
    """Give a fact under the name that all vocabularies share, if it is one that says something."""
    shared = NAMES.get(name, name)
    if shared in FACTS and words.strip():
        yield Fact(shared, " ".join(words.split()), place, aside)


def makers(words: str, facts: list[Fact], place: Place) -> Iterator[Fact]:
    """Give those who are named in one piece where they are not those who are named one by one."""
    if bare(words) != bare("".join(each.words for each in facts if each.name == "creator" and not each.aside)):
        yield from fact("creator", words, place, True)


# ---- EPUB ----------------------------------------------------------------------------------------------------


def package_states(book: Publication) -> Iterator[Fact]:
    """Give the Dublin Core of a package, title and subtitle as one, its edition, and the languages of its pages."""
    titles = book.dublin("title")
    for title in titles[:1]:
        yield from fact("title", "".join(map(text_of, titles)), book.at(book.package, title))
    for element in book.package.every():
        place = book.at(book.package, element)
        if element.tag.startswith(f"{{{DC}}}") and element not in titles:
            yield from fact(local(element), text_of(element), place)
        elif element.tag == f"{{{OPF}}}meta":
            vocabulary, _, name = (element.get("property") or "").partition(":")
            yield from fact(name, text_of(element) if vocabulary == "schema" else "", place)
    for spine in book.package.every("spine"):
        turned = spine.get("page-progression-direction") or LEFT_TO_RIGHT
        yield from fact("direction", turned, book.at(book.package, spine))
    for page in book.pages:
        yield from set_of(page)


def set_of(page: Document) -> Iterator[Fact]:
    """Give the language of a page, and from where to where it is read."""
    if page.root is not None:
        place = Place(page.name, page.root.sourceline or 0)
        yield from fact("language", page.root.get("lang") or "", place, True)
        yield from fact("direction", page.root.get("dir") or LEFT_TO_RIGHT, place, True)


# ---- web -----------------------------------------------------------------------------------------------------


def page_states(page: Document) -> Iterator[Fact]:
    """Give what the head of a web page says in Dublin Core; what it says for search engines stands aside."""
    yield from set_of(page)
    found = [fact for meta in page.every("meta") for fact in meta_states(page, meta)]
    yield from found
    for meta in page.every("meta"):
        if found and meta.get("name") == "author":
            yield from makers(meta.get("content") or "", found, Place(page.name, meta.sourceline or 0))
    for script in page.every("script"):
        if script.get("type") == "application/ld+json":
            data = data_in(script.text or "")
            for name, words in (*title_of(data), *values(data, WITHIN)):
                yield from fact(name, words, Place(page.name, script.sourceline or 0), True)


def meta_states(page: Document, meta: Any) -> Iterator[Fact]:
    named = HEAD.fullmatch(meta.get("name") or meta.get("property") or "")
    if named and named.groups() not in OTHERWISE:
        place = Place(page.name, meta.sourceline or 0)
        yield from fact(named[2], meta.get("content") or "", place, named[1] != "DC")


def data_in(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def title_of(data: Any) -> Iterator[tuple[str, str]]:
    """The title of a book; a chapter has a name of its own."""
    if isinstance(data, Mapping) and data.get("@type") == "Book":
        yield "title", "".join(str(data.get(name, "")) for name in ("name", "alternativeHeadline"))


def values(data: Any, depth: int, name: str = "") -> Iterator[tuple[str, str]]:
    """Give the names and words in JSON; a name alone, or a literal, is that of the thing it stands in."""
    if isinstance(data, str):
        yield name, data
    elif isinstance(data, list) and depth:
        for each in data:
            yield from values(each, depth, name)
    elif isinstance(data, Mapping) and depth:
        for key, each in data.items():
            yield from values(each, depth - 1, name if key in ("name", "literal") else key)


# ---- PDF -----------------------------------------------------------------------------------------------------


def packet_states(pdf: bytes, older: Mapping[str, str], name: str) -> Iterator[Fact]:
    """Give what a PDF states in its XMP; beside it what its catalogue and its older record do."""
    place = Place(name)
    packet = parse(name, (PACKET.findall(pdf) or [b""])[-1])
    rows = ((local(each), row) for each in packet.every() if each.tag.startswith(f"{{{DC}}}") for row in rows_of(each))
    found = [fact_ for called, row in rows for fact_ in fact(called, text_of(row), place)]
    yield from found
    yield from makers(older.get("creator", ""), found, place)
    for called in ("title", "language", "description"):
        yield from fact(called, older.get(called, ""), place, True)


def rows_of(element: Any) -> list[Any]:
    return list(element.iter("{*}li")) or [element]
