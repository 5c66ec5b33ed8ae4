"""The page map is exact: in the EPUB and on the web each page's mark stands before the first text of that PDF page."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from kanben.editions.web.names import file_of
from tests.agreement import CIRCLED, XHTML, epub_parts, pdf_pages, squeeze
from tests.real_titles import RealTitle

LEAVES = ("封面", "封二", "i", "ii", "封三", "封底")
"""The covers and the title leaf have no text of the parts."""

UNPRINTED = {"doc-noteref", "doc-backlink", "doc-footnote", "doc-endnotes", "uses", "also", "letters"}
"""Roles and classes of what a page's flow does not show, or not in these words."""

PICTURE = "\ufffc"
"""Stands for a picture, whose own words print draws behind those of the page."""

SHOWN = 16
"""So many characters of a page are compared, or all of a shorter one."""


def flow(element: Any) -> Iterator[str]:
    """The words of a document in reading order; a mark is its page's label in braces."""
    if element.get("role") == "doc-pagebreak":
        yield f"{{{element.get('id')[1:]}}}"
    elif element.tag in ("img", f"{XHTML}img"):
        yield PICTURE
    elif not UNPRINTED.intersection([element.get("role") or "", *(element.get("class") or "").split()]):
        yield element.text or ""
        for child in element.iterchildren(etree.Element):
            yield from flow(child)
            yield child.tail or ""


def after_marks(row: str) -> dict[str, str]:
    """What stands behind each page's mark; the marks of later pages are left out."""
    marks = list(re.finditer(r"\{(\w+)\}", row))
    assert len(marks) == len({mark[1] for mark in marks})
    return {mark[1]: re.sub(r"\{\w+\}", "", row[mark.end() : mark.end() + 99]) for mark in marks}


def epub_marks(title: RealTitle) -> dict[str, str]:
    files = epub_parts(title.epub)
    bodies = [etree.fromstring(files[f"{part.id}.xhtml"]).find(f"{XHTML}body") for part in title.book.parts]
    return after_marks(squeeze("".join(words for body in bodies for words in flow(body))))


def web_marks(title: RealTitle) -> dict[str, str]:
    pages = [html.fromstring(title.pressed.files[f"web/{file_of(part.id)}"]) for part in title.book.parts]
    return after_marks(squeeze("".join(words for page in pages for words in flow(page.find(".//main")))))


def test_the_text_after_each_mark_is_the_first_text_of_its_page(title: RealTitle) -> None:
    starts = [start.label for start in title.pressed.pages.starts]
    pages = {page.label: re.sub(CIRCLED, "", page.flow)[:SHOWN] for page in pdf_pages(title.pdf)}
    for after in (epub_marks(title), web_marks(title)):
        assert list(after) == starts
        for label, text in after.items():
            assert text.removeprefix(PICTURE).startswith(pages[label]), label


def test_every_page_with_text_of_the_book_is_marked_and_blank_pages_are_not(title: RealTitle) -> None:
    marked = {start.label for start in title.pressed.pages.starts}
    pages = pdf_pages(title.pdf)
    labels = [page.label for page in pages]
    contents = labels[labels.index(title.pressed.pages.labels["contents"]) : labels.index("1")]
    for page in pages:
        if page.label not in (*LEAVES, *contents):
            assert (page.label in marked) == bool(page.flow), page.label
