"""A reader opens the site in a real browser: cards, contents, papers, narrow screens, no script, no network."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.checkers.browser import Site, site

EVERY_PAGE = ("index.html", "preface.html", "ch01.html", "ch02.html", "glossary.html", "references.html", "search.html")
CARD = ".card:popover-open"


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[Site]:
    with site(folder) as shown:
        yield shown


@contextmanager
def viewport(desk: Site, width: int) -> Iterator[None]:
    """Make the window that wide (CSS px) for a while."""
    desk.page.set_viewport_size({"width": width, "height": 700})
    yield
    desk.page.set_viewport_size({"width": 1280, "height": 900})


def another_page(desk: Site, **settings: Any) -> Page:
    """A page with settings of its own in the same browser."""
    browser = desk.page.context.browser
    assert browser
    return browser.new_context(**settings).new_page()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_a_note_opens_beside_its_call_and_escape_leads_back(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.locator("#n4-call").click()
    assert page.locator(CARD).inner_text().split()[:2] == ["第一段：石块受压。", "第二段：拱脚受推。"]
    page.keyboard.press("Escape")
    assert page.locator(CARD).count() == 0
    assert focused(page) == "n4-call"


def test_the_keyboard_opens_and_closes_a_card(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.locator("#t1-u1").focus()
    page.keyboard.press("Enter")
    assert "以拱承重的桥。" in page.locator(CARD).inner_text()
    page.get_by_role("button", name="关闭").press("Enter")
    assert focused(page) == "t1-u1"


def test_a_mouse_that_rests_on_a_citation_sees_the_work(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.locator("#r1-u1 a").hover()
    page.wait_for_selector(CARD)
    assert "沈括. 梦溪笔谈[M]." in page.locator(CARD).inner_text()
    page.mouse.move(5, 5)
    page.wait_for_selector(CARD, state="detached")


def test_a_card_stays_on_the_screen(desk: Site) -> None:
    page = desk.open("ch01.html")
    for call in ("#n2-call", "#n3-call", "#n4-call", "#t1-u1", "#r1-u1 a", "#n5-call", "#t1-u2"):
        page.locator(call).click()
        box = page.locator(CARD).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 1280, call
        assert box["y"] >= 0 and box["y"] + box["height"] <= 900, call
        page.keyboard.press("Escape")


def test_a_card_repeats_no_id(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.locator("#n4-call").click()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_with_a_modifier_key_a_call_is_a_plain_link(desk: Site) -> None:
    page = desk.open("ch01.html")
    with page.context.expect_page() as opened:
        page.locator("#t1-u1").click(modifiers=["Control"])
    opened.value.wait_for_load_state()
    assert opened.value.url.endswith("glossary.html#t1")
    opened.value.close()


def test_the_contents_follow_the_place(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.locator("#side").get_by_role("link", name="桥的图与表").click()
    assert page.locator('.side [aria-current="page"] .words').inner_text() == "桥"
    page.wait_for_selector('.side [aria-current="location"]')
    assert page.locator('.side [aria-current="location"] .words').inner_text() == "桥的图与表"


def test_the_contents_mark_no_section_that_is_still_far_below(desk: Site) -> None:
    page = another_page(desk, viewport={"width": 1280, "height": 1000})
    page.route("**/style.css", lambda route: (time.sleep(0.4), route.continue_()))  # the words are there before it
    page.goto(f"{desk.address}/ch01.html")
    assert page.evaluate("document.getElementById('ch01-s1').getBoundingClientRect().top > innerHeight / 3")
    assert page.locator('.side [aria-current="location"]').count() == 0
    page.context.close()


def test_the_chosen_paper_is_remembered_on_the_next_page(desk: Site) -> None:
    page = desk.open("index.html")
    page.get_by_label("夜").check()
    desk.open("ch02.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(23, 24, 26)"
    page.get_by_label("自动").check()
    assert desk.open("ch02.html").evaluate("document.documentElement.dataset.theme ?? ''") == ""


def test_nothing_is_asked_from_outside_and_nothing_is_blocked(desk: Site) -> None:
    said: list[str] = []
    desk.page.on("console", lambda message: said.append(message.text))
    desk.page.on("pageerror", lambda error: said.append(str(error)))
    for name in EVERY_PAGE:
        desk.open(name)
    assert desk.outside == []
    assert [words for words in said if "404" not in words] == []  # a browser may ask for an icon


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_no_page_scrolls_sideways(desk: Site, name: str) -> None:
    page = desk.open(name)
    for width in (320, 360, 768, 1024, 1280):
        with viewport(desk, width):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_a_narrow_screen_has_the_contents_in_a_drawer(desk: Site) -> None:
    with viewport(desk, 360):
        page = desk.open("ch01.html")
        assert not page.locator("#side").is_visible()
        page.get_by_role("button", name="目录").click()
        page.locator("#side").get_by_role("link", name="桥的图与表").click()
        assert page.url.endswith("ch01.html#ch01-s2")
        assert not page.locator("#side").is_visible()


def test_without_script_notes_and_the_drawer_still_serve(desk: Site) -> None:
    page = another_page(desk, java_script_enabled=False, viewport={"width": 360, "height": 700})
    page.goto(f"{desk.address}/ch01.html")
    page.locator("#n4-call").click()
    assert page.url.endswith("ch01.html#n4")
    page.locator("#n4 .mark").click()
    assert page.url.endswith("ch01.html#n4-call")
    page.get_by_role("button", name="目录").click()
    page.locator("#side").get_by_role("link", name="第二章 路").click()
    assert page.locator("h1").inner_text().split() == ["第二章", "路"]


def test_the_folder_can_be_read_from_a_disk(desk: Site, folder: Path) -> None:
    said: list[str] = []
    page = another_page(desk)
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "ch01.html").as_uri())
    page.locator("#t1-u1").click()
    assert "以拱承重的桥。" in page.locator(CARD).inner_text()
    assert page.evaluate("document.styleSheets.length") == 1
    assert said == []
    page.close()


def test_on_paper_there_is_only_the_book(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.emulate_media(media="print")
    assert not any(page.locator(part).is_visible() for part in (".bar", ".side", ".turn"))
    assert page.locator(".notes").is_visible()
    page.emulate_media(media="screen")


def test_a_heading_is_called_by_its_words_without_the_printed_page_beside_it(desk: Site) -> None:
    page = desk.open("ch01.html")
    assert page.locator("h1 .page").count() == 1
    assert page.get_by_role("heading", level=1, name=re.compile("^第一章")).count() == 1
