"""Name the pages by their addresses, where the title says at which address its web edition is published."""

from collections.abc import Iterable
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from kanben.book.book import Record

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def address_of(record: Record, file: str) -> str:
    """The address of a page, or of a file beside the folder (../book.pdf); empty where none is known.

    The start page's is the folder's own.
    """
    return urljoin(record.url, "" if file == "index.html" else file) if record.url else ""


def sitemap_files(record: Record, pages: Iterable[str]) -> dict[str, bytes]:
    """sitemap.xml for search engines (sitemaps.org 0.9), dated by the title; nothing without an address."""
    if not record.url:
        return {}
    day = f"<lastmod>{record.modified[:10]}</lastmod>"
    rows = "".join(f"<url><loc>{escape(address_of(record, page))}</loc>{day}</url>\n" for page in pages)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{rows}</urlset>\n'
    return {"sitemap.xml": text.encode()}
