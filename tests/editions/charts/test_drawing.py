"""What stands in the drawing of a chart, whatever it is shown on."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kanben.book.charts import KINDS, Chart, Drawing, Kind, Series
from kanben.editions.charts.beside_points import sides
from kanben.editions.charts.canvas import Canvas
from kanben.editions.charts.drawing import draw
from kanben.editions.charts.drawn import charts_in_print, charts_on_screen
from kanben.editions.charts.labels import apart, in_lines
from kanben.editions.charts.numbers import number
from kanben.editions.charts.paints import PAINTS, Paint, definitions
from kanben.template_home import template_home
from tests.checkers.contrast import light
from tests.sample_book import sample_book

SCREEN = Canvas("f1", 320, 12, "zh-Hans")
PAPER = replace(SCREEN, size=7.5, fixed=True)
YEARS = ("2005年", "2010年", "2020年")
ONE = (Series("梁桥", (12000.0, 13500.0, 19400.0)),)
THREE = (*ONE, Series("拱桥", (8600.0, 9400.0, 10300.0)), Series("斜拉桥", (2100.0, 3900.0, 9800.0)))


def chart(kind: Kind, **more: Any) -> Chart:
    series = {"pie": ONE, "point": THREE[:2]}.get(kind, THREE)
    return replace(Chart("桥数", kind, YEARS, series, unit="座"), **more)


def anew(question: bytes, ask: Callable[[], bytes]) -> bytes:
    return ask()


def drawn(made: Chart, canvas: Canvas = SCREEN) -> Drawing:
    return draw(made, canvas, anew)


def tree(made: Chart, canvas: Canvas = SCREEN) -> etree._Element:
    return etree.fromstring(f"<svg>{drawn(made, canvas).markup}</svg>")


def texts(made: Chart, canvas: Canvas = SCREEN) -> list[str]:
    return ["".join(text.itertext()) for text in tree(made, canvas).iter("text")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("canvas", [SCREEN, PAPER], ids=["screen", "paper"])
def test_a_chart_is_drawn_the_same_each_time_and_its_words_are_text(kind: Kind, canvas: Canvas) -> None:
    made = chart(kind)
    assert drawn(made, canvas) == drawn(made, canvas)
    said = "".join(texts(made, canvas))
    wanted = {"pie": YEARS, "point": ("梁桥", "拱桥")}.get(kind, ("单位：座", "2005年", "2020年", "斜拉桥"))
    assert [words for words in wanted if words not in said] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_a_drawing_is_refused_by_the_policy_of_a_page_or_reaches_out(kind: Kind) -> None:
    markup = drawn(chart(kind)).markup
    assert re.findall(r"style|<script|href|https?:|\bon[a-z]+=|class=|aria-", markup) == []


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_those_of_the_figure_and_each_that_is_named_is_there(kind: Kind) -> None:
    root = tree(chart(kind))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    named = re.findall(r"url\(#([^)]+)\)", drawn(chart(kind)).markup)
    assert sorted(set(named)) == sorted(ids)
    assert all(name.startswith("f1-") for name in ids)


def test_words_on_a_screen_have_the_colour_of_the_page_and_on_paper_ink_and_a_face() -> None:
    for text in tree(chart("column")).iter("text"):
        assert (text.get("fill"), text.get("font-family")) == ("currentColor", None)
    for text in tree(chart("column"), PAPER).iter("text"):
        assert (text.get("fill"), text.get("font-family")) == ("#000", "Noto Sans CJK SC, Noto Serif CJK SC, HanaMinB")


def test_in_a_traditional_book_the_unit_is_named_in_its_script_and_words_are_set_in_its_face() -> None:
    canvas = replace(PAPER, language="zh-Hant-TW")
    (unit,) = [text for text in tree(chart("column"), canvas).iter("text") if text.text.endswith("：座")]
    assert (unit.text, unit.get("font-family", "").split(",")[0]) == ("單位：座", "Noto Sans CJK TC")


def test_lines_say_their_names_at_their_ends_in_the_order_of_their_last_numbers() -> None:
    root = tree(chart("line"))
    heads = {series.head: height_of(root, series.head) for series in THREE}
    assert sorted(heads, key=heads.__getitem__) == ["梁桥", "拱桥", "斜拉桥"]
    assert min(abs(a - b) for a, b in combinations(heads.values(), 2)) >= SCREEN.size


def height_of(root: etree._Element, words: str) -> float:
    (text,) = [each for each in root.iter("text") if each.text == words]
    return sum(float(re.findall(r"[-\d.]+", each.get("transform"))[1]) for each in moved(text))


def moved(element: etree._Element) -> Iterator[etree._Element]:
    """An element and those around it that are moved."""
    yield from (each for each in (element, *element.iterancestors()) if each.get("transform"))


def test_a_gap_parts_a_line() -> None:
    whole, gapped = Series("梁桥", (1.0, 2.0, 3.0, 4.0)), Series("梁桥", (1.0, 2.0, None, 4.0))
    moves = [
        sum(
            len(re.findall("M", each.get("d"))) for each in tree(made).iter("path") if each.get("stroke-width") == "1.2"
        )
        for series in (whole, gapped)
        for made in (Chart("桥", "line", ("甲", "乙", "丙", "丁"), (series,)),)
    ]
    assert moves == [1, 2]


def test_years_stand_as_far_apart_as_they_are() -> None:
    across = [float(match[1]) for match in re.finditer(r"translate\(([\d.]+),[\d.]+\)\" d=\"M-?[\d.]+,0A", dots())]
    assert len(across) == 3
    assert (across[1] - across[0]) * 2 == pytest.approx(across[2] - across[1], abs=1)


def dots() -> str:
    made = drawn(chart("line", series=ONE)).markup
    return re.sub(r'<path transform="([^"]+)" d="', r'<path \1" d="', made)


def test_where_names_of_years_have_no_room_the_last_one_stays() -> None:
    heads = tuple(f"{year}年" for year in range(2001, 2025))
    made = Chart("桥", "line", heads, (Series("桥", tuple(map(float, range(24)))),))
    shown = [words for words in texts(made) if "年" in words]
    assert "2024年" in shown
    assert 3 <= len(shown) < 10


def test_bars_that_say_their_numbers_have_no_axis_of_values() -> None:
    plain, labelled = texts(chart("column", series=ONE)), texts(chart("column", series=ONE, labelled=True))
    assert "5000" in plain
    assert "5000" not in labelled
    assert {"12\u2009000", "13\u2009500", "19\u2009400"} <= set(labelled)


def test_columns_below_zero_say_their_number_below_them() -> None:
    root = tree(Chart("增减", "column", ("甲", "乙"), (Series("增减", (3.0, -2.0)),), labelled=True))
    assert height_of(root, "3") < height_of(root, "−2") < height_of(root, "乙")


def test_a_cake_says_names_and_shares_that_touch_neither_each_other_nor_it() -> None:
    names = ("梁桥", "拱桥", "斜拉桥", "悬索桥")
    root = tree(Chart("份", "pie", names, (Series("份", (90.0, 4.0, 3.0, 3.0)),)))
    said = "".join("".join(text.itertext()) for text in root.iter("text"))
    assert said == "梁桥90.0%拱桥4.0%斜拉桥3.0%悬索桥3.0%"
    hundredths = Chart("份", "pie", names, (Series("份", (90.0, 4.0, 3.0, 3.0)),), unit="%")
    assert texts(hundredths)[:2] == ["梁桥90%", "拱桥4%"]
    heights = sorted(
        float(re.findall(r"[-\d.]+", text.get("transform"))[1])
        for text in root.iter("text")
        if not text.xpath("string()").startswith("梁桥")
    )
    assert all(below - above >= 2 * SCREEN.size for above, below in pairwise(heights))


def test_names_at_an_axis_that_are_too_long_take_lines_of_about_one_length() -> None:
    assert in_lines("长江三角洲城市群", 4.5) == "长江三角\n洲城市群"
    assert in_lines("京津冀", 8) == "京津冀"
    assert in_lines("人工智能（含大模型）", 5).split("\n")[1][0] not in "）（"


def test_heights_are_moved_no_more_than_needed() -> None:
    assert apart([1.0, 5.0, 9.0], 2) == [1.0, 5.0, 9.0]
    moved = apart([5.0, 5.2, 1.0], 2)
    assert moved[2] == 1.0
    assert moved[1] - moved[0] == pytest.approx(2)


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(1234, 0, "1234"), (12345, 0, "12\u2009345"), (-1234567.5, 1, "−1\u2009234\u2009567.5"), (0.5, 2, "0.50")],
)
def test_numbers_are_grouped_by_thin_spaces_from_five_digits_on(value: float, decimals: int, written: str) -> None:
    assert number(value, decimals) == written


def test_names_stand_on_the_side_of_their_point_that_is_free() -> None:
    plot = (0.0, 0.0, 300.0, 200.0)
    assert sides([(100, 100), (110, 100)], ["赵州桥", "卢沟桥"], 10, plot) == ["left", "right"]
    assert sides([(290, 100)], ["赵州桥"], 10, plot) == ["left"]
    assert sides([(100, 100)], ["赵州桥"], 10, plot) == ["right"]
    crowd = [(100.0 + 12 * n, 100.0) for n in range(3)]
    assert sides(crowd, ["赵州桥"] * 3, 10, plot)[1] in ("above", "below")


def test_many_rows_draw_together_on_a_page_that_is_not_as_high() -> None:
    heads = tuple(f"第{n}名" for n in range(40))
    made = Chart("名次", "bar", heads, (Series("数", tuple(map(float, range(40)))),))
    low = replace(PAPER, tallest=300.0)
    assert drawn(made, low).height <= 300 < drawn(made, PAPER).height


def test_a_legend_takes_nothing_from_the_height_of_the_plot() -> None:
    names = ("长江中游各省", "珠江三角洲地区", "其余各省（含港澳台）")
    series = tuple(replace(each, head=name) for each, name in zip(THREE, names, strict=True))
    drawings = [drawn(chart("line", series=series[:1])), drawn(chart("line", series=series))]
    assert drawings[1].height - drawings[0].height > 2 * SCREEN.size


# ---- for eyes that see no hues -------------------------------------------------------------------------------


def grounds() -> list[str]:
    return re.findall(r"--paper: (#\w+);", (template_home() / "web" / "style.css").read_text("utf-8"))


def lightness(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return light(*bytes.fromhex(digits))


@pytest.mark.parametrize(("paint", "ground"), list(product(PAINTS, [*dict.fromkeys(grounds()), "#ffffff"])))
def test_each_hue_stands_out_from_every_paper(paint: Paint, ground: str) -> None:
    lights = sorted((lightness(paint.hue), lightness(ground)))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 3


def test_series_differ_by_more_than_hue() -> None:
    for name in ("pattern", "dash", "shape"):
        assert len({getattr(paint, name) for paint in PAINTS}) == len(PAINTS)
    patterns = [re.sub("#\\w+", "", definitions("x", paint.fill("x"))) for paint in PAINTS if paint.pattern]
    assert len(set(patterns)) == len(PAINTS) - 1


def test_what_was_drawn_before_is_not_drawn_again(tmp_path: Path) -> None:
    kept: dict[bytes, bytes] = {}

    def memory(question: bytes, ask: Callable[[], bytes]) -> bytes:
        if question not in kept:
            kept[question] = ask()
        return kept[question]

    first = draw(chart("bar"), SCREEN, memory)
    kept.update(dict.fromkeys(kept, b'<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"/>'))
    assert draw(chart("bar"), SCREEN, memory) != first
    assert draw(chart("bar", unit="条"), SCREEN, memory).width == first.width
    assert len(kept) == 2


def test_vega_is_loaded_only_for_a_chart_that_was_not_drawn_before(monkeypatch: pytest.MonkeyPatch) -> None:
    known = etree.tostring(etree.fromstring('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>'))
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    book = sample_book()
    assert charts_on_screen(book, anew) is book
    assert charts_in_print(book, anew) is book
    assert draw(chart("bar"), SCREEN, lambda question, ask: known) == Drawing(3, 2, "")
    with pytest.raises(ImportError):
        drawn(chart("bar"))
