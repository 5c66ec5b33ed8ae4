"""Draw the e-book's cover: a page of HTML as a JPEG."""

import io
from collections.abc import Iterator

import pypdfium2
from weasyprint import HTML

from kanben.editions.print.fetcher import TitleFetcher

WIDTH, HEIGHT, QUALITY = 1600, 2560, 88  # pixels; JPEG quality


def draw_cover(html: str) -> Iterator[bytes]:
    """Yield a JPEG of 1600 × 2560 pixels."""
    pdf = HTML(string=html, url_fetcher=TitleFetcher({})).write_pdf()
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB").resize((WIDTH, HEIGHT))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, subsampling=0)
    yield written.getvalue()
