"""Read what a tagged PDF says, by its structure tree: headings, flow, notes, pictures and links, without furniture."""

import re
from collections.abc import Callable, Iterator
from ctypes import c_ushort, create_string_buffer
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from pypdfium2 import raw

from kanben.place import Place
from kanben.proof.agreement.said import Kind, Link, Passage, Said, as_typed, bare, plain, united
from kanben.proof.glyphs import open_pdf
from kanben.trouble import Stop, trouble

TEXT_OBJECT, FORM = 1, 5
NESTING, DEEPEST = 8, 100
"""Of forms within forms, and of elements within elements: what lies deeper is a stranger's trick, and is not read."""
PASSED_BY = frozenset(("TOC", "Formula", "RT", "RP", "Artifact"))
HEADINGS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"))
RUNNING = frozenset(("Span", "Link", "Reference", "Em", "Strong", "Quote", "Code", "Ruby", "RB", "Annot", "Private"))
"""Elements within a line; all others end what was being said before them."""
LIST_MARK = re.compile(r"[•◦▪·–—]?|[（(]?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5})[.)）．、]")
FLOATING = frozenset(("Table", "Caption"))


@dataclass
class Leaf:
    """What a page's tree says so far, by its elements."""

    texts: dict[int, str]
    place: Place
    page: int
    passages: list[Passage] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    note: str = ""
    depth: int = 0
    floating: bool = False

    def read(self, element: Any, kind: Kind = "text") -> None:
        """Read an element and all within."""
        name = said_by(raw.FPDF_StructElement_GetType, element)
        if name == "Figure":
            self.tell("picture", bare(said_by(raw.FPDF_StructElement_GetAltText, element)))
            self.read_captions(element, kind)
            return
        if name in PASSED_BY or self.depth > DEEPEST:
            return
        if name == "Note":
            self.note = said_by(raw.FPDF_StructElement_GetID, element)
        inner: Kind = "heading" if name in HEADINGS else "note" if name == "Note" else kind
        if is_block := name not in RUNNING:
            self.end_run(kind)
        begin, before = len(self.run), self.floating
        self.floating = before or name in FLOATING
        self.depth += 1
        self.read_content(element, inner)
        self.depth -= 1
        if name == "Link" and (words := plain("".join(self.run[begin:]))):
            self.links.append(Link(words, "", self.place))
        if name == "Lbl" and (kind == "note" or LIST_MARK.fullmatch(plain("".join(self.run[begin:])))):
            del self.run[begin:]
        if is_block:
            self.end_run(inner)
        self.floating = before

    def read_content(self, element: Any, kind: Kind) -> None:
        for index in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
                self.read(child, kind)
            else:
                content = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
                self.run.append(self.texts.get(content, "") if content >= 0 else "")

    def read_captions(self, figure: Any, kind: Kind) -> None:
        """Of a picture its caption alone is read: words drawn in it are the picture's."""
        for index in range(max(raw.FPDF_StructElement_CountChildren(figure), 0)):
            child = raw.FPDF_StructElement_GetChildAtIndex(figure, index)
            if child and said_by(raw.FPDF_StructElement_GetType, child) == "Caption":
                self.read(child, kind)

    def end_run(self, kind: Kind) -> None:
        self.tell(kind, as_typed("".join(self.run)))
        self.run.clear()

    def tell(self, kind: Kind, words: str) -> None:
        if words:
            note = self.note if kind == "note" else ""
            self.passages.append(Passage(kind, words, self.place, self.page, note, self.floating))


def said_by(ask: Callable[..., int], element: Any) -> str:
    length = ask(element, None, 0)
    buffer = create_string_buffer(max(length, 2))
    ask(element, buffer, length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")


def pdf_says(data: bytes, name: str) -> Said:
    """Read all pages; a PDF without a structure tree says nothing."""
    document = open_pdf(data, name)
    try:
        leaves = [leaf for number in range(len(document)) for leaf in read_page(document, number, name)]
    except pypdfium2.PdfiumError as problem:
        raise Stop((trouble("broken-pdf", Place(name)),)) from problem
    finally:
        document.close()
    passages = (passage for leaf in leaves for passage in leaf.passages)
    return Said("PDF", united(passages), tuple(link for leaf in leaves for link in leaf.links))


def folios(data: bytes, name: str) -> list[str]:
    """The labels of a PDF's pages, in their order."""
    document = open_pdf(data, name)
    try:
        return [document.get_page_label(number) for number in range(len(document))]
    finally:
        document.close()


def read_page(document: pypdfium2.PdfDocument, number: int, name: str) -> Iterator[Leaf]:
    page = document[number]
    tree = raw.FPDF_StructTree_GetForPage(page)
    if tree:
        leaf = Leaf(marked_texts(page), Place(name), number + 1)
        for index in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
            if child := raw.FPDF_StructTree_GetChildAtIndex(tree, index):
                leaf.read(child)
        raw.FPDF_StructTree_Close(tree)
        yield leaf
    page.close()


def marked_texts(page: pypdfium2.PdfPage) -> dict[int, str]:
    """The text of each piece of marked content by its number; what is marked as furniture has none."""
    text_page = page.get_textpage()
    found: dict[int, str] = {}
    for i in range(raw.FPDFPage_CountObjects(page)):
        for content, words in object_texts(raw.FPDFPage_GetObject(page, i), text_page, NESTING):
            found[content] = found.get(content, "") + words
    text_page.close()
    return found


def object_texts(drawn: Any, text_page: Any, nesting: int) -> Iterator[tuple[int, str]]:
    kind = raw.FPDFPageObj_GetType(drawn)
    content = raw.FPDFPageObj_GetMarkedContentID(drawn)
    if kind == TEXT_OBJECT and content >= 0:
        length = raw.FPDFTextObj_GetText(drawn, text_page, None, 0)
        buffer = (c_ushort * max(length // 2, 1))()
        raw.FPDFTextObj_GetText(drawn, text_page, buffer, length)
        yield content, bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")
    elif kind == FORM and nesting:
        for i in range(raw.FPDFFormObj_CountObjects(drawn)):
            yield from object_texts(raw.FPDFFormObj_GetObject(drawn, i), text_page, nesting - 1)
