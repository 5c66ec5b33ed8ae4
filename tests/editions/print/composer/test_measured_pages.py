"""Pages that were composed are measured on the finished PDF, to the hundredth of an em."""

from functools import cache
from statistics import median

import pytest
import weasyprint

from kanben.editions.print import composer
from tests.editions.print.composer.sentences import page_of, paragraphs
from tests.pdf_lines import MeasuredText, measure, share


@cache
def composed_pages() -> MeasuredText:
    with composer.composed():
        html = page_of(*(f"<p>{text}</p>" for text in paragraphs(150)))
        return measure(weasyprint.HTML(string=html).write_pdf())


def test_no_line_starts_or_ends_with_what_may_not() -> None:
    assert composed_pages().start_faults() == []
    assert composed_pages().end_faults() == []


def test_no_number_is_parted_from_its_unit() -> None:
    assert composed_pages().splits() == []


def test_full_lines_end_at_the_edge() -> None:
    errors = composed_pages().edge_errors()

    assert len(errors) > 600
    assert share(errors, 0.12) >= 0.995
    assert share(errors, 0.06) >= 0.99


@pytest.mark.parametrize("pair", ["[。，？][”）]", "[：，]“", "》，"])
def test_two_marks_take_an_em_and_a_half(pair: str) -> None:
    advances = composed_pages().advances(pair)

    assert len(advances) > 20
    assert median(advances) == pytest.approx(0.5, abs=0.03)


def test_a_dash_and_an_ellipsis_take_two_em() -> None:
    dashes = composed_pages().widths("——")
    dots = composed_pages().widths("……")

    assert len(dashes) > 10 and len(dots) > 10
    assert (min(dashes), min(dots)) == pytest.approx((2, 2), abs=0.02)
    assert max(dashes + dots) < 2.15  # with the gap after them, which may open


def test_han_and_latin_stand_an_eighth_apart() -> None:
    gaps = [advance - 1 for advance in composed_pages().advances("[\u4e00-\u9fff][0-9A-Za-z]")]

    assert len(gaps) > 300
    assert min(gaps) >= 0.12 and max(gaps) <= 0.33
    assert median(gaps) == pytest.approx(0.125, abs=0.01)


def test_paragraphs_start_two_em_in() -> None:
    assert len(composed_pages().indents()) == 150
    assert composed_pages().indents() == pytest.approx([2] * 150, abs=0.02)


def test_paragraphs_do_not_end_with_a_single_han() -> None:
    assert min(composed_pages().last_line_han()) >= 2


def test_no_line_has_wide_gaps() -> None:
    gaps = [advance - 1 for advance in composed_pages().advances("[\u4e00-\u9fff]{2}")]

    assert share(gaps, 0.12) >= 0.98
    assert median(gaps) <= 0.03


def test_stock_lines_break_these_rules() -> None:
    html = page_of(*(f"<p>{text}</p>" for text in paragraphs(30)))
    stock = measure(weasyprint.HTML(string=html).write_pdf())

    assert share(stock.edge_errors(), 0.06) < 0.9
    assert stock.splits() or stock.start_faults()
