"""Tables on screens: on a phone nothing is cut and nothing scrolls sideways, in the web edition and in the EPUB."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers.axe import axe
from tests.checkers.browser import Site, site
from tests.checkers.reader import screen
from tests.real_titles import BOOKS, RealTitle
from tests.shelf import Shelf

HARD = BOOKS / "tables"
CUT = """() => [...document.querySelectorAll('.scroll:not(.over) :is(td, th)')].filter((cell) => {
  const [box, room] = [cell, cell.closest('.scroll')].map((element) => element.getBoundingClientRect());
  const isPutAway = getComputedStyle(cell.closest('thead') || cell).clipPath !== 'none';
  const isOut = box.left < room.left - 1 || box.right > room.right + 1;
  return !isPutAway && (isOut || cell.scrollWidth > cell.clientWidth + 1);
}).map((cell) => cell.textContent)"""
CUT_BY_PAGES = """() => {
  const { renderer } = document.querySelector('foliate-view');
  const [width, { doc }] = [renderer.size, renderer.getContents()[0]];
  const edge = doc.querySelector('h1').getBoundingClientRect().left % width;
  const isCut = (box) => box.left % width < edge - 1 || box.left % width + box.width > width - edge + 1;
  const cells = [...doc.querySelectorAll('td, th')].filter((cell) => {
    const head = cell.closest('thead');
    return !head || doc.defaultView.getComputedStyle(head).clipPath === 'none';
  });
  const cut = cells.filter((cell) => [...cell.getClientRects()].some(isCut) || cell.scrollWidth > cell.clientWidth + 1);
  return [cells.length, cut.map((cell) => cell.textContent)];
}"""
STACKED = "() => [...document.querySelectorAll('table')].map((table) => getComputedStyle(table).display === 'block')"
ROLES = ("table", "rowgroup", "row", "columnheader", "cell")


@pytest.fixture(scope="module")
def hard(shelf: Shelf) -> RealTitle:
    return shelf.title(HARD)


@pytest.fixture(scope="module")
def shown(hard: RealTitle, digest: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    room = tmp_path_factory.mktemp("tables")
    hard.write(room / "hard")
    digest.write(room / "digest")
    with site(room) as both:
        yield both


def at(shown: Site, width: int, name: str = "hard/web/ch01.html") -> Page:
    shown.page.set_viewport_size({"width": width, "height": 800})
    return shown.open(name)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_table_is_cut(shown: Site, width: int) -> None:
    for name in ("hard/web/ch01.html", *(f"digest/web/ch0{n}.html" for n in (2, 3, 5))):
        page = at(shown, width, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.locator("table").count() > 0
        over = page.locator(".table:has(.over) figcaption .label").all_inner_texts()
        assert over == (["表1-5"] if width >= 768 and "hard" in name else []), name  # twelve columns of long numbers
        assert page.evaluate(CUT) == [], name


def test_wide_tables_are_stacks_on_a_phone_and_tables_at_a_desk(shown: Site) -> None:
    assert at(shown, 360).evaluate(STACKED) == [False, False, True, True, True, True, True, False]
    assert not any(at(shown, 1280).evaluate(STACKED))
    assert not any(at(shown, 360, "digest/web/ch02.html").evaluate(STACKED))


def test_large_type_makes_stacks_sooner(shown: Site) -> None:
    page = at(shown, 360, "digest/web/ch02.html")
    page.evaluate("document.documentElement.dataset.size = 'huge'")
    assert all(page.evaluate(STACKED))
    assert page.evaluate(CUT) == []


def test_each_cell_of_a_stack_says_what_it_stands_under(shown: Site) -> None:
    page = at(shown, 360)
    said = "cell => getComputedStyle(cell, '::before').content"
    assert page.locator("#ch01-t3 tbody tr:first-child td").nth(3).evaluate(said) == '"全长（米）"'
    assert page.locator("#ch01-t7 tbody tr:nth-child(2)").evaluate(said) == '"地区：东部"'
    assert page.locator("#ch01-t7 thead .call").is_visible()  # heads with a note's call are not put away


def test_a_stack_is_a_table_for_those_who_listen(shown: Site) -> None:
    trees = []
    for width in (360, 1280):
        tree = shown.page.context.new_cdp_session(at(shown, width)).send("Accessibility.getFullAXTree")
        trees.append(Counter(node["role"]["value"] for node in tree["nodes"] if not node["ignored"]))
    assert [trees[0][role] for role in ROLES] == [trees[1][role] for role in ROLES]
    assert trees[0]["cell"] > 80


def test_only_a_table_that_moves_is_a_stop_of_the_keyboard(shown: Site) -> None:
    assert at(shown, 1280).locator(".scroll[tabindex]").count() == 1
    assert at(shown, 360).locator(".scroll[tabindex]").count() == 0


@pytest.mark.parametrize(("width", "height"), [(360, 640), (768, 1024)])
def test_no_table_of_the_epub_is_cut_by_a_page(
    hard: RealTitle, digest: RealTitle, tmp_path: Path, width: int, height: int
) -> None:
    for title, names in ((hard, ["ch01"]), (digest, ["ch02", "ch03", "ch05"])):
        epub = title.write(tmp_path) / f"{title.book.name}.epub"
        with screen(epub, width, height) as page:
            for name in names:
                page.evaluate(f"turn('{name}.xhtml')")
                count, cut = page.evaluate(CUT_BY_PAGES)
                assert count and cut == [], name


def test_everybody_can_use_tables_and_stacks(shown: Site) -> None:
    for width in (360, 1280):
        shown.page.set_viewport_size({"width": width, "height": 800})
        assert axe(shown, ["hard/web/ch01.html"]) == ()
