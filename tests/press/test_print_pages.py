"""The print edition's pages, in book words."""

import re

import pypdfium2

from kanben.book.inlines import Note
from kanben.book.walk import walk
from tests.agreement import CIRCLED, pdf_pages, squeeze
from tests.real_titles import RealTitle

LEAVES = {"封面", "封二", "i", "ii", "封三", "封底"}
"""The covers and the title leaf."""


def test_chapters_open_on_a_recto_and_the_first_on_page_1(title: RealTitle) -> None:
    labels = [page.label for page in pdf_pages(title.pdf)]
    openers = [title.pressed.pages.labels[part.id] for part in title.book.parts]
    assert [labels.index(opener) % 2 for opener in openers] == [0] * len(openers)
    assert title.pressed.pages.labels["ch01"] == "1"


def test_the_folio_on_each_page_is_its_label_and_blank_pages_show_nothing(title: RealTitle) -> None:
    for page in pdf_pages(title.pdf):
        if page.label in LEAVES:
            assert (page.head, page.folio) == ("", "")
        elif page.flow:
            assert page.folio == page.label
        else:
            assert (page.head, page.folio, page.notes) == ("", "", ())


def test_even_pages_carry_the_book_and_odd_pages_the_chapter_but_openers_carry_no_head(title: RealTitle) -> None:
    openers = {title.pressed.pages.labels[part.id] for part in title.book.parts}
    body = [page for page in pdf_pages(title.pdf) if page.label.isdecimal() and page.flow]
    for page in body:
        if page.label in openers:
            assert page.head == ""
        elif int(page.label) % 2 == 0:
            assert page.head == squeeze(title.book.record.title)
        else:
            assert page.head.startswith(("第", "结语", "名词解释", "参考文献", "编写说明"))


def test_notes_count_from_one_on_every_page_and_stand_below_their_calls(title: RealTitle) -> None:
    found = 0
    for page in pdf_pages(title.pdf):
        calls = re.findall(CIRCLED, page.flow)
        marks = [note[0] for note in page.notes]
        assert calls == marks == [chr(0x2460 + n) for n in range(len(marks))], page.label
        found += len(marks)
    assert found == sum(isinstance(node, Note) for node in walk(title.book))


def test_the_contents_print_the_true_folio_of_every_entry(title: RealTitle) -> None:
    contents = "".join(page.flow for page in pdf_pages(title.pdf)[: first_of_body(title)])
    contents = contents[contents.index("目录") :]
    for entry in title.book.contents:
        for line in (entry, *entry.entries):
            words = squeeze(line.label + "".join(getattr(word, "text", "") for word in line.children))
            folio = title.pressed.pages.labels[line.id]
            assert re.search(re.escape(words) + folio + r"(?!\d)", contents) or words + folio in contents, words


def first_of_body(title: RealTitle) -> int:
    return [page.label for page in pdf_pages(title.pdf)].index("1")


def test_bookmarks_lead_to_the_pages_of_their_headings(title: RealTitle) -> None:
    document = pypdfium2.PdfDocument(title.pdf)
    labels = title.pressed.pages.labels
    pages = {squeeze(mark.get_title()): mark.get_dest().get_index() for mark in document.get_toc(max_depth=9)}
    for entry in title.book.contents:
        for line in (entry, *entry.entries):
            words = squeeze(line.label + "".join(getattr(word, "text", "") for word in line.children))
            assert document.get_page_label(pages[words]) == labels[line.id]


def test_the_pdf_carries_the_record(title: RealTitle) -> None:
    facts = pypdfium2.PdfDocument(title.pdf).get_metadata_dict()
    assert facts["Title"] == title.book.full_title
    assert facts["Author"] == ", ".join(creator.name for creator in title.book.record.creators)
    assert b"/Lang" in title.pdf or b"zh-Hans" in title.pdf or title.book.record.language == "zh-Hans"
