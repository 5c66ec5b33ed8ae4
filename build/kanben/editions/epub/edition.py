"""Make the EPUB of a finished Book: render its documents, and pack them with the record's facts."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from kanben.book.book import Book
from kanben.book.inlines import Image
from kanben.book.page_map import PageMap
from kanben.editions.epub.content import Content, content_of
from kanben.editions.epub.documents import documents, epub_pages
from kanben.editions.epub.metadata import Fact, identifier, meta, metadata
from kanben.editions.epub.names import COVER_PICTURE
from kanben.editions.epub.navigation import landmarks
from kanben.editions.epub.packing import Resource, pack
from kanben.editions.epub.splitting import split
from kanben.editions.fonts import RareFont, font_files
from kanben.editions.media_types import media_type


def epub_file(book: Book, page_map: PageMap, cover: bytes, own: Path | None, fonts: Sequence[RareFont] = ()) -> bytes:
    """Give the finished EPUB; `cover` is a JPEG, or empty for a book without a cover picture.

    `fonts` are those of the book's rare characters; `own` is the title's folder of templates. The same book gives the
    same bytes, whenever and wherever it is made.
    """
    content = content_of(book, page_map, bool(cover))
    pieces = split(book)
    pages = epub_pages(pieces, page_map, own, identifier(book.record), bool(fonts))
    resources = [*documents(pages, pieces, content), *pictures(book, content)]
    if cover:
        resources.append(Resource(COVER_PICTURE, "image/jpeg", cover, "cover-image"))
    resources += font_resources(fonts)
    facts = [*metadata(book.record, content), *map(font_rights, fonts)]
    return pack(book.record, facts, resources, landmarks(book, content))


def pictures(book: Book, content: Content) -> list[Resource]:
    """The pictures that the text shows, each once; those that nothing shows stay out."""
    return [
        Resource(source, media_type(source), book.pictures[source])
        for source in dict.fromkeys(image.source for image in content.images if isinstance(image, Image))
    ]


def font_resources(fonts: Sequence[RareFont]) -> Iterator[Resource]:
    """The fonts, their stylesheet and their licences; each is known in the package by its own name."""
    for name, data in font_files(fonts).items():
        yield Resource(name, media_type(name), data, item_id=f"fonts-{PurePosixPath(name).stem}")


def font_rights(font: RareFont) -> Fact:
    """What the package says of a font's makers and licence."""
    return meta("dcterms:rights", " ".join(font.rights), refines=f"#fonts-{PurePosixPath(font.name).stem}")
