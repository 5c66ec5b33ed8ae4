"""Find the line of an element that a checker names by its CSS selector."""

from typing import Any

import cssselect2
from lxml import etree, html

from kanben.proof.epub.markup import parse


def line_of(data: bytes, selector: str, name: str) -> int:
    """Give the line of the first element that fits; 0 where none does, or where the page cannot be read."""
    root = root_of(data, name)
    if root is None:
        return 0
    wrap = (
        cssselect2.ElementWrapper.from_html_root if name.endswith(".html") else cssselect2.ElementWrapper.from_xml_root
    )
    try:
        found = wrap(root).query(selector)
    except cssselect2.SelectorError:
        return 0
    return (found.etree_element.sourceline or 0) if found else 0


def root_of(data: bytes, name: str) -> Any:
    """Parse a page: of the web, or of an EPUB."""
    if not name.endswith(".html"):
        return parse(name, data).root
    try:
        return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None
