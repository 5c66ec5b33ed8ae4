"""On a WeasyPrint that composition was not tested with, a book is printed all the same: ragged, and it is told."""

from statistics import quantiles

import pytest
import weasyprint

from kanben.editions.print.edition import print_edition
from kanben.editions.print.laid_out import LaidOut
from kanben.press.title import finished_book
from tests.pdf_lines import measure, share
from tests.real_titles import DIGEST


def test_another_weasyprint_sets_the_book_left_aligned_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    laid_out, *_, pdf = print_edition(finished_book(DIGEST, lambda _: None))

    assert isinstance(laid_out, LaidOut) and isinstance(pdf, bytes)
    (told,) = (trouble for trouble in laid_out.troubles if trouble.code == "untested-weasyprint")
    assert "70.1" in str(told) and "70.0" in str(told)

    text = measure(pdf)
    assert quantiles(text.advances("[\u4e00-\u9fff]{2}"), n=100)[0] > 0.99  # no gap is opened or squeezed
    assert share(text.edge_errors(), 0.06) < 0.8
