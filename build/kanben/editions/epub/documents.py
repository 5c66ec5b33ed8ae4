"""Render the documents of the EPUB: cover, title page, navigation, one file per part, the NCX and the style sheet."""

from pathlib import Path

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.dates import chinese_date
from kanben.editions.epub.content import Content
from kanben.editions.epub.names import COVER, COVER_PICTURE, NAV, NCX, STYLE, TITLE_PAGE, file_of
from kanben.editions.epub.navigation import depth, heading_text, landmarks
from kanben.editions.epub.packing import Resource
from kanben.editions.epub.splitting import groups_of_index
from kanben.editions.links import links
from kanben.editions.marks import note_mark
from kanben.editions.notes import later_calls, notes_of
from kanben.editions.pages import Pages
from kanben.editions.places import shown_places
from kanben.editions.roles import roles_in
from kanben.editions.tables import TABLES

XHTML = "application/xhtml+xml"


def documents(pages: Pages, book: Book, content: Content) -> list[Resource]:
    """Give the documents in the order of the spine, and after them the two that are not read."""
    return [
        *([document(COVER, pages.render(COVER, picture=COVER_PICTURE))] if content.cover else []),
        document(TITLE_PAGE, pages.render(TITLE_PAGE)),
        document(NAV, pages.render(NAV, landmarks=landmarks(book, content), marks=content.marks), "nav"),
        *(
            document(
                file_of(part.id),
                pages.render("part.xhtml", part=part, notes=notes_of(part), later_calls=later_calls(part)),
            )
            for part in book.parts
        ),
        Resource(NCX, "application/x-dtbncx+xml", ncx(pages, book, content).encode()),
        Resource(STYLE, "text/css", pages.render(STYLE).encode()),
    ]


def epub_pages(book: Book, page_map: PageMap, own: Path | None, identifier: str, fonts: bool = False) -> Pages:
    """Get the templates ready, with what they may ask for; `fonts` says whether fonts.css goes with them."""
    return Pages(
        "epub",
        book,
        own,
        **TABLES,
        chinese_date=chinese_date,
        href=links(book, file_of),
        note_mark=note_mark,
        role_of=roles_in(book.record.language),
        heading_text=heading_text,
        identifier=identifier,
        index_groups=groups_of_index(book),
        fonts=fonts,
        places=lambda uses: shown_places(uses, page_map.labels.get),
    )


def document(name: str, text: str, properties: str = "") -> Resource:
    """A document of the spine, and what the package must say of it."""
    words = (properties, "mathml" if "<math" in text else "", "svg" if "<svg" in text else "")
    return Resource(name, XHTML, text.encode(), " ".join(filter(None, words)), in_spine=True)


def ncx(pages: Pages, book: Book, content: Content) -> str:
    """The contents and page list for older readers."""
    folios = [int(mark.label) for mark in content.marks if mark.label.isdecimal()]
    return pages.render(NCX, depth=depth(book.contents), marks=content.marks, highest=max(folios, default=0))
