"""Draw the e-book's cover: a page of HTML as a JPEG."""

import io
from collections.abc import Iterator, Mapping

import pypdfium2
from weasyprint import HTML

from kanben.editions.print.fetcher import BASE, TitleFetcher

WIDTH, HEIGHT, QUALITY = 1600, 2560, 88  # pixels; JPEG quality


def draw_cover(html: str, pictures: Mapping[str, bytes]) -> Iterator[bytes]:
    """Yield a JPEG as large as 1600 × 2560 pixels hold; `pictures` are those that the page may show."""
    pdf = HTML(string=html, base_url=BASE, url_fetcher=TitleFetcher(pictures)).write_pdf()
    page = pypdfium2.PdfDocument(pdf)[0]
    scale = min(WIDTH / page.get_width(), HEIGHT / page.get_height())
    size = round(page.get_width() * scale), round(page.get_height() * scale)
    picture = page.render(scale=scale).to_pil().convert("RGB").resize(size)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, subsampling=0)
    yield written.getvalue()
