"""Read the words out of finished editions, to lay them beside the Book's.

White space is left out everywhere, and formulas, which no two editions write alike.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree, html
from pypdfium2 import raw

from kanben.book.blocks import (
    CodeBlock,
    Definition,
    Epigraph,
    Equation,
    Figure,
    Heading,
    Paragraph,
    Plain,
    Table,
    Verse,
)
from kanben.book.book import Part
from kanben.book.entries import GlossaryEntry, IndexEntry, IndexGroup, ReferenceEntry
from kanben.book.inlines import Math, Note
from kanben.book.node import Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.proof.agreement.proof import agreement
from kanben.proof.agreement.reading import said_by
from kanben.proof.outside.order import Kind

CIRCLED = "[①-⑳㉑-㉟㊱-㊿]"
XHTML = "{http://www.w3.org/1999/xhtml}"


def differences(out: Path) -> list[str]:
    """What the finished editions in a folder say otherwise, as `kanben check` tells it; all three must be there."""
    files: dict[Kind, Path] = {"pdf": next(out.glob("*.pdf")), "epub": next(out.glob("*.epub")), "web": out / "web"}
    proof = agreement([said_by(kind, file) for kind, file in files.items()])
    assert proof.editions == ("PDF", "EPUB", "web")
    return [str(fault) for finding in proof.findings for fault in finding.faults]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


# ---- what the Book says --------------------------------------------------------------------------------------


def units(part: Part) -> list[str]:
    """The words of each leaf block of a part, in reading order, without notes."""
    inside_notes = {id(inner) for node in walk(part) if isinstance(node, Note) for inner in walk(node)}
    found = (words for node in walk(part) if id(node) not in inside_notes for words in words_of(node))
    return [squeezed for words in found if (squeezed := squeeze(words))]


def words_of(node: Any) -> Iterator[str]:
    match node:
        case Heading() | Paragraph() | Plain() | ReferenceEntry():
            yield words_without_formulas(node.children)
        case Figure() | Table():
            yield words_without_formulas(node.caption)
        case Equation():
            yield node.after
        case Verse():
            yield "".join(map(text_of, node.lines))
        case Definition():
            yield text_of(node.term)
        case GlossaryEntry() | IndexEntry():
            yield node.term
        case IndexGroup():
            yield node.head
        case CodeBlock():
            yield node.text


def words_without_formulas(value: Any) -> str:
    def silent(node: Node) -> Node:
        return Math("") if isinstance(node, Math) else node

    return text_of(rebuild(value, silent))


def sources(part: Part) -> list[str]:
    """Who said the epigraphs."""
    return [squeeze(text_of(node.source)) for node in walk(part) if isinstance(node, Epigraph) and node.source]


def notes(part: Part) -> list[str]:
    found = [node for node in walk(part) if isinstance(node, Note) and not node.same]
    return [squeeze(words_without_formulas(node.blocks)) for node in found]


def descriptions(part: Part) -> list[str]:
    """What figures show, at length."""
    figures = [node for node in walk(part) if isinstance(node, Figure) and node.description]
    return [squeeze(text_of(node.description)) for node in figures]


def left_over(flow: str, wanted: list[str]) -> tuple[list[str], str]:
    """(units that do not stand in the flow in their order, what else the flow holds)."""
    lost, rest, cursor = [], [], 0
    for unit in wanted:
        found = flow.find(unit, cursor)
        if found < 0:
            lost.append(unit)
            continue
        rest.append(flow[cursor:found])
        cursor = found + len(unit)
    return lost, "|".join(filter(None, [*rest, flow[cursor:]]))


# ---- what the editions say -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """An edition's words of one part: those in the flow, those of each note, and those of figures' descriptions."""

    flow: str
    notes: tuple[str, ...]
    descriptions: tuple[str, ...] = ()


def web_words(data: bytes) -> Words:
    main = html.fromstring(data).find(".//main")
    drop(main, is_formula)
    told = take_descriptions(main, "details")
    notes = [
        squeeze(text(item.find(".//*[@class='words']"))) for item in main.findall(".//*[@role='doc-endnotes']/ol/li")
    ]
    drop(main, lambda e: e.get("role") in ("doc-endnotes", "doc-backlink") or "doc-noteref" in (e.get("role") or ""))
    return Words(squeeze(text(main)), tuple(notes), told)


def epub_words(data: bytes) -> Words:
    body = etree.fromstring(data).find(f"{XHTML}body")
    drop(body, is_formula)
    told = take_descriptions(body, f"{XHTML}details")
    asides = body.findall(f".//{XHTML}aside")
    for aside in asides:
        drop(aside, lambda e: e.get("role") == "doc-backlink")
    notes = [squeeze(text(aside)) for aside in asides]
    drop(body, lambda e: e.tag == f"{XHTML}aside" or e.get("role") in ("doc-noteref", "doc-backlink"))
    return Words(squeeze(text(body)), tuple(notes), told)


def is_formula(element: Any) -> bool:
    return etree.QName(element).localname == "math"


def take_descriptions(root: Any, tag: str) -> tuple[str, ...]:
    """The words of what is folded up below figures, taken out of the flow, without the words that unfold it."""
    found = [element for element in root.iter(tag) if element.get("class") == "description"]
    told = tuple(squeeze("".join(text(child) for child in element[1:])) for element in found)
    drop(root, lambda element: element in found)
    return told


def epub_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist()}


def text(element: Any) -> str:
    return "".join(element.itertext())


def drop(root: Any, unwanted: Any) -> None:
    """Take elements out of a tree, but not the text behind them."""
    for element in [e for e in root.iter(etree.Element) if e is not root and unwanted(e)]:
        parent, before = element.getparent(), element.getprevious()
        if parent is None:
            continue
        if before is None:
            parent.text = (parent.text or "") + (element.tail or "")
        else:
            before.tail = (before.tail or "") + (element.tail or "")
        parent.remove(element)


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of the print edition: its label, its lines in the flow, its notes, its running head and its folio."""

    label: str
    flow: str
    notes: tuple[str, ...]
    head: str
    folio: str


HEAD_BELOW, FOLIO_ABOVE = 55.0, 50.0  # pt from the top and from the bottom of the page
NOTE_SIZE = 12.0  # 9 pt, in the CSS pixels that WeasyPrint writes


def pdf_pages(data: bytes) -> list[PdfPage]:
    document = pypdfium2.PdfDocument(data)
    return [pdf_page(document[n], document.get_page_label(n)) for n in range(len(document))]


def pdf_page(page: Any, label: str) -> PdfPage:
    """Take a page apart by where its words stand: note marks of the notes' own size begin the foot of the page.

    Of a turned page that is its right edge.
    """
    words, top = page.get_textpage(), page.get_height()
    marks = list(note_marks(words))
    foot = max((box[3] + 1 for box, turned in marks if not turned), default=FOLIO_ABOVE)
    edge = min((box[0] - 1 for box, turned in marks if turned), default=page.get_width())
    notes = words.get_text_bounded(bottom=FOLIO_ABOVE, top=foot)
    notes += words.get_text_bounded(left=edge, bottom=FOLIO_ABOVE, top=top - HEAD_BELOW)
    return PdfPage(
        label,
        squeeze(words.get_text_bounded(right=edge, bottom=foot, top=top - HEAD_BELOW)),
        tuple(squeeze(note) for note in re.split(rf"(?m)^\s*(?={CIRCLED}\s)", notes) if note.strip()),
        squeeze(words.get_text_bounded(bottom=top - HEAD_BELOW)),
        squeeze(words.get_text_bounded(top=FOLIO_ABOVE)),
    )


def note_marks(words: Any) -> Iterator[tuple[tuple[float, float, float, float], bool]]:
    """Where the notes' own marks stand, and whether they are turned; calls in the text are smaller."""
    matrix = raw.FS_MATRIX()
    for n in range(words.count_chars()):
        is_mark = re.match(CIRCLED, chr(raw.FPDFText_GetUnicode(words, n)))
        if is_mark and round(raw.FPDFText_GetFontSize(words, n), 1) == NOTE_SIZE:
            raw.FPDFText_GetMatrix(words, n, matrix)
            yield words.get_charbox(n, loose=True), abs(matrix.b) > abs(matrix.a)
