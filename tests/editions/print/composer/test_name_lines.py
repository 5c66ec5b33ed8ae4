"""Lines under proper nouns and titles: under characters alone, with a gap where two meet, and no line of text moves."""

from itertools import pairwise

import pypdfium2
import pytest
from pypdfium2 import raw
from weasyprint.formatting_structure import boxes

from kanben.editions.print import composer
from tests.editions.print.composer.marked_pages import page, pdf_of
from tests.editions.print.composer.sentences import SENTENCES
from tests.pdf_lines import read_lines

S, T = "".join(SENTENCES[:5]), "".join(SENTENCES[9:14])
EM = 10.5  # pt


def drawn(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Give left, bottom, right, top of each line under a name on the first page, in pt; dots are narrower."""
    found = pypdfium2.PdfDocument(pdf)[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    return sorted(bounds for bounds in (each.get_bounds() for each in found) if bounds[2] - bounds[0] > 3)


def pitches(html: str) -> list[float]:
    with composer.composed():
        document = page(html).render()
    found = (box for page in document.pages for box in page._page_box.descendants())
    lines = [box for box in found if isinstance(box, boxes.LineBox) and box.element_tag == "p"]
    return [b - a for a, b in pairwise(line.position_y + line.baseline for line in lines)]


@pytest.mark.parametrize("mark", ['<u class="name">{}</u>', '<cite class="work">{}</cite>'])
def test_a_line_stands_under_the_characters_of_a_name(mark: str) -> None:
    pdf = pdf_of(f"<p>{S[:6]}{mark.format('甲乙丙')}{T}</p>")
    chars = [char for line in read_lines(pdf) for char in line.chars]
    at = next(i for i in range(len(chars)) if "".join(char.text for char in chars[i : i + 3]) == "甲乙丙")
    ((left, bottom, right, top),) = drawn(pdf)
    assert 0 < left - chars[at].x < 0.1 * EM
    assert 0 < chars[at + 2].x + EM - right < 0.1 * EM
    assert chars[at].baseline - 0.3 * EM < bottom < top < chars[at].baseline - 0.05 * EM


def test_two_names_that_meet_have_two_lines_with_a_gap() -> None:
    first, second = drawn(pdf_of(f'<p>{S[:6]}<u class="name">甲乙</u><u class="name">丙丁</u>{T}</p>'))
    assert 0.05 * EM < second[0] - first[2] < 0.3 * EM


def test_marks_have_no_line_and_latin_has_one_with_its_space() -> None:
    assert len(drawn(pdf_of(f'<p>{S[:6]}<u class="name">甲乙、丙丁：“戊己”</u>{T}</p>'))) == 3
    assert len(drawn(pdf_of(f'<p>{S[:6]}<u class="name">Karl Marx</u>{T}</p>'))) == 1


def test_a_name_over_two_lines_of_text_has_a_line_under_each_part() -> None:
    pdf = pdf_of(f'<p>{S[:20]}<u class="name">{"甲" * 40}</u>{T}</p>')
    assert len({round(bottom) for _, bottom, _, _ in drawn(pdf)}) >= 2
    assert len(drawn(pdf)) == sum("甲" in line.text for line in read_lines(pdf))


def test_no_line_stands_under_what_is_read_over_a_name() -> None:
    html = f'<p>{S[:6]}<u class="name"><ruby>甲乙<rt>jiǎ yǐ</rt></ruby></u>{T}</p>'
    assert len(drawn(pdf_of(html))) == 1


def test_lines_and_dots_do_not_touch_and_the_pitch_stays() -> None:
    html = f'<p>{S[:6]}<em class="dot"><u class="name">甲乙</u></em>{T}</p>'
    pdf = pdf_of(html)
    ((_, bottom, _, _),) = drawn(pdf)
    found = pypdfium2.PdfDocument(pdf)[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    tops = [top for left, _, right, top in (each.get_bounds() for each in found) if right - left < 3]
    assert len(tops) == 2 and max(tops) <= bottom + 0.25
    assert pitches(html) == pytest.approx(pitches(f"<p>{S[:6]}甲乙{T}</p>"))
