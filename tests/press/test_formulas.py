"""A small book of formulas in all three editions: MathML on screens, drawings in print, and one text in all."""

import re
from pathlib import Path

import page as page_validation
import pytest
from lxml import etree

from kanben.book.blocks import Equation
from kanben.book.book import Variant
from kanben.book.inlines import Math
from kanben.book.walk import walk
from kanben.editions.web.names import file_of
from kanben.press.title import press
from kanben.press.worker import worker
from tests.agreement import epub_parts, epub_words, left_over, notes, pdf_pages, units, web_words
from tests.checkers.ace import ace
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu
from tests.checkers.pdf import drawing_faults, fonts, syntax_faults, ua_failures
from tests.editions.print.standards.told import ink_cover, objects
from tests.real_titles import BOOKS, RealTitle

FOLDER = BOOKS / "formulas"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
PAGES = ("ch01.html", "ch02.html", "glossary.html")


@pytest.fixture(scope="module")
def out(formulas: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert formulas.pressed.troubles == ()
    return formulas.write(tmp_path_factory.mktemp("formulas"))


def words(title: RealTitle) -> list[str]:
    return [node.words for node in walk(title.book) if isinstance(node, Math)]


# ---- screens -------------------------------------------------------------------------------------------------


def test_each_formula_is_mathml_with_its_words_in_the_epub_and_on_the_web(formulas: RealTitle) -> None:
    files = epub_parts(formulas.epub)
    bodies = [etree.fromstring(files[f"{part.id}.xhtml"]) for part in formulas.book.parts]
    found = [each for body in bodies for each in body.iter(f"{MATHML}math")]
    assert sorted(str(each.get("alttext")) for each in found) == sorted(words(formulas))
    assert sum(each.get("display") == "block" for each in found) == 10
    pages = [formulas.pressed.files[f"web/{file_of(part.id)}"].decode() for part in formulas.book.parts]
    mains = "".join(page.partition("<main")[2].partition("</main>")[0] for page in pages)
    assert mains.count("<math ") == len(found)


def test_numbers_stand_beside_their_formulas_and_in_references(formulas: RealTitle) -> None:
    equations = [node for node in walk(formulas.book) if isinstance(node, Equation)]
    labels = [node.label for node in equations if node.label]
    assert labels == ["(1-1)", "(1-2)", "(2-1)", "(2-2)", "(2-3)"]
    page = formulas.pressed.files["web/ch01.html"].decode()
    assert '<a class="xref whole" href="ch01.html#ch01-e1">式(1-1)</a>' in page or 'href="#ch01-e1">式(1-1)</a>' in page
    assert re.search(r'id="ch01-e1".*<span class="label">\(1-1\)</span></div>', page, re.DOTALL)


def test_checkers_find_the_epub_sound_and_it_says_that_it_has_formulas(formulas: RealTitle, out: Path) -> None:
    verdict = epubcheck(out / "formulas.epub")
    assert verdict.clean, str(verdict)
    assert ace(out / "formulas.epub") == ()
    package = epub_parts(formulas.epub)["content.opf"].decode()
    assert re.findall(r'href="(ch\d+|glossary)\.xhtml"[^>]*properties="mathml"', package)
    for feature in ("MathML", "describedMath"):
        assert f">{feature}<" in package


def test_a_book_without_formulas_claims_none(digest: RealTitle) -> None:
    package = epub_parts(digest.epub)["content.opf"].decode()
    assert "mathml" not in package.lower()


def test_checkers_find_the_web_edition_sound(out: Path) -> None:
    said = [
        found for found in nu(*(out / "web" / name for name in PAGES)) if "Content Security Policy" not in str(found)
    ]
    assert said == []


def test_on_a_phone_a_wide_formula_scrolls_in_its_own_box(out: Path) -> None:
    with site(out / "web", width=360, height=740) as phone:
        assert axe(phone, PAGES) == ()
        for name in PAGES:
            assert phone.open(name).evaluate("document.documentElement.scrollWidth") <= 360, name
        wide = phone.open("ch02.html").locator("#ch02-e5 .formula")
        assert wide.evaluate("box => box.scrollWidth > box.clientWidth")
        wide.focus()
        phone.page.keyboard.press("ArrowRight")
        phone.page.wait_for_function("box => box.scrollLeft > 0", arg=wide.element_handle())  # it glides
        assert phone.outside == []


# ---- print ---------------------------------------------------------------------------------------------------


def test_each_formula_is_tagged_with_its_words(formulas: RealTitle, out: Path) -> None:
    found = [each for each in objects(out / "formulas.pdf") if each.get("/S") == "/Formula"]
    assert sorted(str(each["/Alt"]).removeprefix("u:") for each in found) == sorted(words(formulas))


def test_the_pdf_is_sound_and_holds_no_font_that_nobody_named(out: Path) -> None:
    pdf = out / "formulas.pdf"
    assert (syntax_faults(pdf), drawing_faults(pdf), ua_failures(pdf)) == ((), (), ())
    named = {"Noto-Serif-CJK-SC", "Noto-Serif-CJK-SC-Bold", "Noto-Sans-CJK-SC", "LXGW-WenKai"}
    assert {font.name for font in fonts(pdf)} <= named


@pytest.mark.parametrize("variant", ["pdf/a-3u", "pdf/x-4"])
def test_it_can_be_kept_and_be_printed_in_black(variant: Variant, tmp_path: Path) -> None:
    with worker() as layout:
        pressed = press(FOLDER, layout, ("print",), variant)
    pdf = tmp_path / "formulas.pdf"
    pdf.write_bytes(pressed.files["formulas.pdf"])
    assert (syntax_faults(pdf), drawing_faults(pdf)) == ((), ())
    if variant == "pdf/a-3u":
        profile = page_validation.ValidationProfile.PDF_A_3U
        assert page_validation.validate_pdf(str(pdf), profile=profile).failures == []
        return
    inner = ink_cover(pdf, trimmed=True)[2:-2]  # without the covers
    assert all(page[:3] == [0, 0, 0] for page in inner)
    assert any(page[3] > 0 for page in inner)


def test_in_a_traditional_edition_their_words_have_its_forms(tmp_path: Path) -> None:
    with worker() as layout:
        pressed = press(FOLDER, layout, ("print",), script="traditional")
    pdf = tmp_path / "formulas.pdf"
    pdf.write_bytes(pressed.files["formulas-hant.pdf"])
    assert {font.name for font in fonts(pdf) if "CJK-SC" in font.name} == set()


# ---- one text in all -----------------------------------------------------------------------------------------


def test_all_editions_say_the_words_around_the_formulas_in_their_order(formulas: RealTitle) -> None:
    files = epub_parts(formulas.epub)
    pages = pdf_pages(formulas.pdf)
    labels = [page.label for page in pages]
    first = {part.id: labels.index(formulas.pressed.pages.labels[part.id]) for part in formulas.book.parts}
    for part in formulas.book.parts:
        web = web_words(formulas.pressed.files[f"web/{file_of(part.id)}"])
        epub = epub_words(files[f"{part.id}.xhtml"])
        own = pages[first[part.id] : first[part.id] + 2]
        flows = (web.flow, epub.flow, "".join(page.flow for page in own))
        for flow in flows:
            assert left_over(flow, units(part))[0] == [], part.id
        assert [note.lstrip("①") for note in (*web.notes, *epub.notes)] == notes(part) * 2
