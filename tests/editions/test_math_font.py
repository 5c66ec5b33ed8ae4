"""Formulas look right on screens without a math font: web edition and EPUB bring a face of just what they show."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kanben.book.book import Book
from kanben.editions.font_cutting import rights_of
from kanben.editions.fonts import RareFont
from kanben.editions.math_font import RIGHTS, font_path, math_font
from kanben.press.title import finished_book, press
from kanben.press.worker import worker
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.editions.epub.opened import opened
from tests.titles import write_files, write_title

FORMULAS = r"""# 论桥

桥长 $l'$，又有 $$q(x) = \begin{cases} h_0 - 1 \\ \alpha x \end{cases}$$ 与 $$r = \sqrt{\frac{a}{b}}$$ 两式。
"""
HEIGHT = "each => each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).fontSize)"


def book(folder: Path, words: str = FORMULAS) -> Book:
    return finished_book(write_title(folder / "sums", **{"chapters/01.md": words}), lambda _: None)


@pytest.fixture(scope="module")
def font(tmp_path_factory: pytest.TempPathFactory) -> RareFont:
    (only,) = math_font(book(tmp_path_factory.mktemp("sums")), lambda _, ask: ask())
    return only


def test_brackets_and_roots_grow_with_what_they_hold_in_the_face_of_the_edition(tmp_path: Path) -> None:
    with worker() as layout:
        files = press(write_title(tmp_path / "sums", **{"chapters/01.md": FORMULAS}), layout, ("web", "epub")).files
    write_files(tmp_path, files)
    with site(tmp_path / "web") as pages:
        page = pages.open("ch01.html")
        page.evaluate("document.styleSheets[0].insertRule(`math { font-family: 'kanben math' !important }`)")
        page.evaluate("document.fonts.ready")
        assert page.evaluate("[...document.fonts].map(font => [font.family, font.status])") == [
            ["kanben math", "loaded"]
        ]
        (brace,) = page.locator("mo", has_text="{").all()
        assert brace.evaluate(HEIGHT) > 2.4
        assert page.locator("msqrt").evaluate(HEIGHT) > 1.8
        assert pages.outside == []
    archive = opened(files["sums.epub"])
    assert archive.files["EPUB/fonts/math.woff2"] == files["web/fonts/math.woff2"]
    assert "".join(archive.facts("dcterms:rights")).startswith(RIGHTS[0])
    verdict = epubcheck(tmp_path / "sums.epub")
    assert not verdict.findings, verdict


def test_it_holds_what_a_browser_shows_and_all_that_formulas_are_built_of(font: RareFont) -> None:
    assert len(font.data) < 50_000
    with TTFont(io.BytesIO(font.data)) as cut, TTFont(font_path(), lazy=True) as whole:
        names = cut.getBestCmap()
        assert {chr(code) for code in names} == set(" ()-−=′√{01abhlqrxα𝑎𝑏ℎ𝑙𝑞𝑟𝑥𝛼")
        table = cut["MATH"].table
        variants = table.MathVariants
        grown = dict(zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction, strict=True))
        assert all(grown[names[ord(sign)]].GlyphAssembly for sign in "{√")
        assert table.MathConstants.AxisHeight.Value == whole["MATH"].table.MathConstants.AxisHeight.Value
        assert tuple(rights_of(whole, font.family)) == RIGHTS


def test_it_is_cut_once_for_the_same_signs(tmp_path: Path, font: RareFont) -> None:
    asked: list[bytes] = []

    def memory(question: bytes, ask: Callable[[], bytes]) -> bytes:
        asked.append(question)
        return font.data

    words = FORMULAS.replace("两式", "二式").replace(r"\frac{a}{b}", r"\frac{b}{a}")
    for each in (FORMULAS, words, FORMULAS.replace("{a}", "{k}")):
        math_font(book(tmp_path, each), memory)
    assert asked[0] == asked[1] != asked[2]


def test_a_book_without_formulas_has_no_such_face(tmp_path: Path) -> None:
    assert math_font(book(tmp_path, "# 论桥\n\n桥长一里。\n"), lambda _, ask: ask()) == ()
