"""A small book of figures, tables from data and code in all three editions; checkers find nothing."""

import re
from pathlib import Path

import pytest
from lxml import etree

from kanben.editions.web.names import file_of
from kanben.press.title import press
from kanben.press.worker import worker
from tests.agreement import epub_parts, pdf_pages, squeeze
from tests.checkers.ace import ace
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu_errors
from tests.checkers.pdf import drawing_faults, fonts, syntax_faults, ua_failures
from tests.editions.print.standards.told import ink_cover
from tests.real_titles import BOOKS, RealTitle

FOLDER = BOOKS / "figures"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XHTML = "{http://www.w3.org/1999/xhtml}"
SOURCES = ["资料来源：作者自绘。", "资料来源：虚构，只为试排。"]


@pytest.fixture(scope="module")
def out(figures: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert figures.pressed.troubles == ()
    return figures.write(tmp_path_factory.mktemp("figures"))


def web_page(title: RealTitle, part: str) -> str:
    return title.pressed.files[f"web/{file_of(part)}"].decode()


# ---- lists of figures and tables -----------------------------------------------------------------------------


def test_the_lists_stand_behind_the_contents_and_name_the_pages_of_figures_and_tables(figures: RealTitle) -> None:
    pages = pdf_pages(figures.pdf)
    heads = [squeeze(page.flow)[:3] for page in pages]
    assert heads.index("前言这") < heads.index("目录前") < heads.index("图目录") < heads.index("表目录")
    of = figures.pressed.pages.labels
    assert (
        squeeze(pages[heads.index("图目录")].flow) == f"图目录图1-1拱的轮廓{of['ch01-f1']}图1-2两种桥式{of['ch01-f4']}"
    )
    tables = f"表目录表1-1三座桥的跨径{of['ch01-t1']}表2-1历年桥数{of['ch02-t1']}"
    assert squeeze(pages[heads.index("表目录")].flow) == tables
    contents = squeeze(pages[heads.index("目录前")].flow)
    assert f"图目录{of['figures']}表目录{of['tables']}" in contents


def test_the_epub_has_the_lists_as_documents_landmarks_and_navigation(figures: RealTitle) -> None:
    nav = etree.fromstring(epub_parts(figures.epub)["nav.xhtml"])
    navs = {str(each.get(EPUB_TYPE)): each for each in nav.iter(f"{XHTML}nav")}
    assert [link.get("href") for link in navs["loi"].iter(f"{XHTML}a")] == ["ch01.xhtml#ch01-f1", "ch01.xhtml#ch01-f4"]
    assert [link.get("href") for link in navs["lot"].iter(f"{XHTML}a")] == ["ch01.xhtml#ch01-t1", "ch02.xhtml#ch02-t1"]
    landmarks = {link.get(EPUB_TYPE): link.get("href") for link in navs["landmarks"].iter(f"{XHTML}a")}
    assert (landmarks["loi"], landmarks["lot"]) == ("figures.xhtml", "tables.xhtml")


def test_the_web_links_each_line_of_a_list_and_names_its_printed_page(figures: RealTitle) -> None:
    page = web_page(figures, "tables")
    folio = figures.pressed.pages.labels["ch02-t1"]
    assert '<a href="ch02.html#ch02-t1"><span class="label">表2-1</span> <span class="words">历年桥数</span>' in page
    assert f'印刷版第 </span>{folio}<span class="unseen"> 页</span>' in page


# ---- tables from data, sources -------------------------------------------------------------------------------


def test_a_table_from_data_stands_in_every_edition_with_its_source(figures: RealTitle) -> None:
    row = "卢沟桥119216.0联拱十一孔"
    printed = squeeze("".join(page.flow for page in pdf_pages(figures.pdf)))
    read = squeeze("".join(etree.fromstring(epub_parts(figures.epub)["ch01.xhtml"]).itertext()))
    shown = squeeze(re.sub("<[^>]+>", "", web_page(figures, "ch01")))
    for words in (printed, read, shown):
        assert row in words
        assert SOURCES[0] in words
    assert SOURCES[1] in printed


def test_the_head_of_a_long_table_stands_on_each_of_its_pages_and_its_source_at_its_end(figures: RealTitle) -> None:
    pages = [squeeze(page.flow) for page in pdf_pages(figures.pdf)]
    with_rows = [page for page in pages if re.search(r"(19|20)\d\d\d{2,3},\d{3}\d{3}\.\d", page)]
    assert len(with_rows) > 1
    assert all("年份座数全长（千米）" in page for page in with_rows)
    assert [SOURCES[1] in page for page in with_rows] == [False] * (len(with_rows) - 1) + [True]


# ---- groups of figures ---------------------------------------------------------------------------------------


def test_a_group_has_one_number_and_its_figures_letters_in_every_edition(figures: RealTitle) -> None:
    printed = squeeze("".join(page.flow for page in pdf_pages(figures.pdf)))
    read = squeeze("".join(etree.fromstring(epub_parts(figures.epub)["ch01.xhtml"]).itertext()))
    shown = squeeze(re.sub("<[^>]+>", "", web_page(figures, "ch01")))
    for words in (printed, read, shown):
        assert "(a)拱桥(b)梁桥图1-2两种桥式资料来源：同上。" in words
        assert "两种桥式见图1-2，其中拱桥见图1-2(a)。" in words


def test_the_figures_of_a_group_are_stacked_on_a_phone(out: Path) -> None:
    for width, rows in ((360, 2), (1000, 1)):
        with site(out / "web", width=width) as pages:
            members = pages.open("ch01.html").locator(".member").all()
            feet = {round(place["y"] + place["height"]) for member in members if (place := member.bounding_box())}
            assert len(feet) == rows, width


def test_print_names_the_page_of_what_stands_on_another_opening(figures: RealTitle) -> None:
    folio = figures.pressed.pages.labels["ch02-t1"]
    printed = squeeze("".join(page.flow for page in pdf_pages(figures.pdf)))
    assert f"拱的轮廓见图1-1，历年数目见表2-1（第{folio}页）。" in printed


# ---- code ----------------------------------------------------------------------------------------------------


def test_the_words_of_code_are_told_apart_on_screens(figures: RealTitle) -> None:
    for page in (web_page(figures, "ch02"), epub_parts(figures.epub)["ch02.xhtml"].decode()):
        assert '<span class="line" data-number="9"><span class="key">import</span> math\n</span>' in page
        assert '<span class="key">def</span> <span class="nam">arc</span>' in page
        assert (
            '<span class="line">跨径 &lt; 37.02 &amp; 矢高 &gt; 7\n</span><span class="line">  第二行缩进\n</span>'
            in page
        )


def test_print_sets_keywords_bold_and_code_as_it_was_written(figures: RealTitle) -> None:
    printed = squeeze("".join(page.flow for page in pdf_pages(figures.pdf)))
    assert squeeze("return radius * math.radians(angle) * 1.0 if angle > 0 else 0.0") in printed
    assert "钩后的字与上一行是同一行" in printed


# ---- checkers ------------------------------------------------------------------------------------------------


def test_checkers_find_nothing_in_the_epub(out: Path) -> None:
    verdict = epubcheck(out / "figures.epub")
    assert verdict.clean, str(verdict)
    assert ace(out / "figures.epub") == ()


def test_the_markup_of_the_web_is_valid(out: Path) -> None:
    assert nu_errors(out / "web") == ()


@pytest.mark.parametrize(("width", "paper"), [(1280, "light"), (360, "dark"), (800, "sepia")])
def test_everybody_can_use_the_web_on_each_paper(out: Path, width: int, paper: str) -> None:
    with site(out / "web", width=width) as pages:
        pages.open("ch01.html").evaluate(f"localStorage.setItem('kanben-paper', '{paper}')")
        assert axe(pages, ["ch01.html", "ch02.html", "figures.html", "tables.html"]) == ()
        assert pages.outside == []


def test_the_press_gets_all_in_black(tmp_path: Path) -> None:
    with worker() as layout:
        pressed = press(FOLDER, layout, ("print",), "pdf/x-4")
    pdf = tmp_path / "figures.pdf"
    pdf.write_bytes(pressed.files["figures.pdf"])
    inner = ink_cover(pdf, trimmed=True)[2:-2]  # without the covers
    assert all(page[:3] == [0, 0, 0] for page in inner)


def test_checkers_find_nothing_in_the_pdf(out: Path) -> None:
    pdf = out / "figures.pdf"
    assert syntax_faults(pdf) == ()
    assert drawing_faults(pdf) == ()
    assert ua_failures(pdf) == ()
    assert all(font.embedded and font.subset and font.readable for font in fonts(pdf))
