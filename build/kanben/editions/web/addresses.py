"""Name the pages by their addresses, where the title says at which address its web edition is published."""

from collections.abc import Iterable
from html import escape
from urllib.parse import urljoin, urlsplit

from kanben.book.book import Record

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def address_of(record: Record, file: str) -> str:
    """The address of a page, or of a file beside the folder (../book.pdf); empty where none is known.

    The start page's is the folder's own.
    """
    return urljoin(record.url, "" if file == "index.html" else file) if record.url else ""


def crawler_files(record: Record, pages: Iterable[str]) -> dict[str, bytes]:
    """What search engines look for at the address: sitemap.xml, and robots.txt where it is that of a whole host.

    Nothing without an address; a robots.txt below a host's root is read by nobody (RFC 9309 § 2.3).
    """
    if not record.url:
        return {}
    files = {"sitemap.xml": sitemap(record, pages).encode()}
    if urlsplit(record.url).path == "/":
        files["robots.txt"] = f"User-agent: *\nAllow: /\n\nSitemap: {address_of(record, 'sitemap.xml')}\n".encode()
    return files


def sitemap(record: Record, pages: Iterable[str]) -> str:
    """The pages, each dated by the title (sitemaps.org 0.9)."""
    day = f"<lastmod>{record.modified[:10]}</lastmod>"
    rows = "".join(f"<url><loc>{escape(address_of(record, page), quote=False)}</loc>{day}</url>\n" for page in pages)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{rows}</urlset>\n'
