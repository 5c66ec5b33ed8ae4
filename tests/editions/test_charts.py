"""A title of every kind of chart, in all three editions."""

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from kanben.press.title import press
from kanben.press.worker import worker
from tests.agreement import pdf_pages, squeeze
from tests.checkers.ace import ace
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.contrast import faint_words
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu
from tests.checkers.pdf import drawing_faults, fonts, syntax_faults, ua_failures
from tests.checkers.reader import screen
from tests.editions.epub.opened import opened
from tests.editions.print.standards.told import content, objects
from tests.real_titles import BOOKS, RealTitle
from tests.shelf import Shelf, real_title

CHARTS = BOOKS / "charts"
CHAPTERS = ["ch01.html", "ch02.html"]
SMALLEST = 10.5  # CSS px of the words in a chart, on a telephone
SHOWN = "[...document.querySelectorAll('svg.chart')].filter((chart) => chart.checkVisibility())"


@pytest.fixture(scope="module")
def title(shelf: Shelf) -> RealTitle:
    return shelf.title(CHARTS)


@pytest.fixture(scope="module")
def made(title: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return title.write(tmp_path_factory.mktemp("charts"))


# ---- print ---------------------------------------------------------------------------------------------------


def test_the_words_of_a_chart_are_text_in_the_face_of_the_book(made: Path) -> None:
    words = "".join(page.flow for page in pdf_pages((made / "charts.pdf").read_bytes()))
    assert [each for each in ("单位：座", "2015年", "斜拉桥", "62%", "赵州桥", "631") if each not in words] == []
    used = fonts(made / "charts.pdf")
    assert {font.name for font in used} <= {"Noto-Serif-CJK-SC", "Noto-Serif-CJK-SC-Bold", "Noto-Sans-CJK-SC"}
    assert all(font.embedded and font.readable for font in used)


def test_print_is_sound_and_reads_the_numbers_aloud(made: Path) -> None:
    pdf = made / "charts.pdf"
    assert (syntax_faults(pdf), drawing_faults(pdf), ua_failures(pdf)) == ((), (), ())
    figures = [each["/Alt"] for each in objects(pdf) if each.get("/S") == "/Figure"]
    assert len(figures) == 11
    (first,) = [alt for alt in figures if "斜拉桥增得最快" in alt]
    assert first.removeprefix("u:").startswith(
        "三种桥都在增加，斜拉桥增得最快。梁桥一直最多，斜拉桥在二〇二二年超过拱桥。年份，梁桥，拱桥，斜拉桥。2005年，12000，"
    )


def test_for_the_press_a_chart_is_in_inks(tmp_path: Path) -> None:
    with worker() as layout:
        pdf = press(CHARTS, layout, ("print",), "pdf/x-4").files["charts.pdf"]
    (tmp_path / "charts.pdf").write_bytes(pdf)
    assert syntax_faults(tmp_path / "charts.pdf") == ()
    assert drawing_faults(tmp_path / "charts.pdf") == ()
    assert re.findall(rb"DeviceRGB|CalRGB|[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\s", content(tmp_path / "charts.pdf")) == []


# ---- e-book --------------------------------------------------------------------------------------------------


def test_the_reference_checkers_find_nothing_in_the_e_book(made: Path) -> None:
    verdict = epubcheck(made / "charts.epub")
    assert not verdict.findings, verdict
    assert ace(made / "charts.epub") == ()


def test_the_e_book_draws_each_chart_once_and_names_it(title: RealTitle) -> None:
    book = opened(title.epub)
    names = book.find("ch01.xhtml", "//*[local-name()='svg']/@aria-label")
    assert len(names) == 5
    assert names[0] == "三种桥都在增加，斜拉桥增得最快"
    assert book.facts("schema:accessMode") == ["textual", "visual"]
    assert {"alternativeText", "longDescription"} <= set(book.facts("schema:accessibilityFeature"))


def test_the_words_in_a_chart_of_the_e_book_can_be_read_at_night(title: RealTitle, made: Path) -> None:
    with screen(made / "charts.epub", 420, 700, "dark") as page:
        page.evaluate("style => dress(style)", "html { background: #161616; color: #ccc }")
        page.evaluate("turn('ch01.xhtml')")
        assert faint_words(page, "leaf()") == []


# ---- web -----------------------------------------------------------------------------------------------------


def test_the_checkers_find_nothing_in_the_pages(made: Path) -> None:
    found = nu(made / "web")
    assert [each for each in found if each.severity != "info" and "Security Policy" not in each.what] == []
    for width in (360, 1280):
        with site(made / "web", width=width) as shown:
            assert axe(shown, CHAPTERS) == ()


@pytest.mark.parametrize("width", [360, 600, 1280])
def test_one_drawing_of_each_chart_is_shown_that_fits_with_words_large_enough(made: Path, width: int) -> None:
    with site(made / "web", width=width) as shown:
        for name in CHAPTERS:
            page = shown.open(name)
            assert page.evaluate(f"{SHOWN}.length") == page.locator("figure:has(> svg.chart)").count()
            assert smallest_words(page) >= SMALLEST
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert shown.outside == []


def smallest_words(page: Page) -> float:
    size = "Math.min(...[...chart.querySelectorAll('text')].map((text) => parseFloat(text.getAttribute('font-size'))))"
    scale = "chart.getBoundingClientRect().width / chart.viewBox.baseVal.width"
    least: float = page.evaluate(f"Math.min(...{SHOWN}.map((chart) => {size} * {scale}))")
    return least


@pytest.mark.parametrize("width", [360, 1280])
def test_no_words_of_a_chart_touch_and_none_are_cut(made: Path, width: int) -> None:
    with site(made / "web", width=width) as shown:
        for name in CHAPTERS:
            assert shown.open(name).evaluate(TOUCHING) == [], name


TOUCHING = (
    f"() => {SHOWN}"
    """.flatMap((chart) => {
  const edge = chart.getBoundingClientRect();
  const texts = [...chart.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const cut = texts.filter(([, box]) => box.left < edge.left - 1 || box.right > edge.right + 1
    || box.top < edge.top - box.height * .3 || box.bottom > edge.bottom + box.height * .3)
    .map(([words]) => `cut: ${words}`);
  const laps = texts.flatMap(([words, box], at) => texts.slice(at + 1).filter(([, other]) =>
    Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
    && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > box.height * .45)
    .map(([other]) => `touch: ${words} ${other}`));
  return [...cut, ...laps];
})"""
)
"""Two boxes of words may share the room that faces keep above and below their characters."""


def test_the_words_of_a_chart_can_be_marked_and_have_the_colour_of_the_night(made: Path) -> None:
    with site(made / "web", scheme="dark") as shown:
        page = shown.open("ch01.html")
        page.locator("svg.chart.wide text", has_text="单位").first.select_text()
        assert page.evaluate("getSelection().toString()").strip() == "单位：座"
        assert page.evaluate("getComputedStyle(document.querySelector('svg.chart text')).fill") == page.evaluate(
            "getComputedStyle(document.body).color"
        )


def test_a_search_finds_the_numbers_in_the_description_and_not_in_the_drawing(title: RealTitle) -> None:
    page = html.fromstring(title.pressed.files["web/ch01.html"])
    (description,) = page.xpath("//details[@id='ch01-f1-description']")
    assert squeeze(description.text_content()).endswith("2024年223001050014600")
    assert page.xpath("//svg/@aria-details")[0] == "ch01-f1-description"
    assert re.findall(r"<svg[^>]*style=", title.pressed.files["web/ch01.html"].decode()) == []


def test_the_editions_are_the_same_each_time(title: RealTitle) -> None:
    assert real_title(CHARTS).pressed.files == title.pressed.files
