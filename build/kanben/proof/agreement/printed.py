"""Read what a tagged PDF says, by its structure tree: headings, flow, notes, pictures and links, without furniture."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from kanben.place import Place
from kanben.proof.agreement.aims import Aim, Aims, Lead, Leads, names_in
from kanben.proof.agreement.listings import bookmarks
from kanben.proof.agreement.marked import Piece, marked_pieces
from kanben.proof.agreement.said import (
    PRINT,
    Kind,
    Link,
    Passage,
    Said,
    as_typed,
    bare,
    lead_of,
    plain,
    united,
    words_before,
)
from kanben.proof.agreement.stated import packet_states
from kanben.proof.agreement.tree_marks import TreeMarks
from kanben.proof.pdf.glyphs import open_pdf
from kanben.trouble import Stop, trouble

DEEPEST = 100
"""Of elements within elements: what lies deeper is a stranger's trick, and is not read."""
PASSED_BY = frozenset(("RP", "Artifact"))
HEADINGS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"))
RUNNING = frozenset(
    ("Span", "Link", "Reference", "Em", "Strong", "Quote", "Code", "Ruby", "RB", "RT", "Annot", "Private")
)
"""Elements within a line; all others end what was being said before them."""
CALL = re.compile("[①-⑳㉑-㉟㊱-㊿]")
OLDER = {"title": "Title", "creator": "Author", "description": "Subject"}
FLOATING = frozenset(("Table", "Caption"))


@dataclass
class Leaf:
    """What a page's tree says so far, by its elements."""

    pieces: dict[int, Piece]
    place: Place
    page: int
    aims: Aims
    passages: list[Passage] = field(default_factory=list)
    links: list[tuple[Link, Aim | None]] = field(default_factory=list)
    ways: list[tuple[Link, Aim | None]] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    built: TreeMarks = field(default_factory=TreeMarks)
    run: list[Piece] = field(default_factory=list)
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
        if name == "Formula":  # it is drawn
            self.run.append(Piece(said_by(raw.FPDF_StructElement_GetAltText, element)))
            return
        if name in PASSED_BY or self.depth > DEEPEST:
            return
        if name == "TOC":
            self.read_contents(element, self.depth)
            return
        if name == "Note":
            self.note = said_by(raw.FPDF_StructElement_GetID, element)
        inner: Kind = "heading" if name in HEADINGS else "note" if name == "Note" else kind
        if is_block := name not in RUNNING:
            self.end_run(kind)
        begin, before = len(self.run), self.floating
        opened = self.built.begin(name, said_by(raw.FPDF_StructElement_GetLang, element))
        self.floating = before or name in FLOATING
        self.depth += 1
        self.read_content(element, inner)
        self.depth -= 1
        if name == "Link":
            self.links += self.links_from(begin, kind)
        if name == "Lbl" and (kind == "note" or self.built.label(plain(joined(self.run[begin:])))):
            del self.run[begin:]
        if is_block:
            self.end_run(inner)
        else:
            self.built.hear(joined(self.run[begin:]), opened)
        self.built.end(name, opened)
        self.floating = before

    def read_content(self, element: Any, kind: Kind) -> None:
        for index in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
                self.read(child, kind)
            else:
                content = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
                self.run += [self.pieces[content]] if content in self.pieces else []

    def read_captions(self, figure: Any, kind: Kind) -> None:
        """Of a picture its caption alone is read: words drawn in it are the picture's."""
        for index in range(max(raw.FPDF_StructElement_CountChildren(figure), 0)):
            child = raw.FPDF_StructElement_GetChildAtIndex(figure, index)
            if child and said_by(raw.FPDF_StructElement_GetType, child) == "Caption":
                self.read(child, kind)

    def read_contents(self, element: Any, depth: int) -> None:
        """Of printed contents the links alone are read: bookmarks list the same."""
        for index in range(max(raw.FPDF_StructElement_CountChildren(element), 0) if depth <= DEEPEST else 0):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
            if child and said_by(raw.FPDF_StructElement_GetType, child) == "Link":
                begin = len(self.run)
                self.read_content(child, "text")
                self.ways += self.links_from(begin, "text")
                del self.run[begin:]
            elif child:
                self.read_contents(child, depth + 1)

    def links_from(self, begin: int, kind: Kind) -> Iterator[tuple[Link, Aim | None]]:
        """Give the link that the run has from a piece on, if it leads anywhere; on a circled number it calls a note."""
        said, spots = joined(self.run[begin:]), [piece.spot for piece in self.run[begin:] if piece.spot]
        words, is_call = plain(said), bool(CALL.search(said))
        aim = next((aim for spot in spots if (aim := self.aims.at(*spot.within))), None)
        if (spots and aim is None) or not (words or is_call):
            return
        words = words or words_before([piece.words for piece in self.run[:begin]])
        address = aim if isinstance(aim, str) else ""
        link = Link(words, self.place, self.page, is_call, kind == "note", address)
        yield link, None if isinstance(aim, str) else aim

    def marks(self) -> Iterator[Passage]:
        """Give what is built, where it has words."""
        for name, letters in self.built.found:
            if letters:
                yield Passage("mark", f"{name} {letters}", self.place, self.page)

    def end_run(self, kind: Kind) -> None:
        said = as_typed(joined(self.run))
        self.built.hear(said)
        self.tell(kind, said)
        words = [piece.words for piece in self.run]
        begin = 0
        for n, piece in enumerate(self.run):  # what is drawn before it belongs to it
            if piece.spot and piece.spot.is_upright and (lead := lead_of(words, begin)):
                self.leads.append(Lead(self.page - 1, piece.spot.base, piece.spot.left, lead))
            begin = n + 1 if piece.spot else begin
        self.run.clear()

    def tell(self, kind: Kind, words: str) -> None:
        if words:
            note = self.note if kind == "note" else ""
            self.passages.append(Passage(kind, words, self.place, self.page, note, self.floating))


def joined(pieces: Iterable[Piece]) -> str:
    return "".join(piece.words for piece in pieces)


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
        names = names_in(document)
        labels = [document.get_page_label(number) for number in range(len(document))]
        facts = tuple(packet_states(data, older_record(document), name))
        entries = list(bookmarks(document, name))
    except pypdfium2.PdfiumError as problem:
        raise Stop((trouble("broken-pdf", Place(name)),)) from problem
    finally:
        document.close()
    passages = tuple(passage for leaf in leaves for passage in leaf.passages)
    return Said(
        PRINT,
        united(passages),
        tuple(led(leaves, names, [each for leaf in leaves for each in leaf.links])),
        marks=tuple(mark for leaf in leaves for mark in leaf.marks()),
        facts=facts,
        leaf=tuple(front(passages)),
        pages=tuple(Link(label, Place(name), number) for number, label in enumerate(labels, 1) if label),
        contents=(tuple(led(leaves, names, entries)),) if entries else (),
        ways=tuple(led(leaves, names, [each for leaf in leaves for each in leaf.ways])),
    )


def older_record(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """What a PDF states beside its XMP, in the names of Dublin Core."""
    older = {name: document.get_metadata_value(called) for name, called in OLDER.items()}
    return older | {"language": said_by(catalogue_language, document)}


def catalogue_language(document: pypdfium2.PdfDocument, buffer: Any, length: int) -> int:
    return int(raw.FPDFCatalog_GetLanguage(document, cast(buffer, POINTER(c_ushort)) if buffer else None, length))


def front(passages: Sequence[Passage]) -> Iterator[Passage]:
    """What stands on the pages before the first heading."""
    first = next((passage.page for passage in passages if passage.kind == "heading"), 0)
    return (passage for passage in passages if passage.page < first)


def led(
    leaves: Sequence[Leaf], names: Mapping[Aim, frozenset[str]], links: Iterable[tuple[Link, Aim | None]]
) -> Iterator[Link]:
    """Give links with the names and words of the places to which they lead."""
    find = Leads(lead for leaf in leaves for lead in leaf.leads).at
    for link, aim in links:
        yield replace(link, targets=names.get(aim, frozenset()), lead=find(aim), onto=aim[0] + 1) if aim else link


def folios(data: bytes | Path, name: str) -> list[str]:
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
        leaf = Leaf(marked_pieces(page), Place(name), number + 1, Aims(document, page))
        for index in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
            if child := raw.FPDF_StructTree_GetChildAtIndex(tree, index):
                leaf.read(child)
        raw.FPDF_StructTree_Close(tree)
        yield leaf
    page.close()
