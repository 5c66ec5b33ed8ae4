"""Read the index out of a finished PDF, and find its words in the other pages anew."""

import re
from collections.abc import Iterator

from lxml import etree

from kanben.book.blocks import Figure
from kanben.book.book import Book, Part
from kanben.book.entries import Index, IndexEntry
from kanben.book.walk import walk
from tests.agreement import CIRCLED, PdfPage, pdf_pages, squeeze
from tests.real_titles import RealTitle

SVG_TEXT = "{http://www.w3.org/2000/svg}text"
PLACES = "((?:[0-9ivx]+(?:—[0-9ivx]+)?、?)*)"


def index_part(book: Book) -> Part:
    return next(part for part in book.parts if part.kind == "index")


def entries(book: Book) -> list[IndexEntry]:
    """The entries in the order of print, those below another right after it."""
    return [node for node in walk(index_part(book)) if isinstance(node, IndexEntry)]


def pages_of(title: RealTitle, part: Part, pages: list[PdfPage]) -> list[PdfPage]:
    """The pages on which a part stands."""
    numbers = {page.label: n for n, page in enumerate(pages)}
    ids = [other.id for other in title.book.parts] + ["contents"]
    openers = sorted(numbers[title.pressed.pages.labels[other]] for other in ids)
    first = numbers[title.pressed.pages.labels[part.id]]
    after = next((n for n in openers if n > first), len(pages))
    return pages[first:after]


def printed(title: RealTitle) -> dict[str, str]:
    """The page numbers behind each entry, as they are printed: 12、15—17."""
    pages = pages_of(title, index_part(title.book), pdf_pages(title.pdf))
    flow, found, at = "".join(page.flow for page in pages), {}, 0
    for entry in entries(title.book):
        match = re.compile(re.escape(squeeze(entry.term)) + PLACES).search(flow, at)
        assert match, (entry.term, flow[at : at + 40])
        found[entry.term], at = match[1], match.end()
        at += len("".join(squeeze(see.words) for see in (*entry.see, *entry.see_also)))
    return found


def expanded(places: str) -> set[str]:
    """12、15—17 -> 12, 15, 16, 17."""
    pages: set[str] = set()
    for place in filter(None, places.split("、")):
        first, _, last = place.partition("—")
        pages |= {str(n) for n in range(int(first), int(last) + 1)} if last else {first}
    return pages


def occurrences(title: RealTitle, words: dict[str, str]) -> dict[str, set[str]]:
    """The pages of the running text on which each entry's words stand, the longest first, but in no title in 《》.

    `words` maps each word to its entry's.
    """
    text, labels = running_text(title)
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile("《[^》]*》|" + "|".join(re.escape(squeeze(word)) for word in longest_first))
    found: dict[str, set[str]] = {term: set() for term in words.values()}
    squeezed = {squeeze(word): term for word, term in words.items()}
    for match in pattern.finditer(text):
        if match[0] in squeezed:
            found[squeezed[match[0]]].add(labels[match.start()])
    found.pop("", None)
    return found


def running_text(title: RealTitle) -> tuple[str, list[str]]:
    """The words of all pages that the index looks through, without note calls, and each character's page."""
    pages, drawn = pdf_pages(title.pdf), list(drawn_words(title))
    text, labels = "", []
    for part in title.book.parts:
        if part.kind in ("chapter", "preface", "conclusion", "other"):
            for page in pages_of(title, part, pages):
                words = re.sub(CIRCLED, "", page.flow)
                for label, other in drawn:
                    words = words.replace(other, "|", label == page.label)
                text += words
                labels += [page.label] * len(words)
            text, labels = text + "|", [*labels, ""]
    return text, labels


def drawn_words(title: RealTitle) -> Iterator[tuple[str, str]]:
    """Words within pictures, which print draws as text, each with its page."""
    for node in walk(title.book):
        if isinstance(node, Figure) and node.image.source.endswith(".svg"):
            texts = etree.fromstring(title.book.pictures[node.image.source]).iter(SVG_TEXT)
            words = sorted((squeeze("".join(text.itertext())) for text in texts), key=len, reverse=True)
            yield from ((title.pressed.pages.labels[node.id], word) for word in words)


def spelt(book: Book, listed: tuple[IndexEntry, ...]) -> Iterator[tuple[str, str]]:
    """Each word that index.yaml looks for, and its entry's; those not to be found hide shorter ones, for nobody."""
    shown = {entry.term for entry in entries(book)}
    looked_for = {word for entry in listed if entry.find and not entry.see for word in (entry.term, *entry.also)}
    for entry in listed:
        for word in (entry.term, *entry.also):
            if entry.find and not entry.see and entry.term in shown:
                yield word, entry.term
            elif word not in looked_for:
                yield word, ""


def groups(book: Book) -> list[tuple[str, list[str]]]:
    (index,) = (node for node in walk(index_part(book)) if isinstance(node, Index))
    return [(group.head, [entry.term for entry in group.entries]) for group in index.groups]
