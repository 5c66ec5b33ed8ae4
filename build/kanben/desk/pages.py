"""Draw the print edition's pages as pictures: only those that are looked at."""

import struct
from hashlib import sha256
from threading import Lock

import pypdfium2

HEIGHT = 1500  # px: sharp at twice the density of a page that fills a screen
MOST = 12
"""So many pictures are kept: each has five megabytes, as packing one takes longer than drawing it."""
HEAD = struct.Struct("<2s IHHI IiiHHI IiiII")
"""What stands before the pixels of a bitmap file: BITMAPFILEHEADER and BITMAPINFOHEADER."""


class PagePictures:
    """The pages of one PDF; PDFium may be used by one thread at a time."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.name = ""
        self.labels: list[str] = []
        self.size = 1.0, 1.0
        """That of the first page, as of nearly all."""
        self.document: pypdfium2.PdfDocument | None = None
        self.drawn: dict[tuple[str, int], bytes] = {}

    def open(self, pdf: bytes) -> None:
        """Take another PDF for the present one."""
        name = sha256(pdf).hexdigest()[:16]
        if name == self.name:
            return
        with self.lock:
            document = pypdfium2.PdfDocument(pdf)
            self.labels = [document.get_page_label(n) for n in range(len(document))]
            self.size = document.get_page_size(0)  # to ask for all takes as long as to draw one
            if self.document:
                self.document.close()
            self.name, self.document, self.drawn = name, document, {}

    def bmp(self, name: str, number: int) -> bytes | None:
        """The picture of a page, from 0; None where the PDF is no longer that one, or has no such page."""
        with self.lock:
            if name != self.name or not self.document or not 0 <= number < len(self.labels):
                return None
            key = name, number
            if key not in self.drawn:
                if len(self.drawn) >= MOST:
                    self.drawn.pop(next(iter(self.drawn)))
                self.drawn[key] = self.draw(self.document, number)
            return self.drawn[key]

    def draw(self, document: pypdfium2.PdfDocument, number: int) -> bytes:
        page = document[number]
        padded = pypdfium2.PdfBitmap.new_foreign  # lines of whole words, as bitmap files want
        return bmp_of(page.render(scale=HEIGHT / page.get_height(), bitmap_maker=padded))


def bmp_of(drawn: pypdfium2.PdfBitmap) -> bytes:
    """A bitmap file of PDFium's pixels as they lie in memory, the uppermost first, which a height below 0 says."""
    size, bits = drawn.stride * drawn.height, 8 * drawn.n_channels
    facts = HEAD.size - 14, drawn.width, -drawn.height, 1, bits, 0, size, 0, 0, 0, 0
    return b"".join((HEAD.pack(b"BM", HEAD.size + size, 0, 0, HEAD.size, *facts), drawn.buffer))
