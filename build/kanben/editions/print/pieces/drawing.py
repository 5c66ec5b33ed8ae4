"""Draw one leaf's pages as a piece, by WeasyPrint's own generate_pdf.

pdf.build_fonts_dictionary    fonts are written once, for all pieces
pdf.add_outlines              so is the outline
pdf.resolve_links             a link may lead to another leaf
pdf.stream.Stream.add_font    a font's file is read once in a process, not once for each leaf
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import nullcontext
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.pdf import VARIANTS
from weasyprint.pdf.stream import Stream

from kanben.editions.print.change_bars import draw_change_bars
from kanben.editions.print.composer.guard import Layer, Replacement
from kanben.editions.print.pieces import painting, texts
from kanben.editions.print.pieces.fonts import add_font, united
from kanben.editions.print.pieces.painting import paintings
from kanben.editions.print.pieces.piece import CATALOG, DOCUMENT, FONTS, PAGES, Branch, Gap, PageFacts, Piece, Spot
from kanben.editions.print.pieces.plain import Plain, marked_key, marking, number_of
from kanben.editions.print.standards import tagged
from kanben.editions.print.standards.variants import PRESS, finish_piece, prepare
from kanben.editions.print.units import PT_PER_PX

CHECKED = {"70.0": "98103e6ee0533a75"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""

_build_fonts_dictionary = weasyprint.pdf.build_fonts_dictionary
_add_outlines = weasyprint.pdf.add_outlines
_resolve_links = weasyprint.pdf.resolve_links
_add_font = Stream.add_font


def draw_piece(document: Any, astray: Collection[str], variant: str, is_redline: bool) -> Piece:
    """Draw a document's pages, without the links whose targets are `astray`."""
    links = [page.links[:] for page in document.pages]
    try:
        prepare(variant, document.pages)
        for page in document.pages:
            for *_, box in page.links:
                box.__dict__.pop("link_annotation", None)  # of an earlier drawing
            page.links[:] = [link for link in page.links if link[0] != "internal" or link[1] not in astray]
        whole = document.copy()
        with nullcontext() if variant == PRESS else tagged(whole.pages), marking(), LAYER.installed():
            pdf = weasyprint.pdf.generate_pdf(whole, None, 1, **options_of(variant))
            fonts = united(painting.fonts for painting in paintings(pdf))
            if is_redline:
                draw_change_bars(pdf, whole.pages)
            finish_piece(pdf, variant)
            return read_piece(pdf, whole, fonts)
    finally:
        for page, own in zip(document.pages, links, strict=True):
            page.links[:] = own


def options_of(variant: str) -> dict[str, Any]:
    """The options that a variant implies for pages; its metadata are the book's."""
    _, implied = VARIANTS[variant]
    return {**DEFAULT_OPTIONS, **implied, "pdf_tags": variant != PRESS}


def read_piece(pdf: Any, document: Any, used: tuple[Any, ...]) -> Piece:
    """Take the plain data out of what was drawn, while references are marked."""
    sheets = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
    branch = pdf.__dict__.get("branch", Branch())
    for number, sheet in enumerate(sheets):
        if "StructParents" in sheet:
            sheet["StructParents"] = marked_key(number)
    fonts = number_of(pdf.objects[number_of(sheets[0]["Resources"])]["Font"])
    elsewhere = {pdf.pages.number: PAGES, pdf.catalog.number: CATALOG, fonts: FONTS, -DOCUMENT: DOCUMENT}
    plain = Plain.of(pdf.objects[1:], {number: Gap("book", place) for number, place in elsewhere.items()})
    return Piece(
        tuple(plain.objects),
        tuple(plain.streams),
        tuple(plain.shared),
        tuple(plain.places[sheet.number].number for sheet in sheets),
        numbered(branch, plain.places),
        used,
        tuple(spots_of(document.pages)),
        tuple(PageFacts(page.height, tuple(map(tuple, page.bookmarks))) for page in document.pages),
    )


def numbered(branch: Branch, places: dict[int, Gap]) -> Branch:
    """A branch by the piece's numbers instead of pydyf's."""
    return Branch(
        tuple(places[number].number for number in branch.tops),
        tuple(tuple(None if one is None else places[one].number for one in page) for page in branch.pages),
        tuple(places[number].number for number in branch.annotations),
        tuple((name, places[number].number) for name, number in branch.names),
        branch.language,
    )


def spots_of(pages: Sequence[Any]) -> Iterator[Spot]:
    for number, page in enumerate(pages):
        for name, (x, y, _, _) in page.anchors.items():
            place = b" ".join(map(pydyf._to_bytes, ("/XYZ", x * PT_PER_PX, (page.height - y) * PT_PER_PX, 0)))
            yield Spot(name, number, place)


# ---- in the place of WeasyPrint's and pydyf's ----------------------------------------------------------------


def build_fonts_dictionary(*_: Any) -> Any:
    """Leave the fonts to the book; pages refer to its dictionary."""
    return pydyf.Dictionary()


def add_outlines(*_: Any) -> None:
    """Leave the outline to the book."""


def resolve_links(pages: Sequence[Any]) -> Iterator[tuple[list[Any], list[Any]]]:
    """Keep links to other leaves, which go by name; the names are the book's."""
    for page in pages:
        yield list(page.links), []


REPLACEMENTS = (
    Replacement(weasyprint.pdf, "build_fonts_dictionary", build_fonts_dictionary, _build_fonts_dictionary),
    Replacement(weasyprint.pdf, "add_outlines", add_outlines, _add_outlines),
    Replacement(weasyprint.pdf, "resolve_links", resolve_links, _resolve_links),
    Replacement(Stream, "add_font", add_font, _add_font),
    *painting.REPLACEMENTS,
    *texts.REPLACEMENTS,
)
RELIED_ON = (
    weasyprint.pdf.generate_pdf,
    weasyprint.pdf._use_references,
    weasyprint.pdf.anchors.add_links,
    _add_outlines,
    _resolve_links,
    _add_font,
    *painting.RELIED_ON,
)
LAYER = Layer(CHECKED, REPLACEMENTS, RELIED_ON)
