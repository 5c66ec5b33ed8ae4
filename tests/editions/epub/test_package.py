"""What the package tells of the book: the ways in, the record, and for whom it is made."""

import io
import zipfile
from dataclasses import replace
from random import Random

from kanben.book.book import Book
from kanben.book.inlines import Image
from kanben.book.page_map import PageMap
from kanben.book.walk import rebuild
from kanben.editions.epub import epub_file
from kanben.editions.epub.archive import StillArchive
from tests.editions.epub.opened import Opened, opened
from tests.sample_book import PAGES, sample_book

# ---- the ways in ---------------------------------------------------------------------------------------------


def test_contents_and_ncx_have_the_same_entries(epub: Opened) -> None:
    links = epub.find("nav.xhtml", "//h:nav[@epub:type='toc']//h:a")
    points = epub.find("toc.ncx", "//ncx:navPoint")
    old = [("".join(p[0].itertext()).strip(), p[1].get("src")) for p in points]
    assert [("".join(a.itertext()), a.get("href")) for a in links] == old
    assert old[:3] == [
        ("前言", "preface.xhtml"),
        ("第一章　桥", "ch01.xhtml"),
        ("1.1　桥的字与词", "ch01.xhtml#ch01-s1"),
    ]


def test_the_landmarks_name_the_places_of_the_book(epub: Opened) -> None:
    ways = epub.find("nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a")
    assert [a.get("{http://www.idpf.org/2007/ops}type") for a in ways] == [
        "cover",
        "titlepage",
        "toc",
        "preface",
        "bodymatter",
        "glossary",
        "bibliography",
    ]
    assert ways[4].get("href") == "ch01.xhtml"


def test_the_page_list_is_the_page_marks_in_order(epub: Opened) -> None:
    listed = epub.find("nav.xhtml", "//h:nav[@epub:type='page-list']//h:a")
    assert [(a.text, a.get("href")) for a in listed] == [
        ("i", "preface.xhtml#pi"),
        ("1", "ch01.xhtml#p1"),
        ("2", "ch01.xhtml#p2"),
        ("3", "ch02.xhtml#p3"),
    ]
    marks = epub.find("ch01.xhtml", "//h:span[@role='doc-pagebreak']")
    behind = [mark.xpath("string(following::text()[1])")[:3] for mark in marks]
    assert ([mark.get("aria-label") for mark in marks], behind) == (["1", "2"], ["第一章", "代码为"])


def test_a_printed_book_without_an_isbn_is_named_by_its_title() -> None:
    book = sample_book()
    record = replace(book.record, title="《桥》选", edition="第2版", identifiers=book.record.identifiers[:1])
    made = opened(epub_file(replace(book, record=record), PAGES, b"", None))
    assert made.facts("pageBreakSource") == ["《〈桥〉选》印刷版第2版"]


def test_without_a_print_edition_there_is_no_page_list(plain: Book) -> None:
    made = opened(epub_file(plain, PageMap(), b"", None))
    assert made.find("nav.xhtml", "//h:nav[@epub:type='page-list']") == []
    assert made.facts("pageBreakSource") == []


# ---- the record ----------------------------------------------------------------------------------------------


def test_the_package_states_the_record(epub: Opened) -> None:
    assert epub.facts("dc:title") == ["桥与路 & 桥“谱”", "一本样书"]
    assert epub.facts("dc:creator") == ["样书编写组", "样书编辑部"]
    assert epub.facts("role") == ["aut", "edt"]
    assert epub.facts("dc:identifier") == ["urn:uuid:0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10"]
    assert epub.facts("dc:subject") == ["桥梁", "道路"]
    assert epub.facts("dc:language") == ["zh-Hans"]
    assert epub.facts("dcterms:modified") == ["2026-11-23T00:00:00Z"]
    assert epub.document("content.opf").get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"


def test_an_isbn_is_the_identifier_where_there_is_one_and_the_printed_one_the_source_of_pages() -> None:
    book = sample_book()
    numbers = (*book.record.identifiers, ("epub-isbn", "978-7-5000-0000-4"), ("print-isbn", "978-7-5000-0001-1"))
    made = opened(epub_file(replace(book, record=replace(book.record, identifiers=numbers)), PAGES, b"", None))
    assert made.facts("dc:identifier") == ["urn:isbn:9787500000004", "urn:uuid:0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10"]
    assert made.facts("dc:source") == made.facts("pageBreakSource") == ["urn:isbn:9787500000011"]
    assert [meta.get("content") for meta in made.find("toc.ncx", "//ncx:meta[@name='dtb:uid']")] == [
        "urn:isbn:9787500000004"
    ]


def test_a_translator_contributes_and_a_date_in_words_is_not_given_as_a_date() -> None:
    book = sample_book()
    people = (*book.record.creators, replace(book.record.creators[0], name="样书译组", role="translator"))
    made = opened(
        epub_file(replace(book, record=replace(book.record, creators=people, date="丙午年冬")), PAGES, b"", None)
    )
    assert made.facts("dc:contributor") == ["样书译组"]
    assert made.facts("role") == ["aut", "edt", "trl"]
    assert made.facts("dc:date") == []


def test_accessibility_is_told_as_it_is(epub: Opened, plain: Book) -> None:
    assert epub.facts("schema:accessMode") == ["textual", "visual"]
    assert {"alternativeText", "pageBreakMarkers", "pageNavigation", "rubyAnnotations"} < set(
        epub.facts("schema:accessibilityFeature")
    )
    made = opened(epub_file(plain, PageMap(), b"", None))
    assert made.facts("schema:accessMode") == ["textual"]
    assert made.facts("schema:accessibilityFeature") == [
        "tableOfContents",
        "structuralNavigation",
        "readingOrder",
        "displayTransformability",
    ]


def test_a_picture_without_words_is_not_called_described() -> None:
    book: Book = rebuild(sample_book(), lambda node: replace(node, alt="") if isinstance(node, Image) else node)
    made = opened(epub_file(book, PAGES, b"", None))
    assert "alternativeText" not in made.facts("schema:accessibilityFeature")
    assert made.facts("schema:accessModeSufficient") == ["textual,visual"]
    assert "替代文字" not in made.facts("schema:accessibilitySummary")[0]


def test_the_cover_is_one_item_that_new_and_old_readers_find(epub: Opened, cover: bytes) -> None:
    items = epub.find("content.opf", "//opf:item[@properties='cover-image']")
    assert [item.get("href") for item in items] == ["cover.jpg"]
    assert [meta.get("content") for meta in epub.find("content.opf", "//opf:meta[@name='cover']")] == [
        items[0].get("id")
    ]
    assert epub.files["EPUB/cover.jpg"] == cover


# ---- the archive ---------------------------------------------------------------------------------------------


def test_what_hardly_gets_smaller_is_stored_and_all_else_is_packed() -> None:
    archive = StillArchive()
    photo, drawn, words = Random(1).randbytes(200_000), b"\xff\xd8" + bytes(200_000), "桥，".encode() * 40_000
    for name, data in (("photo.jpg", photo), ("drawn.jpg", drawn), ("a.xhtml", words), ("small.png", photo[:999])):
        archive.writestr(name, data)

    with zipfile.ZipFile(io.BytesIO(archive.whole())) as packed:
        assert [packed.read(name) for name in packed.namelist()] == [photo, drawn, words, photo[:999]]
        assert [each.filename for each in packed.infolist() if not each.compress_type] == ["photo.jpg"]
