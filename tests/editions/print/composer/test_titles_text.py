"""Every paragraph of a real title is read out of its PDF to the character, spaces too, whichever program reads it."""

import re
import subprocess
from bisect import bisect_right
from functools import cache

import pypdfium2
import pytest

from kanben.book.inlines import Note
from kanben.book.walk import walk
from tests.agreement import CIRCLED, words_of
from tests.real_titles import RealTitle

SHORTEST = 20
"""Characters from which words can be told from others on a page."""


@cache
def read_pages(pdf: bytes, reader: str) -> tuple[str, ...]:
    """Give the text of each page, without note calls; a hyphen at a line's end is none of its characters."""
    if reader == "pdfium":
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    else:
        command = ["pdftotext", "-", "-"]
        pages = subprocess.run(command, check=True, capture_output=True, input=pdf).stdout.decode().split("\f")
    return tuple(re.sub(f"{CIRCLED}|[\u2010\ufffe\u0002\u00ad]\\s*", "", page.replace("\r\n", "\n")) for page in pages)


def is_on(words: str, page: str) -> bool:
    """Tell whether words stand on a page; a line may end between any two characters, or at a space."""
    return re.search("\n*".join("[ \n]" if word == " " else re.escape(word) for word in words), page) is not None


def is_read(words: str, pages: tuple[str, ...]) -> bool:
    """Tell whether words stand on a page, or on a page and the next one."""
    for page, following in zip(pages, [*pages[1:], ""], strict=True):
        if not is_on(words[:4], page):
            continue
        here = bisect_right(range(len(words) + 1), False, key=lambda n: not is_on(words[:n], page)) - 1
        if here == len(words) or (here and is_on(words[here:].lstrip(), following)):
            return True
    return False


@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
def test_all_words_are_read_to_the_character(title: RealTitle, reader: str) -> None:
    pages = read_pages(title.pdf, reader)
    in_notes = {id(inner) for node in walk(title.book) if isinstance(node, Note) for inner in walk(node)}
    texts = [text for node in walk(title.book) if id(node) not in in_notes for text in words_of(node)]
    long = [text for text in texts if len(text) >= SHORTEST]

    assert len(long) > 50
    assert [text[:30] for text in long if not is_read(text, pages)] == []
