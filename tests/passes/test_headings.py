"""Chapters and sections get their numbers and ids."""

from kanben.book.blocks import Heading
from kanben.book.book import Book, Settings
from kanben.book.walk import walk
from kanben.passes.headings import number_headings
from tests.passes.small_books import book, heading, paragraph, part, passed


def labels(given: Book) -> list[tuple[str, str]]:
    made, told = passed(number_headings, given)
    assert told == []
    return [(node.id, node.label) for node in walk(made) if isinstance(node, Heading)]


def test_chapters_sections_and_subsections_are_numbered() -> None:
    first = part(
        "桥", heading(2, "石桥"), heading(3, "拱桥"), heading(3, "梁桥"), heading(2, "木桥"), heading(3, "廊桥")
    )
    second = part("路", heading(2, "官道"), part_id="ch02")
    assert labels(book(first, second)) == [
        ("ch01", "第一章"),
        ("ch01-s1", "1.1"),
        ("ch01-s1-1", "1.1.1"),
        ("ch01-s1-2", "1.1.2"),
        ("ch01-s2", "1.2"),
        ("ch01-s2-1", "1.2.1"),
        ("ch02", "第二章"),
        ("ch02-s1", "2.1"),
    ]


def test_what_is_unnumbered_has_an_id_but_no_number_and_is_not_counted() -> None:
    preface = part("前言", heading(2, "缘起"), part_id="preface", matter="front", kind="preface")
    aside = part(heading(1, "插曲", numbered=False), heading(2, "小记"))
    chapter = part("桥", heading(2, "甲", numbered=False), heading(2, "乙"), part_id="ch02")
    assert labels(book(preface, aside, chapter)) == [
        ("preface", ""),
        ("preface-s1", ""),
        ("ch01", ""),
        ("ch01-s1", ""),
        ("ch02", "第一章"),
        ("ch02-s1", ""),
        ("ch02-s2", "1.1"),
    ]


def test_a_skipped_level_counts_as_its_first() -> None:
    assert labels(book(part("桥", heading(3, "拱"), heading(2, "木")))) == [
        ("ch01", "第一章"),
        ("ch01-s1-1", "1.1.1"),
        ("ch01-s2", "1.2"),
    ]


def test_a_second_title_in_a_file_which_the_reader_tells_does_no_harm() -> None:
    assert labels(book(part("桥", heading(1, "路"), heading(2, "道"))))[1:] == [("ch01-s1", "1.1"), ("ch01-s2", "1.2")]


def test_the_title_decides_how_numbers_look() -> None:
    arabic = Settings(chapter_number="第 {1} 讲", section_number="")
    assert labels(book(part("桥", heading(2, "石")), settings=arabic)) == [("ch01", "第 1 讲"), ("ch01-s1", "")]
    assert labels(book(part("桥"), settings=Settings(chapter_number=""))) == [("ch01", "")]


def test_official_documents_count_sections_in_brackets_then_in_figures_each_from_one() -> None:
    official = Settings(chapter_number="{一}、", section_number="（一）")
    first = part("桥", heading(2, "石"), heading(3, "拱"), heading(4, "单拱"), heading(3, "梁"), heading(2, "木"))
    second = part("路", heading(2, "官道"), part_id="ch02")
    assert [label for _, label in labels(book(first, second, settings=official))] == [
        "一、", "（一）", "1.", "（1）", "2.", "（二）", "二、", "（一）"
    ]  # fmt: skip


def test_the_number_is_kept_as_numbers_too_and_the_text_is_not_touched() -> None:
    text = paragraph("甲")
    made, _ = passed(number_headings, book(part("桥", heading(2, "石"), text)))
    section, untouched = made.parts[0].blocks
    assert isinstance(section, Heading)
    assert section.number == (1, 1)
    assert untouched is text
