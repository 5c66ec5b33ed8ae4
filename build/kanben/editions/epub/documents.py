"""Render the documents of the EPUB: cover, title page, navigation, one file per part, the NCX and the style sheet."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from kanben.book.book import Book, Record
from kanben.book.chinese import chinese_date
from kanben.book.entries import IndexGroup
from kanben.book.page_map import PageMap
from kanben.book.text import heading_text
from kanben.editions.asking_pages import AskingPages
from kanben.editions.epub.content import Content
from kanben.editions.epub.names import COVER, COVER_PICTURE, NAV, NCX, STYLE, TITLE_PAGE, file_of
from kanben.editions.epub.navigation import depth, landmarks
from kanben.editions.epub.packing import Resource
from kanben.editions.epub.splitting import groups_of_index
from kanben.editions.notes import later_calls, note_mark, notes_of
from kanben.editions.roles import roles_in
from kanben.editions.tables import TABLES
from kanben.keep import kept

XHTML = "application/xhtml+xml"


def documents(pages: AskingPages, book: Book, content: Content) -> list[Resource]:
    """Give the documents in the order of the spine, and after them the two that are not read."""
    return [
        *([document(COVER, pages.render(COVER, picture=COVER_PICTURE))] if content.cover else []),
        document(TITLE_PAGE, pages.render(TITLE_PAGE)),
        document(NAV, pages.render(NAV, landmarks=landmarks(book, content), marks=content.marks), "nav"),
        *(
            document(
                file_of(part.id),
                pages.render(
                    "part.xhtml",
                    part.id,
                    part=part,
                    notes=kept(part.id, notes_of, part),
                    later_calls=kept(part.id, later_calls, part),
                ),
            )
            for part in book.parts
        ),
        Resource(NCX, "application/x-dtbncx+xml", ncx(pages, book, content).encode()),
        Resource(STYLE, "text/css", pages.render(STYLE).encode()),
    ]


def epub_pages(book: Book, page_map: PageMap, own: Path | None, identifier: str, fonts: bool = False) -> AskingPages:
    """Get the templates ready, with what they may ask for; `fonts` says whether fonts.css goes with them."""
    heads = tuple(replace(group, entries=()) for group in groups_of_index(book))
    return AskingPages("epub", book, page_map, own, file_of, epub_names, identifier, heads, fonts)


def epub_names(record: Record, identifier: str, heads: tuple[IndexGroup, ...], fonts: bool) -> dict[str, Any]:
    """What the templates use beside that which all editions know; of the index's groups they get the heads."""
    return TABLES | {
        "chinese_date": chinese_date,
        "note_mark": note_mark,
        "role_of": roles_in(record.language),
        "heading_text": heading_text,
        "identifier": identifier,
        "index_groups": heads,
        "fonts": fonts,
    }


def document(name: str, text: str, properties: str = "") -> Resource:
    """A document of the spine, and what the package must say of it."""
    words = (properties, "mathml" if "<math" in text else "", "svg" if "<svg" in text else "")
    return Resource(name, XHTML, text.encode(), " ".join(filter(None, words)), in_spine=True)


def ncx(pages: AskingPages, book: Book, content: Content) -> str:
    """The contents and page list for older readers."""
    folios = [int(mark.label) for mark in content.marks if mark.label.isdecimal()]
    return pages.render(NCX, depth=depth(book.contents), marks=content.marks, highest=max(folios, default=0))
