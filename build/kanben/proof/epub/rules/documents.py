"""E13: every page is well-formed XML, and every id stands once."""

from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.epub.markup import XHTML, Document
from kanben.proof.epub.publication import Pages, Publication
from kanben.proof.ruling import Ruling, asked
from kanben.trouble import Trouble, trouble


def documents(book: Publication) -> Ruling:
    """E13: pages, NCX and package parse, declare no entities, and give no id twice."""
    others = [*([book.ncx] if book.ncx else ()), book.package]
    faults = [fault for page in book.pages for fault in document_faults(book, page, is_page=True)]
    return asked("E13", [*faults, *(fault for each in others for fault in document_faults(book, each))])


def document_faults(book: Publication, page: Document, is_page: bool = False) -> Iterator[Trouble]:
    if page.root is None:
        yield trouble("not-well-formed", Place(page.name, page.line), problem=page.problem)
        return
    for name in page.entities:
        yield trouble("entity-declared", Place(page.name), name=name)
    if is_page and page.root.tag != f"{{{XHTML}}}html":
        yield trouble("not-xhtml", book.at(page, page.root))
    yield from id_faults(book, page)


def id_faults(book: Pages, page: Document) -> Iterator[Trouble]:
    """Tell each id that stands on a page a second time."""
    seen: dict[str, int] = {}
    for element in page.every():
        name = element.get("id")
        if name is not None and name in seen:
            yield trouble("id-twice", book.at(page, element), id=name, first=seen[name])
        elif name is not None:
            seen[name] = element.sourceline or 0
