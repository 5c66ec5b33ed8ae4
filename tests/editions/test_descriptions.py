"""A figure's long description: folded up below it on screens, said in the alternative text of the PDF."""

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from kanben.book.blocks import Figure
from kanben.editions.descriptions import spoken
from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu_errors
from tests.editions.print.standards.told import objects
from tests.reading.chapters import block
from tests.titles import PICTURE, write_files, write_title

DESCRIBED = """# 论桥

![桥数](images/a.svg){alt="条形图"}

::: description
两根条。

- 一根长
- 一根短。

| 年 | 座 |
|:--|--:|
| 2024 | 12 |
| 2025 | 15 |
:::

![桥](images/a.svg)
"""
SPOKEN = "条形图。两根条。一根长。一根短。年，座。2024，12。2025，15。"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Pressed:
    home = tmp_path_factory.mktemp("described")
    folder = write_title(home / "bridges", **{"chapters/01.md": DESCRIBED, "images/a.svg": PICTURE})
    with worker() as layout:
        return press(folder, layout)


@pytest.fixture(scope="module")
def home(made: Pressed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("out"), made.files)


def test_a_figure_is_said_as_one_text_of_sentences() -> None:
    figure = block(DESCRIBED[DESCRIBED.index("![") : DESCRIBED.index("![桥]")])
    assert isinstance(figure, Figure)
    assert spoken(figure) == SPOKEN


def test_the_pdf_says_it_to_those_who_cannot_see_and_prints_none_of_it(home: Path) -> None:
    figures = [each for each in objects(home / "bridges.pdf") if each.get("/S") == "/Figure"]
    alternatives = [each["/Alt"].removeprefix("u:") for each in figures]
    assert SPOKEN in alternatives and "桥" in alternatives
    pages = pypdfium2.PdfDocument(home / "bridges.pdf")
    assert "两根条" not in "".join(page.get_textpage().get_text_range() for page in pages)


def test_the_web_unfolds_it_by_keyboard_without_script_and_prints_it_open(home: Path) -> None:
    assert nu_errors(home / "web" / "ch01.html") == ()
    with site(home / "web") as pages:
        page = pages.open("ch01.html")
        told = page.locator("details.description")
        assert told.count() == 1
        picture = page.locator("figure img").first
        assert picture.get_attribute("aria-details") == told.get_attribute("id") == "ch01-f1-description"
        assert page.locator("figure img").nth(1).get_attribute("aria-details") is None
        row = told.get_by_text("2024")
        assert not row.is_visible()
        told.locator("summary").focus()
        page.keyboard.press("Enter")
        assert row.is_visible()
        page.keyboard.press("Enter")
        page.emulate_media(media="print")
        assert row.is_visible()


def test_the_epub_unfolds_it_and_claims_it(home: Path, made: Pressed) -> None:
    verdict = epubcheck(home / "bridges.epub")
    assert verdict.clean, str(verdict)
    with zipfile.ZipFile(io.BytesIO(made.files["bridges.epub"])) as archive:
        chapter = archive.read("EPUB/ch01.xhtml").decode()
        package = archive.read("EPUB/content.opf").decode()
    assert re.findall(r'aria-details="([^"]+)"', chapter) == re.findall(r'<details[^>]* id="([^"]+)"', chapter)
    assert '<meta property="schema:accessibilityFeature">longDescription</meta>' in package
