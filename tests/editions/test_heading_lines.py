"""On a phone headings are broken between words: no line has a single character, none ends in a word of the book."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers.browser import Site, site
from tests.checkers.reader import screen
from tests.editions.epub.opened import opened
from tests.real_titles import RealTitle

HEADINGS = "h1, h2, h3, h4, .contents .words, .turn .words, .side .words"
LINES = """([page, names]) => {
  const shown = [...page.querySelectorAll(names)].filter(each => each.checkVisibility())
  return shown.map(heading => {
    const texts = page.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
    const lines = []
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement.closest('.label, .anchor, sup, .unseen')) continue
      ;[...texts.currentNode.data].reduce((start, char) => {
        const place = page.createRange()
        place.setStart(texts.currentNode, start)
        place.setEnd(texts.currentNode, start + char.length)
        const { top, width } = place.getBoundingClientRect()
        if (width && char.trim()) {
          if (!lines.length || Math.abs(lines.at(-1).top - top) > 4) lines.push({ top, words: '' })
          lines.at(-1).words += char
        }
        return start + char.length
      }, 0)
    }
    return lines.map(line => line.words)
  })
}"""


def lines_of(page: Page, document: str) -> list[list[str]]:
    """The lines of each heading that is to be seen in a document, without labels and calls."""
    lines: list[list[str]] = page.evaluate(f"names => ({LINES})([{document}, names])", HEADINGS)
    return lines


def faults(headings: list[list[str]], own_words: tuple[str, ...]) -> list[str]:
    """The headings with a line of one character, or with a word of the book that goes over a line's end."""
    known = [word for word in own_words if len(word) <= 8]
    found = []
    for lines in headings:
        text, split = "".join(lines), "|".join(lines)
        is_lonely = len(lines) > 1 and min(map(len, lines)) == 1
        if is_lonely or any(split.count(word) < text.count(word) for word in known):
            found.append(split)
    return found


@pytest.fixture(scope="module")
def phone(digest: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(digest.write(tmp_path_factory.mktemp("digest")) / "web") as shown:
        yield shown


@pytest.mark.parametrize("width", [320, 360, 390])
def test_headings_contents_and_links_to_the_next_page_are_whole_on_the_web(
    phone: Site, digest: RealTitle, width: int
) -> None:
    phone.page.set_viewport_size({"width": width, "height": 700})
    headings: list[list[str]] = []
    for part in digest.book.parts:
        page = phone.open(f"{'part-index' if part.id == 'index' else part.id}.html")
        page.get_by_role("button", name="目录").click()
        headings += lines_of(page, "document")
    headings += lines_of(phone.open("index.html"), "document")
    assert sum(len(lines) > 1 for lines in headings) > 60
    assert faults(headings, digest.book.own_words) == []


def test_headings_are_whole_in_the_e_book(digest: RealTitle, tmp_path: Path) -> None:
    headings: list[list[str]] = []
    with screen(digest.write(tmp_path) / "xinzhi-digest.epub", 360, 640) as page:
        for name in opened(digest.epub).spine():
            page.evaluate("name => turn(name)", name)
            headings += lines_of(page, "leaf()")
    assert sum(len(lines) > 1 for lines in headings) > 15
    assert faults(headings, digest.book.own_words) == []


def test_a_split_word_and_a_lonely_character_are_told() -> None:
    assert faults([["论新质", "生产力"], ["论桥", "梁"], ["论", "桥梁"]], ("新质生产力",)) == [
        "论新质|生产力",
        "论桥|梁",
        "论|桥梁",
    ]
