"""The names of the files in the EPUB, and where a link to an id leads."""

from collections.abc import Callable

from kanben.book.book import Book
from kanben.editions.pages import parts_by_id

COVER = "cover.xhtml"
COVER_PICTURE = "cover.jpg"
COVER_ID = "cover-picture"
TITLE_PAGE = "title-page.xhtml"
NAV = "nav.xhtml"
NCX = "toc.ncx"
STYLE = "style.css"
OURS = frozenset({COVER, TITLE_PAGE, NAV})

Href = Callable[[str], str]


def file_of(part_id: str) -> str:
    """The file of a part; a part that bears one of our own names steps aside."""
    name = f"{part_id}.xhtml"
    return f"part-{name}" if name in OURS else name


def links(book: Book) -> Href:
    """Give the function id -> href, good from every file of the EPUB, for all lie in one folder."""
    part_of = parts_by_id(book)

    def href(target: str) -> str:
        part = part_of[target]
        return file_of(part) if target == part else f"{file_of(part)}#{target}"

    return href
