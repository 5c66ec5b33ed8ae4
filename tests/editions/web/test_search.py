"""A reader searches the book: in Chinese, by parts of words and phrases, in Traditional characters, by keys alone."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from kanben.book.blocks import Heading
from kanben.book.inlines import Note
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.checkers.axe import SCRIPT
from tests.checkers.browser import Site, site
from tests.real_titles import RealTitle

PLACES = ".found ol a"

ANSWERED = '.search[aria-busy="false"]'


@pytest.fixture(scope="module")
def desk(digest_web: Path) -> Iterator[Site]:
    with site(digest_web) as shown:
        yield shown
        assert shown.outside == []


@pytest.fixture
def panel(desk: Site) -> Page:
    page = desk.open("ch01.html")
    page.keyboard.press("/")
    page.locator("dialog.search-panel[open]").wait_for()
    return page


def answer(page: Page, query: str) -> str:
    """Type a query and give what is said of the answer."""
    page.fill("#query", query)
    page.locator(ANSWERED).wait_for()
    return page.locator(".count").inner_text()


def places(page: Page) -> list[str]:
    return page.locator(PLACES).all_inner_texts()


def marked(page: Page) -> set[str]:
    return set(page.locator(".excerpt mark").all_inner_texts())


def highlighted(page: Page) -> list[str]:
    page.wait_for_function("CSS.highlights.has('found')")
    return list(page.evaluate("[...CSS.highlights.get('found')].map(String)"))


@pytest.mark.parametrize(
    "query",
    [
        "科技创新",
        "质生产",
        "技创",
        "“线索，先谈创新”",
        "新质生产力 芯片",
        "人",
        "中国天眼",
        "fast",
        "22.4%",
        "2023年",
        "FAS",
    ],
)
def test_what_is_printed_is_found(panel: Page, query: str) -> None:
    assert re.fullmatch(r"找到 \d+ 处，在 \d+ 篇中", answer(panel, query))
    assert panel.locator(".found mark").count()


@pytest.mark.parametrize(
    ("query", "shown"),
    [("科技創新", "科技创新"), ("資訊", "信息"), ("網路", "网络"), ("軟體", "软件"), ("基礎研究 資料", "基础研究")],
)
def test_a_traditional_query_finds_the_simplified_text(panel: Page, query: str, shown: str) -> None:
    answer(panel, query)
    assert shown in marked(panel)


def test_a_place_is_told_by_its_chapter_its_section_and_its_page(panel: Page, digest: RealTitle) -> None:
    headings = [node for node in walk(digest.book) if isinstance(node, Heading) and node.level == 3]
    heading = next(node for node in headings if node.id.startswith("ch02"))
    answer(panel, text_of(heading))
    assert panel.locator(".page-title").first.inner_text().startswith("第二章 ")
    page = digest.pressed.pages.labels[heading.id]
    assert places(panel)[0].split("\n")[:2] == [f"{heading.label} {text_of(heading)}", f"第 {page} 页"]


def test_a_result_leads_to_its_very_section_and_marks_the_words(panel: Page) -> None:
    answer(panel, "散裂中子源")
    panel.locator(PLACES).first.click()
    panel.wait_for_url("**/ch02.html?q=*#ch02-s1-2")
    assert highlighted(panel) == ["散裂中子源"]
    at = panel.evaluate("[...CSS.highlights.get('found')][0].getBoundingClientRect().top")
    assert 0 < at < panel.evaluate("innerHeight")


def test_on_the_page_the_words_are_marked_across_calls_and_as_the_book_has_them(panel: Page) -> None:
    answer(panel, "資訊")
    panel.locator(PLACES).first.click()
    panel.wait_for_url("**?q=*")
    assert set(highlighted(panel)) == {"信息"}


def test_a_word_in_a_note_leads_to_the_note_with_the_page_of_its_call(panel: Page, digest: RealTitle) -> None:
    chapter = next(part for part in digest.book.parts if part.id == "ch02")
    note = next(node for node in walk(chapter) if isinstance(node, Note) and "邓小平" in text_of(node.blocks))
    answer(panel, "“邓小平文选”")
    link = panel.locator(f'{PLACES}[href$="#{note.id}"]')
    assert link.count() == 1
    before = digest.pressed.files["web/ch02.html"].decode().partition(f'id="{note.id}-call"')[0]
    page = re.findall(r'data-page="(\w+)"', before)[-1]
    assert link.locator(".folio").inner_text() == f"第 {page} 页"


def test_a_term_leads_to_its_entry(panel: Page) -> None:
    answer(panel, "产业创新工程")
    link = panel.locator(f'{PLACES}[href^="glossary.html"]').first
    assert link.locator(".section").inner_text() == "产业创新工程"
    link.click()
    panel.wait_for_url("**/glossary.html?q=*#t*")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", ""),
        ("，。！", "请键入文字、字母或数字"),
        ("鲸鱼", "没有找到“鲸鱼”。可试试短一些的词，或用空格隔开几个词。"),
        ("力产生质", "没有找到“力产生质”。可试试短一些的词，或用空格隔开几个词。"),
    ],
)
def test_what_cannot_be_found_is_said(panel: Page, query: str, said: str) -> None:
    answer(panel, "桥")
    assert answer(panel, query) == said
    assert places(panel) == []


def test_runs_of_the_text_are_found_like_by_reading_it_all(panel: Page, digest: RealTitle) -> None:
    """Runs of two to six characters, taken anywhere: most are no words of any dictionary."""
    chance = random.Random(4)
    runs = [run for part in digest.book.parts for run in re.findall("[\u4e00-\u9fff]{6,}", text_of(part.blocks))]
    asked = [
        run[(at := chance.randrange(len(run) - 5)) :][: chance.randint(2, 6)] for run in chance.choices(runs, k=40)
    ]
    assert at >= 0
    assert [query for query in asked if not answer(panel, query).startswith("找到")] == []


def test_more_places_of_a_chapter_are_shown_on_wish(panel: Page) -> None:
    answer(panel, "创新")
    button = panel.get_by_role("button", name=re.compile(r"本篇另有 \d+ 处")).first
    rest = int(re.findall(r"\d+", button.inner_text())[0])
    before = panel.locator(PLACES).count()
    button.click()
    assert panel.locator(PLACES).count() == before + rest
    assert panel.evaluate("document.activeElement.closest('.found') !== null")


def test_keys_alone_open_search_choose_and_close(desk: Site) -> None:
    page = desk.open("ch03.html")
    link = page.locator(".side .find")
    link.focus()
    page.keyboard.press("Enter")
    page.locator("dialog.search-panel[open]").wait_for()
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert link.evaluate("link => link === document.activeElement")
    page.keyboard.press("/")
    page.keyboard.type("散裂中子源")
    page.keyboard.press("Enter")
    page.locator(f"{PLACES}:focus").wait_for()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ch02.html?q=*")


def test_what_is_typed_right_behind_the_key_is_all_heard(desk: Site) -> None:
    page = desk.open("ch03.html")
    page.wait_for_function("() => typeof kanbenSearch === 'object'", timeout=5000)  # before anybody asks for it
    page.keyboard.press("/")
    page.keyboard.type("散裂中子源")
    assert page.locator("#query").input_value() == "散裂中子源"


def test_the_page_of_the_search_answers_the_address_and_keeps_the_query_in_it(desk: Site) -> None:
    page = desk.open("search.html?q=散裂中子源")
    page.locator(PLACES).first.wait_for()
    answer(page, "中国天眼")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "中国天眼"
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"


def test_a_page_from_the_disk_says_why_it_cannot_search(desk: Site, digest_web: Path) -> None:
    browser = desk.page.context.browser
    assert browser
    page = browser.new_page()
    page.goto((digest_web / "ch01.html").as_uri())
    page.keyboard.press("/")
    said = page.locator(".search-panel .sorry").inner_text()
    assert "从磁盘直接打开" in said and "python3 -m http.server" in said
    page.goto((digest_web / "search.html").as_uri())
    assert page.locator(".search-page .sorry").inner_text() == said


def test_without_script_the_link_leads_to_a_page_that_says_what_to_do(desk: Site) -> None:
    browser = desk.page.context.browser
    assert browser
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{desk.address}/ch01.html")
    page.locator(".side .find").click()
    assert "搜索要用脚本" in page.locator("noscript").inner_text()


def test_a_search_that_does_not_load_says_so(desk: Site) -> None:
    browser = desk.page.context.browser
    assert browser
    page = browser.new_page()
    page.route("**/variants.json", lambda route: route.abort())
    page.goto(f"{desk.address}/ch01.html")
    page.keyboard.press("/")
    page.locator("#query").wait_for()
    assert answer(page, "创新").startswith("搜索没有装载成功")


@pytest.mark.parametrize(
    ("width", "scheme", "paper"), [(360, "light", ""), (360, "dark", ""), (1280, "light", "sepia"), (1280, "dark", "")]
)
def test_the_open_panel_is_for_everybody(
    digest_web: Path, width: int, scheme: Literal["light", "dark"], paper: str
) -> None:
    with site(digest_web, width=width, height=700, scheme=scheme) as shown:
        page = shown.open("ch01.html")
        page.evaluate("paper => localStorage.setItem('kanben-paper', paper)", paper)
        page = shown.open("ch01.html")
        page.locator(".find:visible").click()
        page.locator("#query").wait_for()
        answer(page, "创新")
        page.evaluate(SCRIPT.read_text("utf-8"))
        assert page.evaluate("async () => (await axe.run(document)).violations.map(found => found.id)") == []
        assert page.evaluate("document.querySelector('dialog').scrollWidth") <= width


def test_an_index_is_no_place_to_search(panel: Page, digest: RealTitle) -> None:
    assert "web/part-index.html" in digest.pressed.files
    answer(panel, "新质生产力")
    files = panel.locator(PLACES).evaluate_all("links => links.map(link => link.getAttribute('href').split('?')[0])")
    assert files and "part-index.html" not in files
