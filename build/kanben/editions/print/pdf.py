"""Write the laid out pages as one PDF of the title's variant, with what WeasyPrint leaves out: tags and page labels."""

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import groupby
from typing import Any

import pydyf

from kanben.book.book import Book
from kanben.editions.print.change_bars import draw_change_bars
from kanben.editions.print.folios import Folio
from kanben.editions.print.standards import tagged
from kanben.editions.print.standards.variants import PRESS, finish, prepare


def write_pdf(documents: Sequence[Any], pages: Sequence[Any], folios: Sequence[Folio], book: Book) -> bytes:
    """One PDF of all pages; the first document's metadata is the book's."""
    variant = book.settings.variant

    def finish_all(document: Any, pdf: Any) -> None:
        pdf.catalog["PageLabels"] = page_labels(folios)
        if book.is_redline:
            draw_change_bars(pdf, pages)
        finish(pdf, book)

    whole = documents[0].copy(list(pages))
    prepare(variant, pages)
    with nullcontext() if variant == PRESS else tagged(pages):
        data: bytes = whole.write_pdf(pdf_variant=variant, pdf_tags=variant != PRESS, finisher=finish_all)
    return data


def page_labels(folios: Sequence[Folio]) -> Any:
    """A number tree: at each change of style or jump of number, the style and the number that it starts with.

    A cover has its name instead.
    """
    numbers = pydyf.Array()
    for _, run in groupby(enumerate(folios), key=lambda item: (item[1].name, item[1].style, item[1].number - item[0])):
        index, folio = next(run)
        counted = {"S": f"/{folio.style}", "St": folio.number}
        numbers += [index, pydyf.Dictionary({"P": pydyf.String(folio.name)} if folio.name else counted)]
    return pydyf.Dictionary({"Nums": numbers})
