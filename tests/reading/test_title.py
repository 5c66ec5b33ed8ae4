"""A title folder becomes a Book: its record, its settings, its parts in order, its pictures."""

from hashlib import sha256
from pathlib import Path

import pytest

from kanben.book.blocks import Paragraph
from kanben.book.book import Book, Creator
from kanben.book.entries import GlossaryEntry
from kanben.book.inlines import Image, Text
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.place import Place
from kanben.reading.folder import read_title
from kanben.trouble import Trouble
from tests.titles import PICTURE, UUID, title_yaml, write_title

FULL = f"""\
title: 桥与路
subtitle: 一本小书
language: zh-Hans
creators:
  - {{name: 某甲}}
  - {{name: 某乙, role: translator}}
publisher: 桥社
date: 2026-11-23
edition: 第1版
rights: 保留
description: 说桥。
subjects: [桥梁, 道路]
identifiers: {{uuid: {UUID}, print-isbn: 978-7-111-11111-5}}
parts:
  front: [front/preface.md, front/桥.md]
  body: [chapters/02.md, chapters/01.md]
  back: [back/conclusion.md, glossary, references, index, back/preface.md, back/colophon.md]
numbering: {{chapter: "第 {{1}} 讲", section: ""}}
references: {{style: note-zh}}
"""
FILES = {
    name: f"# {name}\n\n文。\n"
    for name in (
        "front/preface.md",
        "front/桥.md",
        "chapters/01.md",
        "chapters/02.md",
        "back/conclusion.md",
        "back/preface.md",
        "back/colophon.md",
    )
}
GLOSSARY = """\
- term: 石桥
  also: [石梁]
  sort: shi qiao
  definition: |
    用石头造的桥。

    也叫**石梁**。
- {term: 木桥, definition: 用木头造的桥。}
"""


WORKS = "references: [{id: mao1962, type: article-newspaper, title: 中国石拱桥, further-reading: true}]\n"


def read(folder: Path, epoch: str = "", **files: str | bytes) -> Book:
    told: list[Trouble] = []
    book = read_title(write_title(folder, **files), told.append, epoch)
    assert [str(trouble) for trouble in told] == []
    assert book is not None
    return book


def full(folder: Path, epoch: str = "") -> Book:
    return read(folder, epoch, **{"title.yaml": FULL, "glossary.yaml": GLOSSARY, "references.yaml": WORKS, **FILES})


def test_the_parts_stand_in_the_order_of_title_yaml_each_with_its_kind_and_id(tmp_path: Path) -> None:
    assert [(part.matter, part.kind, part.id, text_of(part.heading)) for part in full(tmp_path).parts] == [
        ("front", "preface", "preface", "front/preface.md"),
        ("front", "other", "front1", "front/桥.md"),
        ("body", "chapter", "ch01", "chapters/02.md"),
        ("body", "chapter", "ch02", "chapters/01.md"),
        ("back", "conclusion", "conclusion", "back/conclusion.md"),
        ("back", "glossary", "glossary", "名词解释"),
        ("back", "references", "references", "参考文献"),
        ("back", "index", "index", "索引"),
        ("back", "preface", "back1", "back/preface.md"),
        ("back", "colophon", "colophon", "back/colophon.md"),
    ]


def test_no_file_of_an_edition_has_a_name_that_windows_takes_for_a_device(tmp_path: Path) -> None:
    pictures = {f"images/{name}.svg": PICTURE for name in ("con", "lpt1.old", "icon", "console")}
    shown = "".join(f'![]({name}){{alt="桥"}}\n\n' for name in pictures)
    files = {"front/aux.md": "# 桥\n", "front/auxiliary.md": "# 梁\n", "chapters/01.md": f"# 影\n\n{shown}"}
    book = read(tmp_path, **{"title.yaml": title_yaml(list(files)), **files, **pictures})
    assert [part.id for part in book.parts] == ["front1", "auxiliary", "ch01"]
    digest = f"images/{sha256(PICTURE.encode()).hexdigest()[:16]}.svg"
    assert sorted(book.pictures) == sorted(["images/icon.svg", "images/console.svg", digest])


def test_the_heading_of_a_file_is_the_parts_and_not_among_its_blocks(tmp_path: Path) -> None:
    chapter = read(tmp_path, **{"chapters/01.md": "# 桥 {#bridge}\n\n文。\n"}).parts[0]
    assert chapter.heading.name == "bridge"
    place = Place("chapters/01.md", 3)
    assert chapter.blocks == (Paragraph((Text("文。", place=place),), place=place),)


def test_the_record_says_what_title_yaml_says(tmp_path: Path) -> None:
    book = full(tmp_path / "bridges")
    record = book.record
    assert (book.name, book.full_title) == ("bridges", "桥与路——一本小书")
    assert record.creators == (Creator("某甲", "author"), Creator("某乙", "translator"))
    assert (record.publisher, record.date, record.edition, record.rights) == ("桥社", "2026-11-23", "第1版", "保留")
    assert (record.description, record.subjects) == ("说桥。", ("桥梁", "道路"))
    assert record.identifiers == (("uuid", UUID), ("print-isbn", "978-7-111-11111-5"))
    assert book.settings.chapter_number == "第 {1} 讲"
    assert (book.settings.section_number, book.settings.references_style) == ("", "note-zh")


@pytest.mark.parametrize(
    ("date", "epoch", "modified"),
    [
        ("", "", "2000-01-01T00:00:00Z"),
        ("date: '2026'\n", "", "2026-01-01T00:00:00Z"),
        ("date: 2026-11\n", "", "2026-11-01T00:00:00Z"),
        ("date: 2026-11-23\n", "", "2026-11-23T00:00:00Z"),
        ("date: 2026-11-23\n", "86400", "1970-01-02T00:00:00Z"),
    ],
)
def test_the_title_was_changed_on_its_date_or_at_source_date_epoch(
    tmp_path: Path, date: str, epoch: str, modified: str
) -> None:
    book = read(tmp_path, epoch, **{"title.yaml": title_yaml(["chapters/01.md"], date)})
    assert book.record.modified == modified


def test_glossary_entries_have_names_definitions_and_places(tmp_path: Path) -> None:
    entries = [node for node in walk(full(tmp_path)) if isinstance(node, GlossaryEntry)]
    assert [(entry.term, entry.also, entry.sort, entry.place.line) for entry in entries] == [
        ("石桥", ("石梁",), "shi qiao", 1),
        ("木桥", (), "", 8),
    ]
    places = [(text_of(block), block.place.line) for entry in entries for block in entry.blocks]
    assert places == [("用石头造的桥。", 5), ("也叫石梁。", 7), ("用木头造的桥。", 8)]


def test_a_glossary_and_a_list_of_works_without_entries_are_no_parts_of_the_book(tmp_path: Path) -> None:
    plan = title_yaml(["chapters/01.md"]).replace("back: []", "back: [glossary, references]")
    book = read(tmp_path, **{"title.yaml": plan, "glossary.yaml": ""})
    assert [part.id for part in book.parts] == ["ch01"]
    assert book.whole


def test_pictures_get_plain_names_and_are_taken_once(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    text = "# 桥\n\n![一](images/a.svg)\n\n![二](images/桥.svg)\n\n![三](images/a.svg)\n\n![四](Other/A.svg)\n"
    book = read(
        tmp_path,
        **{"chapters/01.md": text, "images/a.svg": drawing, "images/桥.svg": drawing, "Other/A.svg": drawing + "\n"},
    )
    sources = [node.source for node in walk(book) if isinstance(node, Image)]
    assert sources[0] == sources[2] == "images/a.svg"
    assert len(set(sources)) == 3
    assert all(source.isascii() and source.startswith("images/") for source in sources)
    assert book.pictures.keys() == set(sources)


def test_a_part_that_cannot_be_read_leaves_the_book_not_whole(tmp_path: Path) -> None:
    told: list[Trouble] = []
    plan = title_yaml(["chapters/01.md", "chapters/02.md"])
    book = read_title(write_title(tmp_path, **{"title.yaml": plan}), told.append)
    assert book is not None
    assert not book.whole
    assert [trouble.code for trouble in told] == ["missing-file"]


def test_what_a_publisher_prints_on_the_leaf_is_kept_as_it_was_given(tmp_path: Path) -> None:
    facts = "address: 桥头街1号\nprinter: 路印\nprinting: 第1次印刷\nprice: '9.00元'\ncip: |\n  桥/某甲著\n  Ⅰ.①桥…\n"
    record = read(tmp_path, **{"title.yaml": title_yaml(["chapters/01.md"], facts)}).record
    assert (record.address, record.website, record.printer, record.printing) == ("桥头街1号", "", "路印", "第1次印刷")
    assert (record.price, record.cip) == ("9.00元", "桥/某甲著\nⅠ.①桥…")


@pytest.mark.parametrize(
    ("plan", "trim"),
    [("{}", "16k"), ("{theme: report}", "a4"), ("{theme: report, trim: a5}", "a5"), ("{theme: gongwen}", "a4")],
)
def test_each_house_style_has_a_usual_trim(tmp_path: Path, plan: str, trim: str) -> None:
    book = read(tmp_path, **{"title.yaml": title_yaml(["chapters/01.md"], f"print: {plan}\n")})
    assert book.settings.trim == trim


def told_of_print(folder: Path, plan: str) -> list[str]:
    told: list[Trouble] = []
    read_title(write_title(folder, **{"title.yaml": title_yaml(["chapters/01.md"], f"print: {plan}\n")}), told.append)
    return [f"{trouble.code} {trouble.near}" for trouble in told]


def test_near_misses_of_trims_and_house_styles_are_told(tmp_path: Path) -> None:
    assert told_of_print(tmp_path / "a", "{trim: large32k}") == ["wrong-value large-32k"]
    assert told_of_print(tmp_path / "b", "{theme: gongwn}") == ["wrong-value gongwen"]
    assert told_of_print(tmp_path / "c", "{half-titel: true}") == ["unknown-key half-title"]


def test_official_documents_are_set_on_a4_only(tmp_path: Path) -> None:
    assert [fault.split()[0] for fault in told_of_print(tmp_path, "{theme: gongwen, trim: 16k}")] == ["wrong-value"]
