"""A real title on every screen and paper, enlarged, respaced, by keyboard alone, without script, and on paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.checkers.axe import ALL_RULES, COLOURS, axe
from tests.checkers.browser import Site, site

PAGES = ("index.html", "ch02.html", "ch03.html", "glossary.html", "references.html")
PHONE, TABLET, DESK = 360, 768, 1280
ENLARGED = (640, 320)  # a window of 1280 CSS px at 200 % and at 400 % (WCAG 1.4.4, 1.4.10)
PAPERS: tuple[tuple[str, Literal["light", "dark"], int, dict[str, Any]], ...] = (
    ("", "light", PHONE, ALL_RULES),
    ("", "dark", DESK, ALL_RULES),
    ("light", "dark", TABLET, ALL_RULES),
    ("sepia", "light", DESK, COLOURS),
    ("dark", "light", PHONE, COLOURS),
)
"""Each paper with the scheme of the machine, a screen, and what can be new there; automatic is the empty one."""
FAULTS = """() => {
  const width = document.documentElement.clientWidth;
  const name = (element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 12)}`;
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
    && !element.closest('.unseen, .over, .skip, .anchor, [popover]')
    && getComputedStyle(element.closest('thead') || element).clipPath === 'none';
  const shown = (names) => [...document.querySelectorAll(names)].filter(isShown);
  const boxOf = (element) => element.getBoundingClientRect();
  const out = shown('main *, .bar *, .turn *, .imprint *').filter((element) => {
    const box = boxOf(element);
    return box.width && (box.left < -1 || box.right > width + 1);
  }).map((element) => `outside: ${name(element)}`);
  const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
    scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  const boxes = shown('main *, .turn *').filter((element) => getComputedStyle(element).overflowX !== 'visible');
  const cut = boxes.filter((box) => box.tagName !== 'PRE' && isCut(box)).map((box) => `cut: ${name(box)}`);
  const blocks = shown('main :is(p, h1, h2, h3, h4, dt, tr, pre, figcaption, figure > img), .turn a, .imprint p');
  const laps = blocks.slice(1).filter((element, at) => {
    const [above, below] = [boxOf(blocks[at]), boxOf(element)];
    const across = Math.min(above.right, below.right) - Math.max(above.left, below.left);
    const down = Math.min(above.bottom, below.bottom) - Math.max(above.top, below.top);
    return across > 2 && down > 2 && !blocks[at].contains(element);
  }).map((element) => `overlaps: ${name(element)}`);
  const wide = document.documentElement.scrollWidth > width ? ['scrolls sideways'] : [];
  return [...wide, ...out, ...cut, ...laps];
}"""
RESPACED = """() => {
  const sheet = document.styleSheets[0];
  const more = 'line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important';
  sheet.insertRule(`* { ${more} }`, sheet.cssRules.length);
  sheet.insertRule('p { margin-bottom: 2em !important }', sheet.cssRules.length);
}"""


@pytest.fixture(scope="module")
def desk(digest_web: Path) -> Iterator[Site]:
    with site(digest_web) as shown:
        yield shown


def another(desk: Site, name: str, width: int, **settings: Any) -> Page:
    """A page in a context of its own: nothing remembered, other settings."""
    browser = desk.page.context.browser
    assert browser
    page = browser.new_context(viewport={"width": width, "height": 740}, **settings).new_page()
    page.goto(f"{desk.address}/{name}")
    return page


# ---- screens, papers, enlarged, respaced ---------------------------------------------------------------------


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK, *ENLARGED])
def test_nothing_is_cut_or_overlaps_or_scrolls_sideways(desk: Site, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 740})
    for name in PAGES:
        assert desk.open(name).evaluate(FAULTS) == [], name


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("h2 { margin-top: -3em !important }", "overlaps: H2"),
        ("figure { width: 130% }", "scrolls sideways"),
        (".notes { left: 4em; position: relative }", "outside: SECTION notes"),
        ("blockquote { max-height: 1em; overflow: hidden }", "cut: BLOCKQUOTE"),
    ],
)
def test_a_fault_of_the_style_is_seen(desk: Site, rule: str, fault: str) -> None:
    desk.page.set_viewport_size({"width": PHONE, "height": 740})
    page = desk.open("ch02.html")
    page.evaluate("rule => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)", rule)
    assert any(found.startswith(fault) for found in page.evaluate(FAULTS))


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_wider_letters_words_and_lines_lose_nothing(desk: Site, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 740})
    for name in PAGES:
        page = desk.open(name)
        page.evaluate(RESPACED)
        assert page.evaluate(FAULTS) == [], name


def test_everything_is_seen_and_hit_on_every_paper(desk: Site) -> None:
    for paper, scheme, width, rules in PAPERS:
        desk.page.set_viewport_size({"width": width, "height": 740})
        desk.page.emulate_media(color_scheme=scheme)
        desk.open("index.html").evaluate("paper => localStorage.setItem('kanben-paper', paper)", paper)
        assert axe(desk, PAGES[:-1], rules) == (), (paper, scheme)
    desk.page.evaluate("localStorage.clear()")
    desk.page.emulate_media(color_scheme="light")


def test_a_machine_with_colours_of_its_own_shows_where_things_are(desk: Site) -> None:
    page = another(desk, "ch02.html", PHONE, forced_colors="active")
    assert page.evaluate("getComputedStyle(document.querySelector('.term')).textDecorationLine") == "underline"
    assert page.evaluate("getComputedStyle(document.querySelector('.open')).borderTopStyle") == "solid"
    page.locator(".call a").first.click()
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).borderTopStyle") == "solid"
    assert page.evaluate(FAULTS) == []
    page.context.close()


def test_nothing_moves_by_itself(desk: Site) -> None:
    page = another(desk, "ch02.html", PHONE, reduced_motion="reduce")
    page.get_by_role("button", name="目录").click()
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.context.close()


# ---- by keyboard alone ---------------------------------------------------------------------------------------


def tab_to(page: Page, target: str) -> None:
    """Press Tab until the target has the focus; each stop on the way is to be seen."""
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """(target) => {
              const element = document.activeElement;
              const [box, style] = [element.getBoundingClientRect(), getComputedStyle(element)];
              const isSeen = box.bottom > 0 && box.top < innerHeight && style.outlineStyle !== 'none';
              return [element.matches(target), isSeen, element.outerHTML.slice(0, 90)];
            }""",
            target,
        )
        assert stop[1], f"the focus is not seen on {stop[2]}"
        if stop[0]:
            return
    raise AssertionError(f"Tab does not lead to {target}")


def test_a_reader_without_a_mouse_skips_to_the_text_opens_a_note_and_turns_the_page(desk: Site) -> None:
    page = another(desk, "ch02.html", DESK)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    tab_to(page, ".call a")
    call = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    assert page.locator(".card:popover-open").count() == 1
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".card:popover-open").count() == 0
    assert page.evaluate("document.activeElement.id") == call
    tab_to(page, ".turn [rel=next]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ch03.html")
    page.context.close()


def test_a_reader_without_a_mouse_opens_the_contents_and_sets_paper_and_size_on_a_phone(desk: Site) -> None:
    page = another(desk, "ch02.html", PHONE)
    tab_to(page, ".open")
    page.keyboard.press("Enter")
    assert page.locator("#side").is_visible()
    tab_to(page, "#side input[name=paper]")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    tab_to(page, "#side input[name=size]")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.dataset.size") == "large"
    page.keyboard.press("Escape")
    assert not page.locator("#side").is_visible()
    assert page.evaluate("document.activeElement.className") == "open"
    page.keyboard.press("Enter")
    tab_to(page, "#side a[href='ch03.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ch03.html")
    page.context.close()


# ---- without script, and on paper ----------------------------------------------------------------------------


def test_without_script_every_word_is_there_and_every_link_is_plain(desk: Site) -> None:
    plain, scripted = another(desk, PAGES[0], PHONE, java_script_enabled=False), another(desk, PAGES[0], PHONE)
    for name in PAGES:
        for page in (plain, scripted):
            page.goto(f"{desk.address}/{name}")
        assert plain.locator("main").inner_text() == scripted.locator("main").inner_text(), name
        assert plain.locator("main [hidden], main [popover]").count() == 0
    plain.context.close()
    scripted.context.close()


def test_without_script_a_term_a_work_and_a_note_are_a_link_away(desk: Site) -> None:
    page = another(desk, "ch02.html", PHONE, java_script_enabled=False)
    for link, end in ((".term", "glossary.html#t"), (".cite a", "references.html#r"), (".call a", "ch02.html#n")):
        page.goto(f"{desk.address}/ch02.html")
        page.locator(link).first.click()
        assert end in page.url
        assert page.locator(f"#{page.url.partition('#')[2]}").is_visible()
    page.context.close()


def test_on_paper_there_are_the_notes_and_no_navigation(desk: Site, tmp_path: Path) -> None:
    page = another(desk, "ch02.html", DESK)
    page.get_by_label("夜").check()
    note = page.locator(".notes li p").last.inner_text()
    page.pdf(path=tmp_path / "ch02.pdf", prefer_css_page_size=True)
    sheets = pypdfium2.PdfDocument(tmp_path / "ch02.pdf")
    words = "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in sheets)
    assert "".join(note.split()) in words
    assert not any(word in words for word in ("上一篇", "下一篇", "跳到正文", "快捷键"))
    assert sheets[0].render(scale=0.1).to_pil().convert("L").getextrema()[1] == 255  # white paper even at night
    page.context.close()
