"""Write the laid out pages as one PDF, and give it what WeasyPrint leaves out: page labels."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pydyf

from kanben.editions.print.folios import Folio
from kanben.editions.print.standards import tagged


def write_pdf(documents: Sequence[Any], pages: Sequence[Any], folios: Sequence[Folio], variant: str) -> bytes:
    """One PDF of all pages; the first document's metadata is the book's."""

    def finish(document: Any, pdf: Any) -> None:
        pdf.catalog["PageLabels"] = page_labels(folios)

    whole = documents[0].copy(list(pages))
    with tagged(pages):
        data: bytes = whole.write_pdf(pdf_variant=variant, finisher=finish)
    return data


def page_labels(folios: Sequence[Folio]) -> Any:
    """A number tree: at each change of style or jump of number, the style and the number that it starts with."""
    numbers = pydyf.Array()
    for _, run in groupby(enumerate(folios), key=lambda item: (item[1].style, item[1].number - item[0])):
        index, folio = next(run)
        numbers += [index, pydyf.Dictionary({"S": f"/{folio.style}", "St": folio.number})]
    return pydyf.Dictionary({"Nums": numbers})
