"""The table of a PDF's objects finds each of them, however many a part has."""

import pypdfium2 as pdfium

from kanben.editions.print.pieces.piece import CATALOG, PAGES, Stream, Text
from kanben.editions.print.pieces.plain import Plain
from kanben.editions.print.pieces.writer import chunk_of, file_of, filling

MANY = 70_000


def test_a_part_may_have_more_objects_than_two_bytes_can_count() -> None:
    base = 300
    nothing = [Text(b"null", ())] * (MANY - 1)
    plain = Plain([*nothing, Text(b"[0 0 123 456]", ())])
    own = {
        CATALOG: b"<</Type /Catalog/Pages %d 0 R>>" % PAGES,
        PAGES: b"<</Type /Pages/Count 1/Kids [6 0 R]>>",
        6: b"<</Type /Page/Parent %d 0 R/Resources <<>>/MediaBox %d 0 R>>" % (PAGES, base + MANY - 1),
        7: b"<<>>",
    }
    data = file_of([chunk_of(plain, base, filling(base), own)], "1.7", 7, False)
    assert pdfium.PdfDocument(data)[0].get_size() == (123, 456)


def test_a_picture_is_copied_only_into_the_whole_file() -> None:
    picture = Stream(Text(b"<</Length 9>>", ()), bytes(9))

    assert any(data is picture.data for data in chunk_of(Plain([], [picture]), 300, filling(300)).data)
