"""The EPUB says what the Book says, each heading, paragraph, note and term, and no more; the others say the same."""

import re
from pathlib import Path

import pypdfium2

from kanben.book.blocks import Heading
from kanben.book.book import Part
from kanben.book.entries import GlossaryEntry, SeeEntry
from kanben.book.inlines import Note, Term
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.agreement import (
    CIRCLED,
    Words,
    descriptions,
    differences,
    epub_parts,
    epub_words,
    left_over,
    notes,
    sources,
    squeeze,
    units,
)
from tests.real_titles import RealTitle

MADE = re.compile(
    rf"第[一二三四五六七八九十]+章|\d+(\.\d+)+\.?|[图表](\d+-)?\d+|\[\d+\]|\d+\.|•|——|{CIRCLED}|见于?|又称|延伸阅读|第[0-9、]+页|[：·、]"
)
"""What templates add: labels, list numbers and bullets, note calls, lists of uses and aliases."""


def test_all_editions_say_the_same(title: RealTitle, tmp_path: Path) -> None:
    out = title.write(tmp_path)
    assert differences(out) == []


def test_the_epub_says_what_the_book_says(title: RealTitle) -> None:
    files = epub_parts(title.epub)
    for part in title.book.parts:
        words = epub_words(files[f"{part.id}.xhtml"])
        agree(part, words)
        assert list(words.descriptions) == descriptions(part)


MADE_OF_INDEX = re.compile(r"[A-Z0-9ivx–—、]|参?见")
"""Page numbers, the row of letters that lead to the heads, and the words of references."""


def agree(part: Part, words: Words) -> None:
    flow = re.sub(CIRCLED, "", words.flow)
    lost, rest = left_over(flow, units(part))
    assert lost == [], part.id
    for known in other_words(part):
        assert known in rest, (part.id, known)
        rest = rest.replace(known, "|")
    made = MADE_OF_INDEX if part.kind == "index" else MADE
    assert made.sub("", rest).replace("|", "") == "", part.id
    assert [re.sub(f"^{CIRCLED}", "", note) for note in words.notes] == notes(part)


def other_words(part: Part) -> list[str]:
    """Words of the Book beside its leaf blocks: who said the epigraphs, the terms' other names, entries referred to."""
    names = [node.words for node in walk(part) if isinstance(node, SeeEntry)]
    names += [name for node in walk(part) if isinstance(node, GlossaryEntry) for name in node.also]
    return [*sources(part), *map(squeeze, names)]


def test_every_term_is_linked_and_every_note_is_called(title: RealTitle) -> None:
    files = epub_parts(title.epub)
    for part in title.book.parts:
        calls = sum(isinstance(node, Note) for node in walk(part))
        terms = sum(isinstance(node, Term) and bool(node.target) for node in walk(part))
        book = files[f"{part.id}.xhtml"].decode()
        assert (book.count('role="doc-noteref"'), book.count('class="term"')) == (calls, terms)


def test_every_heading_is_a_bookmark_a_nav_entry_and_a_line_of_the_web_contents(title: RealTitle) -> None:
    bookmarks = {squeeze(mark.get_title()) for mark in pypdfium2.PdfDocument(title.pdf).get_toc(max_depth=9)}
    nav = squeeze(re.sub("<[^>]+>", "", epub_parts(title.epub)["nav.xhtml"].decode()))
    index = squeeze(re.sub("<[^>]+>", "", title.pressed.files["web/index.html"].decode()))
    for part in title.book.parts:
        for node in walk(part):
            if isinstance(node, Heading) and node.level <= 2:
                words = squeeze(node.label + text_of(node.children))
                assert words in bookmarks
                assert words in nav
                assert words in index
