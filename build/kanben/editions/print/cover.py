"""Draw the e-book's cover, a page of HTML as a JPEG; say what the sheet cuts off the editor's own."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pypdfium2
from weasyprint import HTML

from kanben.book.book import Book
from kanben.editions.print.fetcher import BASE, TitleFetcher
from kanben.editions.print.houses import HOUSES
from kanben.editions.print.trims import Trim
from kanben.trouble import Trouble, trouble

WIDTH, HEIGHT, QUALITY = 1600, 2560, 88  # pixels; JPEG quality
BLEED = 3  # mm, on each side of the sheet
UNSEEN = 0.03
"""The share of a picture that may be cut off in silence."""


def cover_faults(book: Book, trim: Trim) -> Iterator[Trouble]:
    """Tell of a cover whose shape is not the sheet's: it fills the sheet, and what stands out is cut off."""
    cover = book.cover
    if not (cover and book.settings.cover and HOUSES[book.settings.theme].leaves):
        return
    sheet = (trim.width + 2 * BLEED) / (trim.height + 2 * BLEED)
    shape = cover.width / cover.height
    cut = 1 - min(sheet, shape) / max(sheet, shape)
    if cut > UNSEEN:
        facts = {"width": f"{trim.width:g}", "height": f"{trim.height:g}", "share": str(round(cut * 100))}
        yield trouble("cover-cut", cover.place, file=cover.source, **facts)


def draw_cover(html: str, pictures: Mapping[str, bytes], fonts: Any = None) -> Iterator[bytes]:
    """Yield a JPEG as large as 1600 × 2560 pixels hold; `pictures` are those that the page may show.

    `fonts` are WeasyPrint's, where it has looked for them already.
    """
    pdf = HTML(string=html, base_url=BASE, url_fetcher=TitleFetcher(pictures)).write_pdf(font_config=fonts)
    page = pypdfium2.PdfDocument(pdf)[0]
    scale = min(WIDTH / page.get_width(), HEIGHT / page.get_height())
    size = round(page.get_width() * scale), round(page.get_height() * scale)
    picture = page.render(scale=scale).to_pil()
    if picture.size != size:  # else Pillow would copy it
        picture = picture.resize(size)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, subsampling=0)
    yield written.getvalue()
