"""The page map is exact: the text after each page's mark is the first text of that page of the PDF."""

import re

from kanben.book.nodes import Code, GlossaryEntry, Note, PageBreak, Ruby, Text
from kanben.book.walk import walk
from kanben.passes.page_marks import mark_pages
from tests.agreement import CIRCLED, PdfPage, pdf_pages, squeeze
from tests.real_titles import RealTitle

LEAVES = ("封面", "封二", "i", "ii", "封三", "封底")
"""The covers and the title leaf have no text of the parts."""


def words_and_marks(title: RealTitle) -> list[str]:
    """The marked Book as one row of texts; a mark is its label in braces."""
    row = []
    for part in mark_pages(title.book, title.pressed.pages).parts:
        passed = {id(inner) for node in walk(part) if isinstance(node, Note) for inner in walk(node)}
        for node in walk(part):
            if id(node) in passed:
                continue
            match node:
                case GlossaryEntry():
                    row += [*(f"{{{mark.label}}}" for mark in node.before if isinstance(mark, PageBreak)), node.term]
                    passed.update(map(id, node.before))
                case PageBreak():
                    row.append(f"{{{node.label}}}")
                case Text(text) | Code(text) | Ruby(text):
                    row.append(squeeze(text))
    return row


def first_words(page: PdfPage, labels: set[str]) -> str:
    """What a page begins with, without note calls and the labels that the build made."""
    words = re.sub(CIRCLED, "", page.flow)
    label = next((label for label in sorted(labels, key=len, reverse=True) if words.startswith(label)), "")
    return words.removeprefix(label)[:4]  # four: a made label may stand behind a short heading


def test_the_text_after_each_mark_is_the_first_text_of_its_page(title: RealTitle) -> None:
    texts = re.split(r"\{(\w+)\}", "".join(words_and_marks(title)))
    after = dict(zip(texts[1::2], texts[2::2], strict=True))
    labels = {squeeze(node.label) for node in walk(title.book) if getattr(node, "label", "")}
    pages = {page.label: page for page in pdf_pages(title.pdf) if page.label in after}
    assert list(after) == [start.label for start in title.pressed.pages.starts]
    for label, text in after.items():
        assert text.startswith(first_words(pages[label], labels)), label


def test_every_page_with_text_of_the_book_is_marked_and_blank_pages_are_not(title: RealTitle) -> None:
    marked = {start.label for start in title.pressed.pages.starts}
    pages = pdf_pages(title.pdf)
    labels = [page.label for page in pages]
    contents = labels[labels.index(title.pressed.pages.labels["contents"]) : labels.index("1")]
    for page in pages:
        if page.label not in (*LEAVES, *contents):
            assert (page.label in marked) == bool(page.flow), page.label
