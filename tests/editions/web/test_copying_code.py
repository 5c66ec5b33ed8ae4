"""A reader copies a whole block of code by its button: from a server, from a disk, by mouse and by key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers.axe import axe
from tests.checkers.browser import Site, site

CODE = 'print("<桥>")'
REFUSE = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"


@pytest.fixture
def desk(folder: Path) -> Iterator[Site]:
    with site(folder) as shown:
        shown.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield shown


def with_code(desk: Site) -> Page:
    """The page of the sample book on which code stands."""
    names = [name for name in ("ch01.html", "ch02.html") if desk.open(name).locator("pre.code").count()]
    return desk.open(names[0])


def test_the_button_copies_the_code_and_nothing_else(desk: Site) -> None:
    page = with_code(desk)
    page.get_by_role("button", name="复制代码").click()
    page.locator(".said", has_text="已复制代码").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{CODE}\n"


def test_the_key_enter_copies_it_too_where_the_clipboard_is_forbidden_and_nothing_is_selected(desk: Site) -> None:
    page = with_code(desk)
    page.evaluate(REFUSE)
    page.get_by_role("button", name="复制代码").focus()
    page.keyboard.press("Enter")
    page.locator(".said", has_text="已复制代码").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{CODE}\n"


def test_a_selection_over_code_is_copied_without_the_button(desk: Site) -> None:
    page = with_code(desk)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.copied'))")
    page.get_by_role("button", name="引用").click()
    page.locator(".said", has_text="已复制选文").wait_for()
    assert "复制" not in page.evaluate("navigator.clipboard.readText()")


def test_the_button_is_for_everybody_and_not_for_paper(desk: Site) -> None:
    assert axe(desk, [with_code(desk).url.rsplit("/", 1)[-1]]) == ()
    page = with_code(desk)
    page.emulate_media(media="print")
    assert not page.locator(".copy").is_visible()
