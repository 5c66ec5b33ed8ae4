"""The page map is exact: the text after each page's mark is the first text of that page of the PDF."""

import re

from kanben.book.nodes import Code, Note, PageBreak, Ruby, Text
from kanben.book.walk import walk
from kanben.passes.page_marks import mark_pages
from tests.agreement import CIRCLED, PdfPage, pdf_pages, squeeze
from tests.press.test_editions_agree import MADE
from tests.real_titles import RealTitle


def words_and_marks(title: RealTitle) -> list[str]:
    """The marked Book as one row of texts; a mark is its label in braces."""
    row = []
    for part in mark_pages(title.book, title.pressed.pages).parts:
        notes = {id(inner) for node in walk(part) if isinstance(node, Note) for inner in walk(node)}
        for node in walk(part):
            match node:
                case PageBreak():
                    row.append(f"{{{node.label}}}")
                case Text(text) | Code(text) | Ruby(text) if id(node) not in notes:
                    row.append(squeeze(text))
    return row


def first_words(page: PdfPage) -> str:
    """What a page begins with, without note calls and what templates made."""
    words = re.sub(CIRCLED, "", page.flow)
    while made := MADE.match(words):
        words = words[made.end() :]
    return words[:12]


def test_the_text_after_each_mark_is_the_first_text_of_its_page(title: RealTitle) -> None:
    row = words_and_marks(title)
    texts = re.split(r"\{(\w+)\}", "".join(row))
    after = dict(zip(texts[1::2], texts[2::2], strict=True))
    pages = {page.label: page for page in pdf_pages(title.pdf) if page.label in after}
    assert list(after) == [start.label for start in title.pressed.pages.starts]
    for label, text in after.items():
        words = text
        while made := MADE.match(words):
            words = words[made.end() :]
        assert words.startswith(first_words(pages[label])[: len(words)]) and words, label


def test_every_page_with_text_of_the_book_is_marked_and_blank_pages_are_not(title: RealTitle) -> None:
    marked = {start.label for start in title.pressed.pages.starts}
    for page in pdf_pages(title.pdf):
        if page.label not in ("i", "ii"):  # the title leaf
            is_contents = "第一章" in page.flow and "参考文献" in page.flow or page.flow.startswith("目录")
            assert (page.label in marked) == (bool(page.flow) and not is_contents), page.label
