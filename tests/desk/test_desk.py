"""The desk as an editor sees it in the browser."""

import shutil
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.checkers.axe import page_violations
from tests.checkers.browser import PATIENCE, chromium
from tests.desk.running import CHAPTERS, Running, in_phase, running, settled


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.fixture
def page(desk: Running) -> Iterator[Page]:
    """The desk with all editions of the title as it was first written."""
    restore(desk)
    with closing(chromium().new_page(viewport={"width": 1500, "height": 900})) as page:
        page.set_default_timeout(PATIENCE)
        page.goto(desk.address)
        expect(page.locator("#pages .sheet img").first).to_be_visible()
        yield settled(page)


def restore(desk: Running) -> None:
    for name, text in CHAPTERS.items():
        (desk.title / name).write_text(text, "utf-8")


def edit(desk: Running, name: str, old: str, new: str) -> None:
    file = desk.title / name
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def web(page: Page, words: str) -> None:
    """The web edition says these words now."""
    expect(page.frame_locator("#web").locator("main")).to_contain_text(words)


def test_an_edit_is_seen_on_screen_and_in_print_and_is_gone_to(desk: Running, page: Page) -> None:
    edit(desk, "chapters/01.md", "所以济不通也", "所以济不通也，古人谓之梁")
    web(page, "古人谓之梁")
    expect(page.locator("#pages .here .folio")).to_have_text("1")
    expect(page.locator("#words tr").first).to_contain_text("+5")
    settled(page)
    assert "古人谓之梁" in (desk.out / "web" / "ch01.html").read_text("utf-8")
    restore(desk)
    expect(page.frame_locator("#web").locator("main")).not_to_contain_text("古人谓之梁")


def test_a_fault_is_told_and_the_last_good_edition_stays_until_it_is_mended(desk: Running, page: Page) -> None:
    edit(desk, "chapters/01.md", "不通也。", "不通也，此句未成。[^b]")
    in_phase(page, "stopped")
    rows = [line.strip() for line in page.locator("#troubles").inner_text().splitlines()]
    assert rows == ["chapters/01.md:3:16", "没有名为 [^b] 的注", "改法：请在段后写“[^b]: …”"]
    expect(page.frame_locator("#web").locator("body")).not_to_contain_text("此句未成")
    assert "此句未成" not in (desk.out / "web" / "ch01.html").read_text("utf-8")
    restore(desk)
    settled(page)
    expect(page.locator("#troubles")).to_be_hidden()
    expect(page.locator("#none")).to_be_visible()


def test_a_title_without_its_title_yaml_is_a_trouble_and_no_end(desk: Running, page: Page) -> None:
    kept = (desk.title / "title.yaml").read_bytes()
    (desk.title / "title.yaml").unlink()
    in_phase(page, "stopped")
    expect(page.locator("#troubles .place")).to_have_text("title.yaml")
    (desk.title / "title.yaml").write_bytes(kept)
    settled(page)


def test_a_folder_that_goes_and_comes_back_or_is_replaced_is_watched_on(desk: Running, page: Page) -> None:
    away = desk.title.with_name("away")
    desk.title.rename(away)
    in_phase(page, "stopped")
    away.rename(desk.title)
    edit(desk, "chapters/01.md", "不通也。", "不通也。初归。")
    web(page, "初归。")
    edit(desk, "chapters/01.md", "初归。", "又改。")
    web(page, "又改。")
    shutil.copytree(desk.title, away)
    desk.title.rename(desk.title.with_name("old"))
    away.rename(desk.title)
    edit(desk, "chapters/01.md", "又改。", "已换。")
    web(page, "已换。")
    edit(desk, "chapters/01.md", "已换。", "再改。")
    web(page, "再改。")


def test_files_saved_by_rename_and_several_at_once_come_out_in_their_last_state(desk: Running, page: Page) -> None:
    for word in ("甲", "乙", "丙"):
        for name in CHAPTERS:
            scratch = desk.title / name.replace(".md", ".md~")
            scratch.write_text(CHAPTERS[name] + f"\n末句{word}。\n", "utf-8")
            scratch.replace(desk.title / name)
    web(page, "末句丙。")
    settled(page)
    page.wait_for_function("() => state.phase === 'settled' && 'search' in state.seconds")
    for name in ("ch01.html", "ch02.html"):
        assert "末句丙。" in (desk.out / "web" / name).read_text("utf-8")


def test_a_page_that_moves_is_told(desk: Running, page: Page) -> None:
    edit(desk, "chapters/01.md", "所以济不通也。", "所以济不通也。\n\n" + "又一段。\n\n" * 60)
    expect(page.locator("#changes")).to_contain_text("第二章　论路：第")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1500, 1000, 400])
def test_the_desk_is_for_everybody(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    assert page_violations(page, f"desk, {scheme}, {width}") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_reaches_all_that_can_be_done(page: Page) -> None:
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert {"follow", "web", "pages", "notes"} <= set(reached)


def test_only_the_pages_that_are_seen_are_drawn(page: Page) -> None:
    shown = page.locator("#pages li").count()
    drawn = page.locator("#pages img").count()
    assert 0 < drawn < shown
