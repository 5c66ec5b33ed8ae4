"""The EPUB edition of a book that holds every kind of node."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kanben.book.book import Book, Part
from kanben.book.inlines import Note
from kanben.book.page_map import PageMap
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.editions.epub import epub_file
from tests.checkers.ace import ace
from tests.checkers.epubcheck import epubcheck
from tests.editions.epub.opened import Opened, opened
from tests.sample_book import PAGES, sample_book

PARTS = ["preface", "ch01", "ch02", "conclusion", "glossary", "references", "colophon"]


def squeezed(words: str) -> str:
    return "".join(words.split())


# ---- the reference checkers ----------------------------------------------------------------------------------


def test_epubcheck_and_ace_find_nothing_in_a_book_of_every_kind_of_node(cover: bytes, tmp_path: Path) -> None:
    file = tmp_path / "bridges.epub"
    file.write_bytes(epub_file(sample_book(), PAGES, cover, None))
    verdict = epubcheck(file)
    assert not verdict.findings, verdict
    assert ace(file) == ()


def test_epubcheck_and_ace_find_nothing_in_the_plainest_book(plain: Book, tmp_path: Path) -> None:
    file = tmp_path / "plain.epub"
    file.write_bytes(epub_file(plain, PageMap(), b"", None))
    verdict = epubcheck(file)
    assert not verdict.findings, verdict
    assert ace(file) == ()


# ---- the archive ---------------------------------------------------------------------------------------------


def test_the_same_book_gives_the_same_bytes_in_every_time_zone(cover: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for zone in ("Asia/Shanghai", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        made.append(epub_file(sample_book(), PAGES, cover, None))
    monkeypatch.undo()
    time.tzset()
    assert made[0] == made[1]
    assert opened(made[0]).dates == {(1980, 1, 1, 0, 0, 0)}


def test_the_mimetype_stands_first_and_is_not_compressed(epub: Opened) -> None:
    assert epub.order[0] == "mimetype"
    assert epub.stored == {"mimetype"}
    assert epub.files["mimetype"] == b"application/epub+zip"


def test_the_spine_is_cover_title_page_contents_and_the_parts(epub: Opened) -> None:
    assert epub.spine() == ["cover.xhtml", "title-page.xhtml", "nav.xhtml", *(f"{part}.xhtml" for part in PARTS)]


def test_only_pictures_that_the_text_shows_are_packed(epub: Opened) -> None:
    assert [name for name in epub.order if "images/" in name] == ["EPUB/images/growth.svg"]
    assert epub.files["EPUB/images/growth.svg"] == sample_book().pictures["images/growth.svg"]


def test_file_names_are_lower_case_ascii(epub: Opened) -> None:
    names = [name.removeprefix("EPUB/") for name in epub.order if name.startswith("EPUB/")]
    assert [name for name in names if not name.isascii() or name != name.lower()] == []


def test_a_part_called_like_one_of_our_files_steps_aside(plain: Book) -> None:
    part = replace(plain.parts[0], id="nav", heading=replace(plain.parts[0].heading, id="nav"))
    made = opened(
        epub_file(
            replace(plain, parts=(part,), contents=(replace(plain.contents[0], id="nav", part="nav"),)),
            PageMap(),
            b"",
            None,
        )
    )
    assert made.spine() == ["title-page.xhtml", "nav.xhtml", "part-nav.xhtml"]
    assert made.texts("nav.xhtml", "//h:nav[@epub:type='toc']//h:a[@href='part-nav.xhtml']") == ["编写说明"]


# ---- the words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", sample_book().parts, ids=lambda part: part.id)
def test_a_document_says_what_its_part_says(epub: Opened, part: Part) -> None:
    assert squeezed(epub.own_words(f"{part.id}.xhtml")) == squeezed(text_of(part))


def test_every_note_is_called_and_answers_in_the_same_file(epub: Opened) -> None:
    for part in sample_book().parts:
        notes = [node for node in walk(part) if isinstance(node, Note)]
        name = f"{part.id}.xhtml"
        calls = epub.find(name, "//h:sup/h:a[@epub:type='noteref' and @role='doc-noteref']")
        assert [call.get("href") for call in calls] == [f"#{note.id}" for note in notes]
        asides = epub.find(name, "//h:aside[@epub:type='footnote' and @role='doc-footnote']")
        assert [aside.get("id") for aside in asides] == [note.id for note in notes]
        back = epub.find(name, "//h:aside//h:a[@role='doc-backlink']")
        assert [link.get("href") for link in back] == [f"#{call.get('id')}" for call in calls]
        for note in notes:
            assert epub.note(name, note.id) == [text_of(block) for block in note.blocks]


def test_note_marks_begin_anew_in_every_part(epub: Opened) -> None:
    assert epub.texts("ch01.xhtml", "//h:a[@class='duokan-footnote']") == ["①", "②", "③", "④"]
    assert epub.texts("ch02.xhtml", "//h:a[@class='duokan-footnote']") == ["①"]


def test_a_note_of_two_paragraphs_keeps_both(epub: Opened) -> None:
    assert epub.note("ch01.xhtml", "n4") == ["第一段：石块受压。", "第二段：拱脚受推。"]


def test_numbers_of_headings_figures_and_tables_are_written(epub: Opened) -> None:
    assert epub.texts("ch01.xhtml", "//h:h1/h:span[@class='label']|//h:h2/h:span[@class='label']") == [
        "第一章",
        "1.1",
        "1.2",
    ]
    assert epub.texts("ch01.xhtml", "//h:figcaption") == ["图1-1 桥数逐年增加"]
    assert epub.texts("ch01.xhtml", "//h:caption") == ["表1-1 历年桥数"]


def test_glossary_and_references_lead_back_to_each_use(epub: Opened) -> None:
    assert epub.texts("glossary.xhtml", "//h:dt") == ["拱桥", "驿道", "栈道"]
    assert [a.get("href") for a in epub.find("glossary.xhtml", "//h:dd//h:a")] == [
        "ch01.xhtml#t1-u1",
        "ch01.xhtml#t1-u2",
        "ch02.xhtml#t2-u1",
    ]
    assert epub.texts("references.xhtml", "//h:li[@id='r1']/h:p") == ["[1] 沈括. 梦溪笔谈[M].", "见于：第一章、2.1"]
    assert [a.get("href") for a in epub.find("ch02.xhtml", "//h:a[@role='doc-glossref' or @role='doc-biblioref']")] == [
        "glossary.xhtml#t2",
        "references.xhtml#r1",
    ]


@pytest.mark.parametrize(
    ("part", "role"),
    [
        ("preface", "doc-preface"),
        ("ch01", "doc-chapter"),
        ("conclusion", "doc-conclusion"),
        ("glossary", "doc-glossary"),
        ("references", "doc-bibliography"),
        ("colophon", "doc-colophon"),
    ],
)
def test_a_part_says_what_it_is(epub: Opened, part: str, role: str) -> None:
    assert [section.get("role") for section in epub.find(f"{part}.xhtml", "/h:html/h:body/h:section")] == [role]


def test_a_part_of_another_kind_claims_no_role(plain: Book) -> None:
    afterword = replace(plain.parts[0], id="back1", kind="other", heading=replace(plain.parts[0].heading, id="back1"))
    lines = (replace(plain.contents[0], id="back1", part="back1"),)
    made = opened(epub_file(replace(plain, parts=(afterword,), contents=lines), PageMap(), b"", None))
    (section,) = made.find("back1.xhtml", "/h:html/h:body/h:section")
    assert section.get("role") is None
    assert section.get("aria-labelledby") == "back1"


def test_the_epigraph_has_its_role_and_its_source(epub: Opened) -> None:
    assert epub.texts("ch01.xhtml", "//h:blockquote[@role='doc-epigraph']/h:p[@class='source']") == [
        "——《周易·系辞下》"
    ]


# ---- a title's own templates ---------------------------------------------------------------------------------


def test_a_title_may_add_to_the_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "epub").mkdir()
    (tmp_path / "epub/style.css").write_text('{% include "default/epub/style.css" %}\nh1 { letter-spacing: 1em; }\n')
    style = opened(epub_file(sample_book(), PAGES, b"", tmp_path)).files["EPUB/style.css"].decode()
    assert style.startswith("/* The EPUB edition.")
    assert style.rstrip().endswith("h1 { letter-spacing: 1em; }")


def test_the_style_sheet_leaves_colours_and_absolute_sizes_to_the_reader(epub: Opened) -> None:
    style = epub.files["EPUB/style.css"].decode()
    style = re.sub(r"^( *img \{|@supports \(background:).*", "", style, flags=re.MULTILINE)  # pictures have a ground
    for banned in ("px", "pt;", "#", "rgb(", "background"):
        assert banned not in style
