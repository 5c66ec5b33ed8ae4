"""Make the EPUB of a finished Book: render its documents, and pack them with the record's facts."""

from pathlib import Path

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.editions.epub.content import Content, content_of
from kanben.editions.epub.documents import documents, epub_pages
from kanben.editions.epub.metadata import identifier, metadata
from kanben.editions.epub.names import COVER_PICTURE
from kanben.editions.epub.navigation import landmarks
from kanben.editions.epub.packing import Resource, pack

MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}


def epub_file(book: Book, page_map: PageMap, cover: bytes, own: Path | None) -> bytes:
    """Give the finished EPUB; `cover` is a JPEG, or empty for a book without a cover picture.

    `own` is the title's folder of templates. The same book gives the same bytes, whenever and wherever it is made.
    """
    content = content_of(book, page_map, bool(cover))
    pages = epub_pages(book, own, identifier(book.record))
    resources = [*documents(pages, book, content), *pictures(book, content)]
    if cover:
        resources.append(Resource(COVER_PICTURE, "image/jpeg", cover, "cover-image"))
    return pack(book.record, metadata(book.record, content), resources, landmarks(book, content))


def pictures(book: Book, content: Content) -> list[Resource]:
    """The pictures that the text shows, each once; those that nothing shows stay out."""
    return [
        Resource(source, MEDIA_TYPES[Path(source).suffix], book.pictures[source])
        for source in dict.fromkeys(image.source for image in content.images)
    ]
