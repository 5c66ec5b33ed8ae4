"""E8: the pages of the printed book, where they begin, and a list of them that says the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kanben.place import Place
from kanben.proof.epub.markup import Document, Element, is_a, local, resolve, text_of
from kanben.proof.epub.publication import Publication, value
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble

CLAIMS = frozenset({"pageBreakMarkers", "pageNavigation", "printPageNumbers"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page of print by its number and by where it begins."""

    label: str
    target: tuple[str, str] | None
    place: Place

    def is_same(self, other: "Page") -> bool:
        return (self.label, self.target) == (other.label, other.target)


def page_marks(book: Publication) -> Ruling:
    """E8: the page list gives the marks in their order, a source is named, and nothing is claimed without marks."""
    marks, listed = list(marked(book)), list(listed_pages(book))
    claims = [meta for meta in book.meta_elements("schema:accessibilityFeature") if value(meta) in CLAIMS]
    if not (marks or listed or claims or sources(book) or book.navs("page-list")):
        return asked("E8", [], False)
    if any(page.root is None for page in book.pages):
        return asked("E8", [], False)  # E13 tells why
    faults = [*mark_faults(marks), *list_faults(book, marks, listed), *source_faults(book, marks)]
    return asked("E8", [*faults, *claim_faults(book, marks, claims), *ncx_faults(book, marks)])


def marked(book: Publication) -> Iterator[Page]:
    spine = {item.name for item in book.spine}
    for page in book.pages:
        for element in page.every() if page.name in spine else ():
            if is_a(element, "pagebreak"):
                label = element.get("aria-label") or element.get("title") or text_of(element)
                yield Page(label.strip(), (page.name, element.get("id") or ""), book.at(page, element))


def listed_pages(book: Publication) -> Iterator[Page]:
    for nav in book.navs("page-list"):
        for link in nav.iter("{*}a"):
            page: Document | None = book.nav
            if page is not None:
                yield Page(text_of(link), resolve(page.name, link.get("href", "")), book.at(page, link))


def mark_faults(marks: list[Page]) -> Iterator[Trouble]:
    seen: set[str] = set()
    for mark in marks:
        if not mark.label:
            yield trouble("page-mark-unnamed", mark.place)
        elif mark.label in seen:
            yield trouble("page-mark-twice", mark.place, page=mark.label)
        seen.add(mark.label)


def list_faults(book: Publication, marks: list[Page], listed: list[Page]) -> Iterator[Trouble]:
    """Tell the first entry that is not the mark of its place; the others follow from it."""
    place = Place(book.nav.name if book.nav else book.package.name)
    if marks and not listed:
        yield trouble("no-page-list", place)
        return
    pairs = zip_longest(marks, listed)
    mark, entry = next(((a, b) for a, b in pairs if not (a and b and a.is_same(b))), (None, None))
    where = entry.place if entry else place
    if len(marks) != len(listed):
        yield trouble("page-list-length", where, marks=len(marks), entries=len(listed))
    elif mark and entry:
        yield trouble("page-list-differs", where, entry=entry.label, mark=mark.label)


def sources(book: Publication) -> list[str]:
    """Where the page numbers come from, as EPUB Accessibility 1.1 or its forerunner says it."""
    old = [value(meta) for meta in book.package.every("meta") if meta.get("property") == "source-of"]
    return [*book.metas("pageBreakSource"), *(word for word in old if word == "pagination")]


def source_faults(book: Publication, marks: list[Page]) -> Iterator[Trouble]:
    place = Place(book.package.name)
    if marks and not any(sources(book)):
        yield trouble("no-page-source", place)
    if not marks and sources(book):
        yield trouble("page-source-without-marks", place)


def claim_faults(book: Publication, marks: list[Page], claims: list[Element]) -> Iterator[Trouble]:
    for meta in claims if not marks else ():
        yield trouble("page-claim-without-marks", book.at(book.package, meta), claim=value(meta))


def ncx_faults(book: Publication, marks: list[Page]) -> Iterator[Trouble]:
    if book.ncx is None:
        return
    found = list(book.ncx.every("pageTarget"))
    labels = ["".join(text_of(child) for child in point if local(child) == "navLabel") for point in found]
    other = next(
        (n for n, (label, mark) in enumerate(zip_longest(labels, marks)) if not mark or label != mark.label), -1
    )
    if found and other >= 0:
        where = found[min(other, len(found) - 1)]
        yield trouble("ncx-pages-differ", book.at(book.ncx, where), entries=len(labels), marks=len(marks))
