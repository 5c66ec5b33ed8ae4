"""The EPUB of the sample book, made once, and the plainest of books."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image as Picture

from kanben.book.book import Book
from kanben.book.inlines import Note, PageBreak, Text
from kanben.book.walk import rebuild
from kanben.editions.epub import epub_file
from tests.editions.epub.opened import Opened, opened
from tests.sample_book import PAGES, sample_book


@pytest.fixture(scope="module")
def cover() -> bytes:
    file = BytesIO()
    Picture.new("RGB", (1600, 2560), "#24394a").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture(scope="module")
def epub(cover: bytes) -> Opened:
    return opened(epub_file(sample_book(), PAGES, cover, None))


@pytest.fixture(scope="module")
def plain() -> Book:
    """One part of words: no picture, no note, no print edition."""
    book: Book = rebuild(sample_book(), lambda node: Text("") if isinstance(node, PageBreak | Note) else node)
    colophon = [part for part in book.parts if part.id == "colophon"]
    return replace(book, parts=tuple(colophon), contents=book.contents[-1:])
