"""A reader selects a passage and copies it with its source: by the button, by a key, from a server and from a disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers.axe import SCRIPT
from tests.checkers.browser import Site, site

SELECT = """([from, to]) => {
  const walker = document.createTreeWalker(document.querySelector('.part'), NodeFilter.SHOW_TEXT);
  const find = (words) => {
    walker.currentNode = document.querySelector('.part');
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at >= 0) return [walker.currentNode, at];
    }
  };
  const [[first, start], [last, end]] = [find(from), find(to)];
  first.parentElement.scrollIntoView({ block: 'center' });
  getSelection().setBaseAndExtent(first, start, last, end + to.length);
}"""
WITHOUT_MARKS = "document.querySelectorAll('.page').forEach((mark) => mark.remove())"
SOURCE = "样书编写组、样书编辑部：《桥与路 & 桥“谱”——一本样书》"


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[Site]:
    with site(folder) as shown:
        shown.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield shown


def copied(page: Page) -> str:
    page.locator(".said", has_text="已复制").wait_for()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_button_at_a_selection_copies_it_with_its_print_page(desk: Site) -> None:
    page = desk.open("ch01.html")
    assert not page.get_by_role("button", name="引用").is_visible()
    page.evaluate(SELECT, ["代码为", "代码为"])
    page.get_by_role("button", name="引用").click()
    assert copied(page) == f"“代码为”（{SOURCE}，第 2 页）"
    assert "第 2 页" in page.get_by_role("status").inner_text()
    page.evaluate("getSelection().removeAllRanges()")
    page.get_by_role("button", name="引用").wait_for(state="hidden")


@pytest.mark.parametrize(
    ("start", "end", "words", "spot"),
    [
        ("靠受压", "桥的", "靠受压的石块成形。古人早有记载。\n1.1 桥的", "第 1 页"),
        ("此处有", "强调", "此处有强调", "第 1 页"),
        ("再说一次", "这次不再", "再说一次拱桥，这次不再", "第 2 页"),
        ("第一段：石块", "受压。", "第一段：石块受压。", "第 1 页"),
    ],
    ids=["over calls and a paragraph's end", "before a mark", "a later paragraph", "in a note: its call's page"],
)
def test_the_key_c_copies_the_words_alone_with_the_page_on_which_they_begin(
    desk: Site, start: str, end: str, words: str, spot: str
) -> None:
    page = desk.open("ch01.html")
    page.evaluate(SELECT, [start, end])
    page.keyboard.press("c")
    assert copied(page) == f"“{words}”（{SOURCE}，{spot}）"


@pytest.mark.parametrize(
    ("file", "words", "spot"),
    [
        ("ch01.html", "再说一次", "第 1.1.1 节"),
        ("ch01.html", "靠受压", "第一章"),
        ("preface.html", "本书写桥", "“前言”"),
    ],
)
def test_without_print_pages_the_section_is_named(desk: Site, file: str, words: str, spot: str) -> None:
    page = desk.open(file)
    page.evaluate(WITHOUT_MARKS)
    page.evaluate(SELECT, [words, words])
    page.keyboard.press("c")
    assert copied(page) == f"“{words}”（{SOURCE}，{spot}）"


def test_quotation_marks_within_the_passage_become_inner_ones(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.evaluate("document.querySelector('.part > p').textContent = '他说“桥‘通’了”，it’s so。'")
    page.evaluate(SELECT, ["他说", "so。"])
    page.keyboard.press("c")
    assert copied(page).startswith("“他说‘桥“通”了’，it’s so。”（")


def test_a_page_from_a_disk_or_without_a_clipboard_copies_too(desk: Site, folder: Path) -> None:
    browser = desk.page.context.browser
    assert browser
    page = browser.new_context().new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto((folder / "ch01.html").as_uri())
    page.evaluate(SELECT, ["代码为", "代码为"])
    page.keyboard.press("c")
    page.locator(".said", has_text="已复制").wait_for()
    assert page.evaluate("getSelection().toString()") == "代码为"
    page.evaluate("document.body.appendChild(document.createElement('textarea')).focus()")
    page.keyboard.press("Control+v")
    assert page.locator("textarea").input_value() == f"“代码为”（{SOURCE}，第 2 页）"
    page.context.close()


def test_without_a_selection_or_with_another_key_nothing_is_copied(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.evaluate("navigator.clipboard.writeText('before')")
    page.keyboard.press("c")
    page.evaluate(SELECT, ["代码为", "代码为"])
    page.keyboard.press("Alt+c")
    assert page.evaluate("navigator.clipboard.readText()") == "before"


def test_the_button_is_for_everybody(desk: Site) -> None:
    page = desk.open("ch01.html")
    page.evaluate(SELECT, ["代码为", "代码为"])
    page.get_by_role("button", name="引用").wait_for()
    page.keyboard.press("c")
    copied(page)
    page.evaluate(SCRIPT.read_text("utf-8"))
    assert page.evaluate("async () => (await axe.run(document)).violations.map(found => found.id)") == []
