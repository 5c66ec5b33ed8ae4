"""A PDF's characters are read where they are drawn, and what cannot be read is a trouble."""

from io import BytesIO

import pytest
import weasyprint
from PIL import Image

from kanben.proof.pdf.glyphs import read_pdf
from kanben.proof.pdf.pictures import draw_pages
from kanben.proof.pdf.proof import check_pdf
from kanben.trouble import Stop
from tests.pdf_lines import read_lines
from tests.proof.pdf.set_pages import PLAIN, han, line, paragraph, pdf_of, shifted


def code_of(data: bytes) -> str:
    with pytest.raises(Stop) as stopped:
        check_pdf(data, "book.pdf")
    [fault] = stopped.value.troubles
    assert fault.place.file == "book.pdf"
    return fault.code


def scan() -> bytes:
    file = BytesIO()
    Image.new("L", (200, 300), 255).save(file, "PDF")
    return file.getvalue()


def locked() -> bytes:
    """A PDF whose security handler asks for a password that nobody knows."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/P -44/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\n%%EOF"
    )


def test_what_is_no_pdf_is_told() -> None:
    assert code_of(b"not a PDF") == code_of(b"") == code_of(pdf_of(PLAIN)[:900]) == "broken-pdf"


def test_a_scan_is_told() -> None:
    assert code_of(scan()) == "pdf-without-text"


def test_a_locked_pdf_is_told() -> None:
    assert code_of(locked()) == "locked-pdf"


def test_a_book_without_chinese_is_told() -> None:
    pdf = weasyprint.HTML(string="<p lang=en>No Chinese here.</p>").write_pdf()

    assert code_of(pdf) == "pdf-without-chinese"


def test_a_halved_opening_mark_stands_after_the_mark_that_it_follows() -> None:
    [read] = read_lines(pdf_of(line(han(2) + shifted("，", after=-0.8) + shifted("“", before=-0.5) + han(2))))

    assert read.text == "地玄，“地玄"
    assert [char.text for char in sorted(read.chars, key=lambda char: char.x)] == list("地玄“，地玄")


def test_rare_han_are_whole_characters() -> None:
    [read] = read_lines(pdf_of(line("地\U00020bb7黄")))

    assert read.text == "地\U00020bb7黄"


def test_a_raised_call_belongs_to_its_line_and_cells_are_lines_of_their_own() -> None:
    lines = read_lines(pdf_of(line(han(3) + "<sup>①</sup>" + shifted(han(2), before=3))))

    assert [(read.text, read.alone) for read in lines] == [("地玄黄①", False), ("地玄", False)]
    assert lines[0].is_raised(lines[0].chars[-1])


def test_the_size_of_the_body_is_that_of_its_lines_also_where_tables_hold_more() -> None:
    row = f"<tr><td>{han(6)}</td><td>{han(6)}</td></tr>"
    table = f'<table style="width: 100%; font-size: 8pt">{row * 40}</table>'
    assert check_pdf(pdf_of(PLAIN, table, PLAIN)).em == 10


def test_the_measure_is_that_of_full_lines_also_where_most_paragraphs_are_of_one_line() -> None:
    assert check_pdf(pdf_of(PLAIN * 3, paragraph(han(18)) * 20)).measure == pytest.approx(20, abs=0.01)


def test_fonts_sizes_and_labels_are_read() -> None:
    [sheet] = read_pdf(pdf_of(line(han(2)))).sheets
    glyph = sheet.glyphs[0]

    assert (glyph.font.name, glyph.font.embedded, glyph.font.subset) == ("Noto-Serif-CJK-SC", True, True)
    assert (glyph.size, glyph.width, glyph.x) == pytest.approx((10, 10, 30), abs=0.01)
    assert (sheet.number, sheet.label) == (1, "")


def test_offending_lines_are_framed_on_pictures_of_their_pages() -> None:
    pdf = pdf_of(PLAIN * 4, paragraph(han(18), "，" + han(19), han(9)), PLAIN)
    pictures = dict(draw_pages(pdf, check_pdf(pdf).findings))

    assert list(pictures) == ["page-003.png"]
    with Image.open(BytesIO(pictures["page-003.png"])) as picture:
        assert picture.size == (round(260 * 150 / 72 + 0.5), round(230 * 150 / 72 + 0.5))
        assert len(red_rows(picture)) > 20


def red_rows(picture: Image.Image) -> set[int]:
    pixels = picture.convert("RGB")
    return {
        y for y in range(pixels.height) for x in range(0, pixels.width, 3) if pixels.getpixel((x, y)) == (200, 0, 0)
    }


def test_letters_that_are_drawn_without_width_are_not_seen() -> None:
    pdf = pdf_of(PLAIN, '<div style="transform: matrix(.0000001, 0, 5, 1, 0, 0)">' + line(han(12)) + "</div>", PLAIN)

    assert all(glyph.size > 0 for sheet in read_pdf(pdf).sheets for glyph in sheet.glyphs)
    assert check_pdf(pdf).pages == 1
