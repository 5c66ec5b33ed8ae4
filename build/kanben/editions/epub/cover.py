"""Lay out the cover as an HTML page of 1600 × 2560 px; the print worker draws it."""

from dataclasses import replace
from pathlib import Path

from kanben.book.book import Book
from kanben.editions.pages import Pages
from kanben.editions.roles import roles_in
from kanben.editions.title_lines import fit

MEASURE = 1010
"""The width in px of the label's inside, which the title may fill."""


def cover_page(book: Book, own: Path | None) -> str:
    """Give a complete page, `@page` and style within it; its only fonts are the Noto Han families.

    The title's letters shrink until it fits the label. `own` is the title's folder of templates. The editor's own
    cover, where it is a drawing, fills a page of its own shape instead.
    """
    book = replace(book, pictures={})  # Jinja's environments lie in circles, and would hold them until the end
    pages = Pages("epub", book, own, role_of=roles_in(book.record.language))
    if book.cover:
        return pages.render("drawn-cover.html", cover=book.cover)
    return pages.render(
        "cover.html",
        title=fit(book.record.title, MEASURE, 860, 208),
        subtitle=fit(book.record.subtitle, MEASURE, 300, 64) if book.record.subtitle else None,
        measure=MEASURE,
    )
