"""A reader sets the size of the type, comes back to the place, and turns pages by keys; what is set is remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers.axe import SCRIPT, axe
from tests.checkers.browser import Site, site

HELP = ".help:popover-open"


@pytest.fixture
def desk(folder: Path) -> Iterator[Site]:
    with site(folder) as shown:
        yield shown


def type_size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"))


def test_the_size_of_the_type_is_remembered_and_no_size_scrolls_sideways(desk: Site) -> None:
    page = desk.open("ch01.html")
    usual = type_size(page)
    page.get_by_label("特大").check()
    assert type_size(desk.open("ch02.html")) == pytest.approx(usual * 1.35, rel=0.01)
    for width in (320, 768, 1024):
        page.set_viewport_size({"width": width, "height": 700})
        assert desk.open("ch01.html").evaluate("document.documentElement.scrollWidth") <= width, width


def test_the_keys_set_size_and_paper(desk: Site) -> None:
    page = desk.open("ch01.html")
    usual = type_size(page)
    page.keyboard.press("s")
    assert type_size(page) > usual
    page.keyboard.press("p")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.locator("body").press("Control+s")
    page.get_by_label("米").focus()
    page.keyboard.press("s")
    assert type_size(page) == pytest.approx(usual * 1.15, rel=0.01)


def test_the_arrows_turn_the_pages(desk: Site) -> None:
    page = desk.open("index.html")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/preface.html")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/ch01.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/preface.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/index.html")


def test_t_leads_to_the_contents_on_every_screen(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.closest('#side') !== null")
    page.set_viewport_size({"width": 360, "height": 700})
    desk.open("ch01.html")
    page.keyboard.press("t")
    assert page.locator("#side").is_visible()
    page.keyboard.press("t")
    assert not page.locator("#side").is_visible()


def test_the_help_card_lists_the_keys_and_turns_them_off(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.keyboard.press("?")
    assert page.locator(f"{HELP} dt").all_inner_texts() == ["←", "→", "t", "/", "s", "p", "c", "?"]
    page.evaluate(SCRIPT.read_text("utf-8"))
    assert page.evaluate("async () => (await axe.run(document)).violations.map(found => found.id)") == []
    page.get_by_label("启用快捷键").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator(HELP).count() == 0
    page.get_by_role("button", name="快捷键").click()
    assert page.locator(HELP).count() == 1


def test_the_start_page_offers_the_place_where_reading_stopped(desk: Site) -> None:
    page = desk.open("index.html")
    assert page.locator(".resume").count() == 0
    page.set_viewport_size({"width": 800, "height": 400})
    desk.open("ch01.html")
    page.evaluate("document.getElementById('ch01-s2').scrollIntoView()")
    page.locator('.side [aria-current="location"]').wait_for(state="attached")
    page.wait_for_function("() => Object.values(localStorage).some(kept => kept.includes('1.2 桥的图与表'))")  # at rest
    desk.open("index.html")
    offer = page.locator(".resume a")
    assert offer.inner_text() == "继续读到：第一章 桥 · 1.2 桥的图与表"
    offer.click()
    page.wait_for_url("**/ch01.html#resume")
    page.wait_for_load_state()
    assert abs(page.evaluate("document.getElementById('ch01-s2').getBoundingClientRect().top")) < 120


def test_in_large_type_everybody_can_use_every_page(desk: Site) -> None:
    desk.open("ch01.html").evaluate("localStorage.setItem('kanben-size', 'huge')")
    assert axe(desk, ["index.html", "ch01.html", "glossary.html", "references.html"]) == ()
