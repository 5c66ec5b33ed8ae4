"""The sheets that a book is set on."""

import pytest

from kanben.editions.print.trims import MM, OFFICIAL, TRIMS, Trim, trim_of


@pytest.mark.parametrize("trim", [*TRIMS.values(), OFFICIAL])
def test_the_type_area_is_whole_and_the_margins_take_the_rest_of_the_sheet(trim: Trim) -> None:
    assert trim.inner + trim.han * trim.body + trim.outer == pytest.approx(trim.width * MM, abs=0.05)
    assert trim.head + trim.lines * trim.pitch + trim.foot == pytest.approx(trim.height * MM, abs=0.05)
    assert trim.inner > trim.outer > 40
    assert trim.head > trim.foot > 40


def test_official_documents_are_set_as_gb_t_9704_says() -> None:
    official = trim_of("a4", "gongwen")
    assert (official.han, official.lines) == (28, 22)
    assert (official.measure / MM, official.depth / MM) == (pytest.approx(156, abs=1), pytest.approx(225, abs=1))
    assert (official.head / MM, official.inner / MM) == (pytest.approx(37, abs=0.01), pytest.approx(28, abs=0.01))
    assert trim_of("a5", "report") is TRIMS["a5"]
