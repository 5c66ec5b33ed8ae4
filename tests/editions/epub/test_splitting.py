"""A part of ten thousand paragraphs comes in files of a size that every reading system can open."""

from dataclasses import replace
from pathlib import Path

import pytest

from kanben.book.blocks import CodeBlock, Heading, Item, List, Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.entries import Glossary, GlossaryEntry, Index, IndexEntry, IndexGroup, Locator
from kanben.book.inlines import Note, PageBreak, Text
from kanben.book.node import Block
from kanben.book.page_map import PageMap, PageStart
from kanben.book.text import text_of
from kanben.editions.epub import epub_file
from kanben.editions.epub.splitting import split, weight
from kanben.passes.code import highlight_code
from tests.checkers.epubcheck import epubcheck
from tests.editions.epub.opened import Opened, opened
from tests.sample_book import contents_entry, note, sample_book

LINES, SECTION = 10_000, 500
LOCATORS = (Locator("ch01-s1", "ch01", "1.1"), Locator("ch01-s2", "ch01", "1.2"))
PAGES = PageMap(labels={}, starts=(PageStart("1", "ch01", 0, 0, "ch01"),), count=LINES // 1000)


def paragraph(number: int) -> Paragraph:
    """Every fiftieth paragraph has a note, every thousandth begins a page; one note is called again at the end."""
    words: tuple[Text | Note | PageBreak, ...] = (Text(f"第{number}段，水流花开。"),)
    if number % 1000 == 0:
        words = (PageBreak(str(number), f"p{number}"), *words)
    if number % 50 == 0:
        words = (*words, note(f"n{number}", number // 50 + 1, f"第{number}条注。"))
    if number == LINES - 1:
        words = (
            *words,
            replace(note("n99999", 1), blocks=(), same="n0"),
            replace(note("n99998", 1), blocks=(), same="n0"),
        )
    return Paragraph(words)


def long_book() -> Book:
    blocks: list[Block] = []
    for number in range(LINES):
        if number % SECTION == 0:
            blocks.append(Heading(2, (Text("一节"),), f"ch01-s{number // SECTION + 1}"))
        blocks.append(paragraph(number))
    book = sample_book()
    part = Part("body", "chapter", "ch01", Heading(1, (Text("长"),), "ch01", label="第一章"), tuple(blocks))
    sections = (contents_entry(f"ch01-s{n + 1}", "ch01", "", "一节") for n in range(LINES // SECTION))
    return replace(book, parts=(part,), contents=(contents_entry("ch01", "ch01", "第一章", "长", *sections),))


@pytest.fixture(scope="module")
def file() -> bytes:
    return epub_file(long_book(), PAGES, b"", None)


@pytest.fixture(scope="module")
def epub(file: bytes) -> Opened:
    return opened(file)


@pytest.fixture(scope="module")
def names(epub: Opened) -> list[str]:
    return epub.spine()[2:]


def test_no_file_is_above_300_kb_and_few_are_needed(epub: Opened, names: list[str]) -> None:
    sizes = [len(epub.files[f"EPUB/{name}"]) for name in names]
    assert max(sizes) < 300_000
    assert len(names) < 1 + sum(sizes) / 100_000
    assert names[:2] == ["ch01.xhtml", "ch01-2.xhtml"]


def test_nothing_is_lost_and_each_file_but_the_first_begins_with_a_section(epub: Opened, names: list[str]) -> None:
    (part,) = long_book().parts
    words = "".join("".join(epub.own_words(name).split()) for name in names)
    assert words == "第一章"[3:] + text_of(part.heading) + text_of(part.blocks)
    for name in names[1:]:
        (section,) = epub.find(name, "/h:html/h:body/h:section")
        assert section[0].tag.endswith("h2")
        assert section.get("aria-label") == "第一章　长（续）"
    assert [len(epub.find(name, "//h:h1")) for name in names] == [1] + [0] * (len(names) - 1)


def test_each_note_stands_in_the_file_of_its_call(epub: Opened, names: list[str]) -> None:
    for name in names:
        calls = [call.get("href") for call in epub.find(name, "//h:a[@role='doc-noteref']")]
        assert set(calls) == {f"#{aside.get('id')}" for aside in epub.find(name, "//h:aside")}
    assert epub.note(names[-1], "n99999") == ["第0条注。"]
    backs = epub.find(names[-1], "//h:aside[@id='n99999']//h:a")
    assert [link.get("href") for link in backs] == ["#n99999-call", "#n99998-call"]


def test_contents_and_page_list_lead_into_the_right_file(epub: Opened, names: list[str]) -> None:
    places = {element.get("id"): name for name in names for element in epub.find(name, "//*[@id]")}
    links = [link.get("href") for link in epub.find("nav.xhtml", "//h:nav[@epub:type != 'landmarks']//h:a")]
    assert len(links) == 1 + LINES // SECTION + LINES // 1000
    for link in links:
        name, _, target = link.partition("#")
        assert places[target or "ch01"] == name


def test_epubcheck_finds_nothing(file: bytes, tmp_path: Path) -> None:
    (tmp_path / "long.epub").write_bytes(file)
    verdict = epubcheck(tmp_path / "long.epub")
    assert not verdict.findings, verdict


def test_a_small_book_stays_as_it_is() -> None:
    assert split(book := sample_book()) is book


def test_the_markup_of_code_is_weighed_as_well() -> None:
    code = CodeBlock("def f(x):\n    return x + 1\n" * 300, "python")
    part = Part("body", "chapter", "ch01", Heading(1, (Text("码"),), "ch01"), (code,))
    given = replace(sample_book(), parts=(part,), contents=(contents_entry("ch01", "ch01", "", "码"),))
    book = highlight_code(given, lambda _: None)
    size = len(opened(epub_file(book, PageMap(), b"", None)).files["EPUB/ch01.xhtml"])
    assert 0.9 * size < weight(book.parts[0]) < 2 * size


def test_an_index_is_cut_between_its_groups_and_a_large_group_between_its_entries(tmp_path: Path) -> None:
    book = sample_book()

    def entries(letter: str, count: int) -> tuple[IndexEntry, ...]:
        return tuple(IndexEntry(f"{letter}词条", id=f"x{letter}{n}", locators=LOCATORS) for n in range(count))

    counts = {"A": 100, "B": 1500, "C": 300, "D": 300}
    groups = tuple(IndexGroup(head, entries(head, n), id=f"index-{head.lower()}") for head, n in counts.items())
    heading = Heading(1, (Text("索引"),), "part-index")
    index = Part("back", "index", "part-index", heading, (Index(groups),))
    given = replace(book, parts=(*book.parts, index), contents=book.contents)
    file = epub_file(given, PageMap(), b"", None)
    made = opened(file)
    names = [name for name in made.spine() if name.startswith("part-index")]
    assert len(names) > 2
    assert max(len(made.files[f"EPUB/{name}"]) for name in names) < 300_000
    assert sum(len(made.find(name, "//h:section/h:ul/h:li")) for name in names) == sum(counts.values())
    heads = [(name, head.get("id")) for name in names for head in made.find(name, "//h:h2")]
    assert [head for _, head in heads] == ["index-a", "index-b", "index-b-2", "index-b-3", "index-c", "index-d"]
    rows = [[link.get("href") for link in made.find(name, "//h:p[@class='letters']/h:a")] for name in names]
    assert rows == [[f"{name}#{head}" for name, head in heads], *[[]] * (len(names) - 1)]
    (tmp_path / "index.epub").write_bytes(file)
    verdict = epubcheck(tmp_path / "index.epub")
    assert not verdict.findings, verdict


def test_a_section_a_list_and_a_glossary_that_are_too_large_are_cut_within() -> None:
    book = long_book()
    (part,) = book.parts
    items = tuple(Item((Plain((Text("一项"),)),)) for _ in range(5000))
    terms = tuple(GlossaryEntry(f"词{n}", (Paragraph((Text("释义"),)),), f"t{n}") for n in range(5000))
    block = Heading(2, (Text("节"),), "ch01-s1"), List(items, ordered=True, start=5), Glossary(terms)
    pieces = split(replace(book, parts=(replace(part, blocks=block),))).parts
    assert [piece.id for piece in pieces[:2]] == ["ch01", "ch01-2"]
    lists = [each for piece in pieces for each in piece.blocks if isinstance(each, List)]
    assert [each.start for each in lists] == [5, 5 + len(lists[0].items), *(each.start for each in lists[2:])]
    assert sum(len(each.items) for each in lists) == 5000
    entries = [each.entries for piece in pieces for each in piece.blocks if isinstance(each, Glossary)]
    assert sum(entries, ()) == terms
    assert len(entries) > 1
