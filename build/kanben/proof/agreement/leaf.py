"""Find what one edition's title leaf says and another's does not: title, makers, publisher, number and date."""

import re
from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.agreement.compare import Difference
from kanben.proof.agreement.said import PRINT, Passage, Said, bare, squeeze
from kanben.proof.agreement.screens import said_in
from kanben.proof.epub.markup import Document, Element, is_a, local, words

SHOWN = frozenset(("title-page", "about", "facts", "citation"))
"""Sections of a start page that say what the book is; the others lead into it."""
LABELS = frozenset(("h2", "dt", "a"))
DAY = re.compile(r"(?<=月)\d+日$")
"""Print gives the month alone where it gives an edition's number."""
KIND = "[M]"
"""What GB/T 7714 calls a book."""


def on_title_page(page: Document) -> Iterator[Passage]:
    """Give the pieces of an EPUB's title leaf."""
    for section in page.every("section"):
        if is_a(section, "titlepage"):
            yield from pieces(page, section)


def on_start(page: Document) -> Iterator[Passage]:
    """Give the pieces of a web edition's start page that say what the book is."""
    for section in page.every("section"):
        if words(section, "class") & SHOWN:
            yield from pieces(page, section)


def pieces(page: Document, element: Element) -> Iterator[Passage]:
    """Give the title whole, and all else piece by piece; a citation is made of pieces as well."""
    place = Place(page.name, element.sourceline or 0)
    if local(element) == "h1":
        yield Passage("title", "".join(said_in(element)), place)
    elif local(element) not in LABELS:
        yield from (Passage("leaf", piece, place) for piece in parted(element.text, element))
        for child in element.iterchildren("{*}*"):
            yield from pieces(page, child)
            yield from (Passage("leaf", piece, place) for piece in parted(child.tail, element))


def parted(text: str | None, element: Element) -> Iterator[str]:
    if "suggested" not in words(element, "class"):
        yield from filter(squeeze, [text or ""])
    else:
        yield from (piece for piece in re.split(r"[^\w]+", (text or "").replace(KIND, "")) if len(piece) > 1)


def other_leaf(here: Said, there: Said) -> Iterator[Difference]:
    """Tell each piece of a screen's title leaf that does not stand on the other's, nor among the facts it states."""
    if not there.leaf or here.edition == PRINT:
        return
    heads = {bare(passage.words) for passage in there.leaf}
    said = "|".join((*("".join(bare(passage.words) for passage in there.leaf),), *stated(there)))
    for passage in here.leaf:
        words = bare(passage.words)
        known = words in heads if passage.kind == "title" else asked_of(there, words) in said
        if words and not known:
            yield Difference("leaf", passage, " ".join(passage.words.split()))


def asked_of(there: Said, words: str) -> str:
    return DAY.sub("", words) if there.edition == PRINT else words


def stated(said: Said) -> Iterator[str]:
    """What an edition states: a start page may show more of it than another edition's leaf."""
    for name in dict.fromkeys(fact.name for fact in said.facts):
        yield "".join(bare(fact.words) for fact in said.facts if fact.name == name)
