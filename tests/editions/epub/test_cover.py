"""The cover: its words, and how a title is set into its label."""

from dataclasses import replace

import pytest

from kanben.editions.epub import cover_page
from kanben.editions.title_lines import breadth, fit, pieces_of
from tests.sample_book import sample_book


def lines(title: str) -> tuple[str, ...]:
    return fit(title, 1000, 860, 208).lines


def test_the_cover_names_title_subtitle_creators_and_publisher() -> None:
    page = cover_page(sample_book(), None)
    for words in ("桥“谱”", "一本样书", "样书编写组", "样书社"):
        assert words in page
    assert "@page { size: 1600px 2560px; margin: 0;" in page


def test_what_the_record_leaves_empty_leaves_no_trace() -> None:
    book = sample_book()
    page = cover_page(replace(book, record=replace(book.record, subtitle="", publisher="", creators=())), None)
    assert 'class="subtitle"' not in page
    assert 'class="publisher"' not in page


def test_a_short_title_stands_on_one_line() -> None:
    assert lines("道德经") == ("道德经",)


def test_lines_end_where_words_end() -> None:
    assert lines("更好赋能中国繁荣世界") == ("更好赋能", "中国繁荣世界")
    assert lines("《更好赋能中国繁荣世界》摘编") == ("《更好赋能", "中国繁荣", "世界》摘编")
    assert lines("The Structure of Scientific Revolutions") == ("The Structure", "of Scientific", "Revolutions")


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    for line in lines("论“桥”与“路”：《营造法式》（一）、（二）、（三）卷中的若干重大问题研究"):
        assert line[0] not in "”》）、：，"
        assert line[-1] not in "“《（"


@pytest.mark.parametrize("title", ["桥", "桥" * 60, "Bridge " * 12, "x" * 80, "《", "……", "路，" * 20])
def test_every_title_fits_the_label_and_keeps_its_characters(title: str) -> None:
    setting = fit(title, 1000, 860, 208)
    assert "".join(setting.lines).replace(" ", "") == title.replace(" ", "")
    assert max(breadth(pieces_of(line)) for line in setting.lines) * setting.size <= 1000 + 10
    assert len(setting.lines) * setting.size * 1.35 <= 860 + 10
