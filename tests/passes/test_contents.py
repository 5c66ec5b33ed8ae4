"""The table of contents lists the parts and their sections, nested."""

from dataclasses import replace

from kanben.book.blocks import Paragraph
from kanben.book.book import ContentsEntry
from kanben.book.inlines import Cite, CiteItem, CrossReference, Link, Note, Styled, Term, Text
from kanben.book.text import text_of
from kanben.passes.contents import make_contents
from kanben.passes.headings import number_headings
from tests.passes.small_books import book, heading, paragraph, part, passed


def outline(entries: tuple[ContentsEntry, ...], depth: int = 0) -> list[str]:
    lines = []
    for entry in entries:
        lines.append("  " * depth + f"{entry.label} {text_of(entry.children)} → {entry.part}#{entry.id}")
        lines += outline(entry.entries, depth + 1)
    return lines


def test_parts_and_headings_down_to_the_third_level_are_listed() -> None:
    preface = part("前言", paragraph("甲"), part_id="preface", matter="front", kind="preface")
    chapter = part("桥", heading(2, "石桥"), heading(3, "拱桥"), heading(4, "单孔"), heading(2, "木桥"))
    numbered, _ = passed(number_headings, book(preface, chapter))
    made, told = passed(make_contents, numbered)
    assert told == []
    assert outline(made.contents) == [
        " 前言 → preface#preface",
        "第一章 桥 → ch01#ch01",
        "  1.1 石桥 → ch01#ch01-s1",
        "    1.1.1 拱桥 → ch01#ch01-s1-1",
        "  1.2 木桥 → ch01#ch01-s2",
    ]
    assert made.parts is numbered.parts


def test_a_skipped_level_hangs_below_its_part() -> None:
    made, _ = passed(make_contents, passed(number_headings, book(part("桥", heading(3, "拱"), heading(2, "木"))))[0])
    assert outline(made.contents)[1:] == ["  1.1.1 拱 → ch01#ch01-s1-1", "  1.2 木 → ch01#ch01-s2"]


def test_notes_citations_and_term_links_of_a_heading_are_left_behind() -> None:
    styled = Styled("emphasis", (Text("志"),))
    title = heading(
        1, Term((Text("石桥"),), "t1", "t1-u1"), Note((paragraph("注"),)), Cite((CiteItem("zhao"),)), styled
    )
    made, _ = passed(make_contents, book(part(title)))
    assert made.contents[0].children == (Text("石桥"), styled)


def test_a_line_of_the_contents_holds_no_note_citation_or_link_however_deep() -> None:
    words = (
        Styled("strong", (Text("桥"), Note((Paragraph((Text("注"),)),)), Link("https://example.org", (Text("头"),)))),
        CrossReference("ch01", (Text("见上"),)),
        Cite((CiteItem("zhao"),), (Text("[1]"),)),
    )
    made, _ = passed(make_contents, book(part("桥", replace(heading(2, ""), children=words))))
    (line,) = made.contents[0].entries
    assert line.children == (Styled("strong", (Text("桥"), Text("头"))), Text("见上"))
