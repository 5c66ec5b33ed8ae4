"""Rare characters are seen on screens whose own fonts have none: web edition and EPUB bring a font of just these."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from kanben.book.book import Book
from kanben.editions import fonts
from kanben.editions.fonts import RareFont, font_files, rare_fonts
from kanben.press.kinds import Edition
from kanben.press.title import Pressed, finished_book, press
from kanben.press.worker import worker
from kanben.trouble import Stop, Trouble
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.titles import write_files, write_title

RARE = "𠮷𪚥㐂"
SCREENS: tuple[Edition, ...] = ("epub", "web")


def title(folder: Path, words: str) -> Path:
    return write_title(folder / "rare", **{"chapters/01.md": f"# 论桥\n\n桥名：{words}。\n"})


def book(folder: Path, words: str) -> Book:
    return finished_book(title(folder, words), lambda _: None)


def pressed(folder: Path, words: str, editions: tuple[Edition, ...] = SCREENS) -> Pressed:
    with worker() as layout:
        return press(title(folder, words), layout, editions)


def told(folder: Path, words: str) -> list[str]:
    troubles: list[Trouble] = []
    rare_fonts(book(folder, words), troubles.append)
    return [f"{fault.code} {dict(fault.facts).get('character', '')}".strip() for fault in troubles]


def fonts_shown(page: Page, selector: str) -> dict[str, int]:
    """How many glyphs of an element each font drew that the page brought along."""
    asked = page.context.new_cdp_session(page)
    asked.send("DOM.enable")
    asked.send("CSS.enable")
    root = asked.send("DOM.getDocument")["root"]["nodeId"]
    node = asked.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    drawn = asked.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"]: font["glyphCount"] for font in drawn if font["isCustomFont"]}


def test_a_browser_draws_rare_characters_with_the_fonts_of_the_web_edition(tmp_path: Path) -> None:
    write_files(tmp_path, pressed(tmp_path, RARE).files)
    with site(tmp_path / "web") as pages:
        page = pages.open("ch01.html")
        page.locator(".part p").evaluate("p => { p.style.fontFamily = '\"kanben rare\", monospace'; }")
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert sum(fonts_shown(page, ".part p").values()) == len(RARE)
        assert len({picture_of(page, character) for character in (*RARE, "")}) == len(RARE) + 1
        assert pages.outside == []


def picture_of(page: Page, character: str) -> bytes:
    """How a character looks in the page's own fonts alone."""
    page.locator(".part p").evaluate("(p, text) => { p.textContent = text + '\\u3000'; }", character)
    return page.locator(".part p").screenshot()


def test_the_epub_holds_the_fonts_and_what_they_say_of_their_licence(tmp_path: Path) -> None:
    (tmp_path / "rare.epub").write_bytes(pressed(tmp_path, RARE).files["rare.epub"])
    verdict = epubcheck(tmp_path / "rare.epub")
    assert verdict.clean, str(verdict)
    with zipfile.ZipFile(tmp_path / "rare.epub") as archive:
        package = archive.read("EPUB/content.opf").decode()
        licence = archive.read("EPUB/fonts/licence.txt").decode()
        assert 'href="fonts.css"' in archive.read("EPUB/ch01.xhtml").decode()
    assert re.findall(r'href="(fonts/[^"]+)"[^>]* media-type="([^"]+)"', package) == [
        ("fonts/rare-1.otf", "font/otf"),
        ("fonts/rare-2.ttf", "font/ttf"),
        ("fonts/licence.txt", "text/plain"),
    ]
    assert re.findall(r'"dcterms:rights" refines="(#[^"]+)"', package) == ["#fonts-rare-1", "#fonts-rare-2"]
    assert "SIL Open Font License" in licence and "HanaMinB" in licence


def test_a_font_holds_the_rare_characters_of_the_book_and_no_others(tmp_path: Path) -> None:
    first, second = rare_fonts(book(tmp_path, RARE), lambda _: None)
    assert (first.characters, second.characters) == ("㐂𠮷", "𪚥")
    held = TTFont(io.BytesIO(first.data)).getBestCmap()
    assert sorted(map(chr, held)) == ["㐂", "𠮷"]
    assert "unicode-range: U+3402, U+20BB7;" in font_files((first, second))["fonts.css"].decode()
    assert rare_fonts(book(tmp_path, RARE), lambda _: None) == (first, second)


def test_rare_characters_of_the_title_and_of_descriptions_are_found(tmp_path: Path) -> None:
    text = "# 桥\n\n![桥](a.svg){alt=桥}\n\n::: description\n𪚥\n:::\n"
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    files = {"chapters/01.md": text, "a.svg": picture}
    yaml = "title: 㐂\nidentifiers: {uuid: 0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10}\nparts: {body: [chapters/01.md]}\n"
    found = rare_fonts(finished_book(write_title(tmp_path, **files, **{"title.yaml": yaml}), lambda _: None), print)
    assert [font.characters for font in found] == ["㐂", "𪚥"]


@pytest.mark.parametrize("words", ["桥", "﨎，〇，①，é，兀"])
def test_a_book_without_rare_characters_has_no_font(tmp_path: Path, words: str) -> None:
    files = pressed(tmp_path, words).files
    assert [name for name in files if "font" in name] == []
    assert "font-src" not in files["web/ch01.html"].decode()
    with zipfile.ZipFile(io.BytesIO(files["rare.epub"])) as archive:
        assert [name for name in archive.namelist() if "font" in name] == []
        assert "fonts.css" not in archive.read("EPUB/ch01.xhtml").decode()


def test_a_character_of_the_private_use_area_is_told_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        pressed(tmp_path, "\ue123")
    assert str(stop.value).startswith("chapters/01.md:3:4: “\ue123” (U+E123) is of the private use area")


@pytest.mark.parametrize("editions", [SCREENS, ("print", "epub", "web")])
def test_a_character_that_no_font_has_is_told_once_whether_print_is_made_or_not(
    tmp_path: Path, editions: tuple[Edition, ...]
) -> None:
    with pytest.raises(Stop) as stop:
        pressed(tmp_path, "\U000323af", editions)
    assert [(fault.code, str(fault.place)) for fault in stop.value.troubles] == [
        ("missing-glyph", "chapters/01.md:3:4")
    ]


def test_a_machine_without_the_fonts_or_without_fontconfig_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "RARE_FAMILIES", ("No Such Family",))
    assert told(tmp_path, "𪚥") == ["missing-glyph 𪚥"]
    monkeypatch.setenv("PATH", "")
    assert fonts.find_font("HanaMinB") is None


@pytest.mark.parametrize("lost", [True, False])
def test_a_font_that_is_lost_or_half_written_since_it_was_found_is_missing_and_no_more_once_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    whole, own = rare_fonts(book(tmp_path, "𪚥"), print)[0].data, tmp_path / "own.ttf"
    monkeypatch.setattr(fonts, "find_font", lambda family: fonts.FontFile(family, own, 0))
    monkeypatch.setattr(fonts, "RARE_FAMILIES", ("Own",))
    if not lost:
        own.write_bytes(b"OTTO")
    assert told(tmp_path, "𪚥") == ["missing-glyph 𪚥"]
    own.write_bytes(whole)
    assert told(tmp_path, "𪚥") == []


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100, 0x0200])
def test_a_font_that_forbids_to_be_embedded_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fs_type: int
) -> None:
    own = tmp_path / "own.ttf"
    own.write_bytes(restricted(rare_fonts(book(tmp_path, "𪚥"), print)[0], fs_type))
    monkeypatch.setattr(fonts, "find_font", lambda family: fonts.FontFile(family, own, 0))
    monkeypatch.setattr(fonts, "RARE_FAMILIES", ("Closed",))
    assert told(tmp_path, "𪚥") == ["font-not-embeddable", "missing-glyph 𪚥"]


def restricted(font: RareFont, fs_type: int) -> bytes:
    made, written = TTFont(io.BytesIO(font.data)), io.BytesIO()
    made["OS/2"].fsType = fs_type
    made.save(written)
    return written.getvalue()
