"""Test the pictures of pages: what PDFium drew arrives as a bitmap that others read."""

import io

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from kanben.desk.pages import HEIGHT, PagePictures

RED, WHITE = (255, 0, 0), (255, 255, 255)


def a_pdf(*sizes: tuple[int, int]) -> bytes:
    """Pages of these sizes (pt), each with its upper left quarter in red."""
    document, out = pypdfium2.PdfDocument.new(), io.BytesIO()
    for width, height in sizes:
        page = document.new_page(width, height)
        quarter = raw.FPDFPageObj_CreateNewRect(0, height / 2, width / 2, height / 2)
        raw.FPDFPageObj_SetFillColor(quarter, *RED, 255)
        raw.FPDFPath_SetDrawMode(quarter, raw.FPDF_FILLMODE_WINDING, False)
        raw.FPDFPage_InsertObject(page, quarter)
        page.gen_content()
    document.save(out)
    return out.getvalue()


def picture(pages: PagePictures, number: int) -> Image.Image:
    data = pages.bmp(pages.name, number)
    assert data
    return Image.open(io.BytesIO(data))


def test_a_page_stands_upright_in_its_own_colours() -> None:
    pages = PagePictures()
    pages.open(a_pdf((301, 500)))
    drawn = picture(pages, 0)
    width, height = drawn.size
    assert (width, height) == (903, HEIGHT)
    assert drawn.getpixel((10, 10)) == RED
    assert [drawn.getpixel(at) for at in ((width - 10, 10), (10, height - 10))] == [WHITE, WHITE]


def test_a_sheet_of_another_size_than_the_first_keeps_its_shape() -> None:
    pages = PagePictures()
    pages.open(a_pdf((300, 500), (600, 500)))
    assert pages.size == (300, 500)
    assert [picture(pages, number).size for number in (0, 1)] == [(900, HEIGHT), (1800, HEIGHT)]
