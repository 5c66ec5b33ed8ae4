"""Write the leaves as one PDF of the title's variant: from pieces, or by WeasyPrint alone where it is not tested."""

from collections.abc import Sequence
from typing import Any

from kanben.book.book import Book
from kanben.editions.print.change_bars import draw_change_bars
from kanben.editions.print.folios import Folio
from kanben.editions.print.galley import Galley
from kanben.editions.print.pieces.frame import page_labels
from kanben.editions.print.setting import Setting
from kanben.editions.print.standards.variants import PRESS, finish_book, finish_piece, prepare, press_for


def write_pdf(setting: Setting, galleys: Sequence[tuple[Galley, int]], folios: Sequence[Folio]) -> bytes:
    """One PDF of the galleys' pages; with each galley its first page's number."""
    draw, document_for = setting.typesetter.draw, setting.typesetter.document_for
    pieces = [galley.drawn(draw, document_for, setting.labels, first) for galley, first in galleys]
    return setting.typesetter.shop.writer.write(pieces, folios, galleys[0][0].metadata, setting.book)


def write_by_weasyprint(documents: Sequence[Any], folios: Sequence[Folio], book: Book) -> bytes:
    """One PDF of all pages, tagged as WeasyPrint does; the first document's metadata is the book's."""
    variant = book.settings.variant

    def finish(document: Any, pdf: Any) -> None:
        pdf.catalog["PageLabels"] = page_labels(folios)
        if book.is_redline:
            draw_change_bars(pdf, pages)
        finish_piece(pdf, variant)
        finish_book(pdf, book.record, variant, press_for(variant))

    pages = [page for document in documents for page in document.pages]
    whole = documents[0].copy(pages)
    prepare(variant, pages)
    data: bytes = whole.write_pdf(pdf_variant=variant, pdf_tags=variant != PRESS, finisher=finish)
    return data
