"""Emphasis dots stand under Han alone, readings over their base; neither moves a line."""

import re
from itertools import pairwise

import pypdfium2
import pytest
from pypdfium2 import raw
from weasyprint.formatting_structure import boxes

from kanben.editions.print import composer
from tests.editions.print.composer.marked_pages import page, pdf_of
from tests.editions.print.composer.sentences import SENTENCES
from tests.pdf_lines import HAN, read_lines

S, T = "".join(SENTENCES[:5]), "".join(SENTENCES[9:14])
DOTTED = "着重，“要点”PDF"
"""Four Han."""
RUBY = "<ruby>装帧<rt>zhuāng zhēn</rt></ruby>"


def pitches(html: str) -> list[float]:
    with composer.composed():
        document = page(html).render()
    found = (box for page in document.pages for box in page._page_box.descendants())
    lines = [box for box in found if isinstance(box, boxes.LineBox) and box.element_tag == "p"]
    baselines = [line.position_y + line.baseline for line in lines]
    return [b - a for a, b in pairwise(baselines)]


def dots(pdf: bytes) -> list[tuple[float, float]]:
    """Give the middle of each dot on the first page, in pt."""
    page = pypdfium2.PdfDocument(pdf)[0]
    bounds = [found.get_bounds() for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    return [((left + right) / 2, (low + high) / 2) for left, low, right, high in bounds if right - left < 3]


def test_each_han_has_a_dot_under_its_middle_and_marks_have_none() -> None:
    pdf = pdf_of(f'<p>{S[:9]}<em class="dot">{DOTTED}</em>{T}</p>')
    chars = [char for line in read_lines(pdf) for char in line.chars]
    at = next(i for i in range(len(chars)) if "".join(char.text for char in chars[i : i + 10]) == DOTTED)
    dotted = [char for char in chars[at : at + 10] if HAN.match(char.text)]

    assert len(dotted) == 4
    assert [x for x, _ in dots(pdf)] == pytest.approx([char.x + 10.5 / 2 for char in dotted], abs=0.2)
    assert all(2 < char.baseline - y < 4 for char, (_, y) in zip(dotted, dots(pdf), strict=True))


def test_bold_words_in_dotted_ones_are_dotted_too() -> None:
    assert len(dots(pdf_of(f'<p>{S}<em class="dot">着<strong>重</strong></em>{T}</p>'))) == 2


def test_dots_and_readings_leave_the_pitch_of_lines_alone() -> None:
    plain = pitches(f"<p>{S}{T}</p>")
    marked = pitches(f'<p>{S[:30]}<em class="dot">{S[30:60]}</em>{S[60:]}{RUBY}{T}{RUBY}</p>')

    assert max(marked) == pytest.approx(min(marked)) == pytest.approx(plain[0])


def test_a_reading_stands_over_its_base_and_is_read_after_it() -> None:
    pdf = pdf_of(f"<p>{S}{RUBY}{T}</p>")
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    lines = read_lines(pdf)
    reading = next(line for line in lines if line.text == "zhuāngzhēn")
    base = next(line for line in lines if "装帧" in line.text)
    middle = base.chars[base.text.index("装帧") + 1].x

    assert re.search(r"装帧\s+zhuāng zhēn", text)
    assert 7 < reading.baseline - base.baseline < 12
    end = reading.chars[-1].x + reading.em / 2  # half an em: a letter's width
    assert (reading.chars[0].x + end) / 2 == pytest.approx(middle, abs=0.8)
