"""Read the index out of a finished PDF, and find its words in the other pages anew."""

import re
from collections.abc import Iterator

from kanben.book.book import Book, Part
from kanben.book.entries import Index, IndexEntry
from kanben.book.walk import walk
from tests.agreement import CIRCLED, PdfPage, pdf_pages, squeeze
from tests.real_titles import RealTitle

PLACES = "((?:[0-9ivx]+(?:—[0-9ivx]+)?、?)*)"


def index_part(book: Book) -> Part:
    return next(part for part in book.parts if part.kind == "index")


def entries(book: Book) -> list[IndexEntry]:
    """The entries in the order of print, those below another right after it."""
    return [node for node in walk(index_part(book)) if isinstance(node, IndexEntry)]


def pages_of(title: RealTitle, part: Part, pages: list[PdfPage]) -> list[PdfPage]:
    """The pages on which a part stands."""
    numbers = {page.label: n for n, page in enumerate(pages)}
    openers = sorted(numbers[title.pressed.pages.labels[other.id]] for other in title.book.parts)
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


def occurrences(title: RealTitle, words: dict[str, str], leave_out: list[str]) -> dict[str, set[str]]:
    """The pages of the running text on which each entry's words stand, the longest first, but in no title in 《》.

    `words` maps each word to its entry's; `leave_out` are other words of the pages, as pictures hold them.
    """
    text, labels = running_text(title, leave_out)
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile("《[^》]*》|" + "|".join(re.escape(squeeze(word)) for word in longest_first))
    found: dict[str, set[str]] = {term: set() for term in words.values()}
    squeezed = {squeeze(word): term for word, term in words.items()}
    for match in pattern.finditer(text):
        if match[0] in squeezed:
            found[squeezed[match[0]]].add(labels[match.start()])
    return found


def running_text(title: RealTitle, leave_out: list[str]) -> tuple[str, list[str]]:
    """The words of all pages that the index looks through, without note calls, and each character's page."""
    pages = pdf_pages(title.pdf)
    text, labels = "", []
    for part in title.book.parts:
        if part.kind in ("chapter", "preface", "conclusion", "other"):
            for page in pages_of(title, part, pages):
                words = re.sub(CIRCLED, "", page.flow)
                for other in leave_out:
                    words = words.replace(other, "|")
                text += words
                labels += [page.label] * len(words)
            text, labels = text + "|", [*labels, ""]
    return text, labels


def spelt(book: Book, listed: tuple[IndexEntry, ...]) -> Iterator[tuple[str, str]]:
    """Each word that index.yaml looks for, and its entry's."""
    shown = {entry.term for entry in entries(book)}
    for entry in listed:
        if entry.find and not entry.see and entry.term in shown:
            yield from ((word, entry.term) for word in (entry.term, *entry.also))


def groups(book: Book) -> list[tuple[str, list[str]]]:
    (index,) = (node for node in walk(index_part(book)) if isinstance(node, Index))
    return [(group.head, [entry.term for entry in group.entries]) for group in index.groups]
