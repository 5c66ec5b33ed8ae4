"""Running heads, folios, contents and fonts: each rule is kept by a small book and broken by a fault in it."""

import ctypes
from io import BytesIO

import pypdfium2
import pytest
from pypdfium2 import raw

from kanben.proof.pdf.proof import check_pdf
from tests.proof.pdf.set_pages import PLAIN, finding, han, line, paragraph, pdf_of, proof_of

CHAPTERS = ("宇宙篇", "阴阳篇")
HEADS = """
@page { @bottom-left { content: none } @bottom-right { content: none } }
@page :left { @top-left { content: "书名" } @bottom-left { content: counter(page) } }
@page :right { @top-right { content: string(chapter) } @bottom-right { content: counter(page) } }
@page opener { @top-right { content: none } }
@page :blank { @top-left { content: none } @bottom-left { content: none } }
.opener { page: opener; break-before: right } .opener ~ .page { page: auto }
h1 { string-set: chapter content() } body { font-size: 10pt }
"""
FAULTS = {
    "blank": '@page :blank { @bottom-left { content: "2" } }',
    "openers": "@page opener { @top-right { content: string(chapter) } }",
    "left": "@page :left { @top-left { content: counter(page) '书' } }",
    "right": '@page :right { @top-right { content: "别章" }} @page opener { @top-right { content: none } }',
    "sides": "@page :left { @bottom-left { content: none } @bottom-right { content: counter(page) } }",
    "order": "@page :left { @bottom-left { content: counter(page, lower-roman) } }",
}


def chapter(title: str, pages: int) -> str:
    """A chapter that opens on a right page."""
    first = f'<section class="opener"><h1>{title}</h1>{PLAIN}</section>'
    return first + "".join(f'<section class="page">{PLAIN * 2}</section>' for _ in range(pages - 1))


BOOK = chapter(CHAPTERS[0], 5) + chapter(CHAPTERS[1], 6)


def test_heads_of_a_right_book_are_right() -> None:
    found = finding(proof_of(BOOK, style=HEADS), "N3")

    assert (found.verdict, found.spots) == ("ok", ())
    assert dict(found.more)["heads"] == 9


@pytest.mark.parametrize("name", FAULTS)
def test_a_wrong_head_or_folio_is_found(name: str) -> None:
    found = finding(proof_of(BOOK, style=HEADS + FAULTS[name]), "N3")

    assert found.verdict == "fail"
    assert dict(found.more)[name] > 0


def test_a_long_book_without_heads_fails() -> None:
    assert finding(proof_of(BOOK), "N3").verdict == "fail"


def test_first_lines_below_the_titles_of_short_chapters_are_no_heads() -> None:
    short = "".join(chapter(name, 1) for name in (*CHAPTERS, "露霜篇", "云雨篇", "寒暑篇"))
    found = finding(proof_of(short, style=HEADS), "N3")

    assert (found.verdict, found.spots, dict(found.more)["heads"]) == ("unmeasured", (), 0)


def test_an_official_document_needs_folios_between_dashes_and_no_heads() -> None:
    style = '@page { @bottom-left { content: "— " counter(page) " —" } @bottom-right { content: none } }'
    sides = '@page :right { @bottom-left { content: none } @bottom-right { content: "— " counter(page) " —" } }'

    assert finding(proof_of(BOOK, style=style + sides), "N3").verdict == "ok"


def contents(*folios: str) -> str:
    """A page of contents, the folios at the right edge."""
    entries = (
        f'<div style="position: relative">{title}<span style="position: absolute; right: 0">{folio}</span></div>'
        for title, folio in zip(("宇宙篇", "阴阳篇", "露霜篇"), folios, strict=True)
    )
    return f'<section class="opener"><h1>目录</h1>{"".join(entries)}</section>'


def book_with_contents(*folios: str) -> str:
    return contents(*folios) + chapter("宇宙篇", 3) + chapter("阴阳篇", 2) + chapter("露霜篇", 2)


def test_true_folios_in_the_contents() -> None:
    found = finding(proof_of(book_with_contents("3", "7", "9"), style=HEADS), "T1")

    assert (found.verdict, dict(found.more)["entries"]) == ("ok", 3)


def test_a_false_folio_in_the_contents_is_found() -> None:
    found = finding(proof_of(book_with_contents("3", "6", "9"), style=HEADS), "T1")

    assert (found.verdict, [spot.text for spot in found.spots]) == ("fail", ["阴阳篇 6"])


def test_an_entry_whose_last_line_is_short_is_known_with_the_line_above() -> None:
    title = "天地玄黄宇宙洪荒日月盈昃辰宿列张"
    broken = f'{title[:12]}</div><div style="position: relative">{title[12:]}'
    entries = contents("3", "7", "9").replace("宇宙篇", broken)
    rest = chapter(title, 3) + chapter("阴阳篇", 2) + chapter("露霜篇", 2)
    found = finding(proof_of(entries + rest, style=HEADS), "T1")

    assert (found.verdict, dict(found.more)["entries"]) == ("ok", 3)


def test_headings_are_found_without_an_outline() -> None:
    style = HEADS + "h1 { bookmark-level: none }"

    assert finding(proof_of(book_with_contents("3", "7", "9"), style=style), "T1").verdict == "ok"
    assert finding(proof_of(book_with_contents("3", "7", "8"), style=style), "T1").verdict == "fail"


@pytest.mark.parametrize(("folio", "verdict"), [("7", "ok"), ("6", "fail")])
def test_an_entry_of_a_turned_table_leads_to_a_page_of_turned_text(folio: str, verdict: str) -> None:
    style = HEADS + "h1 { bookmark-level: none } h1.turned { transform: rotate(-90deg); width: 5em }"
    turned = chapter("阴阳篇", 2).replace("<h1", '<h1 class="turned"', 1)
    book = contents("3", folio, "9") + chapter("宇宙篇", 3) + turned + chapter("露霜篇", 2)
    assert finding(proof_of(book, style=style), "T1").verdict == verdict


def test_folios_that_differ_from_the_page_labels_are_found() -> None:
    roman = HEADS + "@page :right { @bottom-right { content: counter(page, upper-roman) } }"
    found = finding(proof_of(book_with_contents("III", "VII", "IX"), style=roman), "T1")

    assert found.verdict == "fail"
    assert dict(found.more)["labels"] > 0


def test_faces_of_another_script_are_found() -> None:
    simplified = paragraph("这个时候学习这门学问的人们" + han(5), han(20), han(9))
    style = 'b { font-family: "Noto Serif CJK JP"; font-weight: normal }'
    found = finding(proof_of(PLAIN, simplified, line(f"<b>{han(9)}</b>"), style=style), "F1")

    assert (found.verdict, dict(found.more)["foreign"]) == ("fail", 1)
    assert finding(proof_of(PLAIN, simplified), "F1").verdict == "ok"


def test_a_font_that_does_not_travel_with_the_book_is_found() -> None:
    found = finding(check_pdf(with_standard_font(pdf_of(PLAIN * 2))), "F1")

    assert (found.verdict, [spot.text for spot in found.spots]) == ("fail", ["Helvetica"])


def test_a_glyph_that_stands_for_no_character_is_found() -> None:
    found = finding(proof_of(PLAIN, paragraph(han(8) + "\ufffd" + han(9), han(20), han(9))), "F1")

    assert (found.verdict, dict(found.more)["missing"]) == ("fail", 1)


def with_standard_font(pdf: bytes) -> bytes:
    """Write a word in a font that is not embedded."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    word = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 10)
    letters = (ctypes.c_ushort * 5)(*b"word", 0)
    raw.FPDFText_SetText(word, letters)
    raw.FPDFPageObj_Transform(word, 1, 0, 0, 1, 30, 60)
    raw.FPDFPage_InsertObject(page, word)
    raw.FPDFPage_GenerateContent(page)
    file = BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()
