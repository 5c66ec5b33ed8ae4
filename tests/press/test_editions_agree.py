"""The three finished editions say what the Book says: each heading, paragraph, note and term, and no more."""

import re
from collections.abc import Sequence

import pypdfium2
from lxml import etree

from kanben.book.blocks import Figure, Heading
from kanben.book.book import Part
from kanben.book.entries import GlossaryEntry, SeeEntry
from kanben.book.inlines import Note, Term
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.editions.web.names import file_of
from tests.agreement import (
    CIRCLED,
    PdfPage,
    Words,
    descriptions,
    epub_parts,
    epub_words,
    left_over,
    notes,
    pdf_pages,
    sources,
    squeeze,
    units,
    web_words,
)
from tests.real_titles import RealTitle

MADE = re.compile(
    rf"第[一二三四五六七八九十]+章|\d+(\.\d+)+\.?|[图表](\d+-)?\d+|\[\d+\]|\d+\.|•|——|{CIRCLED}|见于?|又称|延伸阅读|第[0-9、]+页|[：·、]"
)
"""What templates add: labels, list numbers and bullets, note calls, lists of uses and aliases."""


def test_the_web_edition_says_what_the_book_says(title: RealTitle) -> None:
    for part in title.book.parts:
        words = web_words(title.pressed.files[f"web/{file_of(part.id)}"])
        agree(part, words)
        assert list(words.descriptions) == descriptions(part)


def test_the_epub_says_what_the_book_says(title: RealTitle) -> None:
    files = epub_parts(title.epub)
    for part in title.book.parts:
        words = epub_words(files[f"{part.id}.xhtml"])
        agree(part, words)
        assert list(words.descriptions) == descriptions(part)


def test_the_pdf_says_what_the_book_says(title: RealTitle) -> None:
    pages = pdf_pages(title.pdf)
    for part in title.book.parts:
        own = pages_of(part, pages, title)
        words = Words("".join(page.flow for page in own), tuple(note for page in own for note in page.notes))
        agree(part, words, drawn(part, title))


MADE_OF_INDEX = re.compile(r"[A-Z0-9ivx–—、]|参?见")
"""Page numbers, the row of letters that lead to the heads, and the words of references."""


def agree(part: Part, words: Words, pictures: Sequence[str] = ()) -> None:
    flow = re.sub(CIRCLED, "", words.flow)
    lost, rest = left_over(flow, units(part))
    assert lost == [], part.id
    for known in [*other_words(part), *pictures]:
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


def drawn(part: Part, title: RealTitle) -> list[str]:
    """Words within a part's pictures, which print draws as text."""
    pictures = [node.image.source for node in walk(part) if isinstance(node, Figure)]
    trees = [etree.fromstring(title.book.pictures[name]) for name in pictures if name.endswith(".svg")]
    texts = [text for tree in trees for text in tree.iter("{http://www.w3.org/2000/svg}text")]
    return sorted({squeeze("".join(text.itertext())) for text in texts}, key=len, reverse=True)


def pages_of(part: Part, pages: list[PdfPage], title: RealTitle) -> list[PdfPage]:
    """The pages from a part's opener to the next part's; the contents stand between the front parts and the body,
    the back cover behind all.
    """
    labels = title.pressed.pages.labels
    openers = [p.id for p in title.book.parts if (p.matter == "front") == (part.matter == "front")]
    openers.append("contents" if part.matter == "front" else "")
    numbers = {page.label: n for n, page in enumerate(pages)}
    after = openers[openers.index(part.id) + 1]
    return pages[numbers[labels[part.id]] : numbers[labels[after] if after else "封三"]]


def test_every_edition_links_as_many_terms_and_notes(title: RealTitle) -> None:
    files = epub_parts(title.epub)
    for part in title.book.parts:
        calls = sum(isinstance(node, Note) for node in walk(part))
        terms = sum(isinstance(node, Term) and bool(node.target) for node in walk(part))
        web = title.pressed.files[f"web/{file_of(part.id)}"].decode()
        book = files[f"{part.id}.xhtml"].decode()
        assert (web.count('role="doc-noteref"'), book.count('role="doc-noteref"')) == (calls, calls)
        assert (web.count('class="term"'), book.count('class="term"')) == (terms, terms)


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
