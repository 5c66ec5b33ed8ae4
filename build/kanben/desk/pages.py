"""Draw the print edition's pages as pictures: only those that are looked at."""

from hashlib import sha256
from io import BytesIO
from threading import Lock

import pypdfium2

HEIGHT = 1500  # px: sharp at twice the density of a page that fills a screen
MOST = 12
"""So many pictures are kept: each has five megabytes, as packing one takes longer than drawing it."""


class PagePictures:
    """The pages of one PDF; PDFium may be used by one thread at a time."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.name = ""
        self.labels: list[str] = []
        self.sizes: list[tuple[float, float]] = []
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
            self.sizes = [document.get_page_size(n) for n in range(len(document))]
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
        out = BytesIO()
        picture = document[number].render(scale=HEIGHT / self.sizes[number][1]).to_pil()
        picture.save(out, "BMP")
        return out.getvalue()
