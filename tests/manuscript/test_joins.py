"""When two lines are one paragraph: the rules one by one."""

import pytest

from kanben.manuscript.joins import Cut, Layout, Verdict, judge
from kanben.manuscript.lines import Gap, Line
from kanben.manuscript.traced import Traced

REPORT = Layout(21, wrapped=False, indented=False, spaced=True)
COLUMN = Layout(20, wrapped=True, indented=False, spaced=False)
INDENTED = Layout(20, wrapped=True, indented=True, spaced=False)
FULL = "山里的春天来得很晚三月的时候路边还有残雪"


def line(text: str, gap: Gap = "blank", indent: int = 0, foot: bool = False) -> Line:
    return Line(1, Traced(text, tuple(range(len(text)))), indent, gap, foot=foot)


def verdict(before: str, after: Line, layout: Layout = REPORT, said: str = "") -> Verdict:
    return judge(Cut(said or before, line(before), after), layout)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FULL, "很厚。"),
        (FULL + "，", "很厚。"),
        (FULL + "提高到", "6.65%；很高。"),
        (FULL + "高于七国的", "20%。"),
        (FULL + "“因地制宜”", "“不搞一种模式”。"),
        (FULL + "一座镇", "——深圳，已成为很大的城市。"),
    ],
)
def test_open_sentences_go_on(before: str, after: str) -> None:
    assert verdict(before, line(after)) == Verdict("open_sentences_go_on", 0.98)


@pytest.mark.parametrize("end", ["。", "！", "？", "……", "。”", "。）", "：", "——", "！”）"])
def test_sentence_ends_end_paragraphs(end: str) -> None:
    assert verdict(FULL + "化" + end, line("很厚。")).confidence < 0.8


def test_a_quotation_that_is_open_goes_on() -> None:
    assert verdict("他说：“" + FULL + "。", line("很厚。”")) == Verdict("open_quotations_go_on", 0.85)
    assert verdict("他说：“" + FULL + "。", line("“很厚。”")).confidence < 0.8
    assert verdict("时期（春天)的残雪。", line("很厚。")).confidence < 0.8


def test_the_end_of_a_full_line_at_the_end_of_a_page_is_a_doubt() -> None:
    full, short = FULL[:18] + "。", FULL[:8] + "。"
    assert verdict(full, line("很厚。", foot=True)) == Verdict("page_ends_are_doubtful", 0.3)
    assert verdict(full, line("很厚。", gap="page")) == Verdict("page_ends_are_doubtful", 0.3)
    assert verdict(short, line("很厚。", foot=True)) == Verdict("sentence_ends_end_paragraphs", 0.05)
    assert verdict(full, line("很厚。")) == Verdict("sentence_ends_end_paragraphs", 0.05)


def test_attributions_captions_and_items_stand_apart() -> None:
    assert verdict("——习近平", line("生产力的发展。")).rule == "attributions_stand_apart"
    assert verdict("图1 河流", line("河水很急。")).rule == "captions_stand_apart"
    assert verdict("分三类：", line("（一）河；")).rule == "items_start_paragraphs"
    assert verdict("（一）河；", line("（二）湖。")).rule == "items_start_paragraphs"


def test_a_short_line_without_a_mark_may_be_a_heading() -> None:
    assert verdict("河上的人", line("他们撑船。")) == Verdict("short_lines_are_doubtful", 0.5)


def test_a_line_without_a_blank_one_before_it_is_a_doubt_where_blank_lines_are_the_rule() -> None:
    assert verdict("路边有雪。", line("很厚。", gap="line")) == Verdict("missing_blank_lines_are_doubtful", 0.5)


def test_full_lines_of_a_column_go_on_and_short_ones_end() -> None:
    full, short = FULL[:19] + "。", "路边有雪。"
    assert verdict(full, line("很厚。", gap="line"), COLUMN) == Verdict("full_lines_go_on", 0.85)
    assert verdict(short, line("很厚。", gap="line"), COLUMN) == Verdict("full_lines_go_on", 0.05)


def test_indents_decide_where_paragraphs_have_them() -> None:
    assert verdict("路边有雪。", line("很厚。", "page", indent=4), INDENTED).rule == "indents_start_paragraphs"
    assert verdict("路边有雪。", line("很厚。", "page"), INDENTED) == Verdict("unindented_lines_go_on", 0.9)
    assert verdict(FULL, line("很厚。", "page", indent=4), INDENTED) == Verdict("indents_start_paragraphs", 0.4)
