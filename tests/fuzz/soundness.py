"""What must hold whatever an editor writes: troubles that can be told and found, pages that can be read."""

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

from kanben.book.book import Book, Part
from kanben.cli.speech import facts, printable, to_json
from kanben.editions.web.names import file_of
from kanben.trouble import Trouble
from tests.agreement import CIRCLED, Words, epub_parts, epub_words, left_over, notes, units, web_words

Attributes = list[tuple[str, str | None]]
READING = re.compile(rb"<(r[tp])\b[^>]*>.*?</\1>")
"""Over a word, which is said once."""
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
WHOLE_FILE = {
    "empty-chapter",
    "layout-died",
    "layout-timeout",
    "missing-image",
    "missing-title",
    "pandoc-failed",
    "pandoc-output",
    "pandoc-timeout",
    "unreadable-file",
}
"""Errors of a file that has no line to be named: it is empty, or nobody can say where the fault stands."""


def are_sound(troubles: Iterable[Trouble], folder: Path) -> None:
    """Each can be said in both languages and to machines, and stands in a file of the title, on a line that it has."""
    for fault in troubles:
        for language in ("en", "zh"):
            printable(fault.say(language)).encode()
        to_json(facts(fault, fault.place)).encode()
        stands(fault, folder)


def stands(fault: Trouble, folder: Path) -> None:
    place = fault.place
    assert place.line or fault.severity == "warning" or fault.code in WHOLE_FILE, str(fault)
    if not place.line:
        return
    rows = lines_of(folder / place.file)
    assert place.line <= len(rows), str(fault)
    assert place.column <= len(rows[place.line - 1]) + 1, str(fault)


def lines_of(file: Path) -> list[str]:
    text = file.read_bytes().decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def are_readable(files: Mapping[str, bytes]) -> None:
    """Every page of the screens closes what it opens, and no id stands twice on it; the EPUB's are XML."""
    for name, data in files.items():
        if name.endswith(".html"):
            is_page(name, data.decode())
        elif name.endswith(".epub"):
            are_documents(epub_parts(data))


def are_documents(files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
            etree.fromstring(data)
        if name.endswith(".xhtml"):
            is_page(name, data.decode())


def are_said(book: Book, files: Mapping[str, bytes]) -> None:
    """Each leaf block and note of the Book stands once in the web edition and once in the EPUB, in its order."""
    documents = epub_parts(next(data for name, data in files.items() if name.endswith(".epub")))
    for part in book.parts:
        is_said(part, web_words(READING.sub(b"", files[f"web/{file_of(part.id)}"])))
        if f"{part.id}.xhtml" in documents:  # else it is split
            is_said(part, epub_words(READING.sub(b"", documents[f"{part.id}.xhtml"])))


def is_said(part: Part, words: Words) -> None:
    lost, _ = left_over(bare(words.flow), [said for unit in units(part) if (said := bare(unit))])
    assert lost == [], (part.id, lost)
    assert [bare(note) for note in words.notes] == [bare(note) for note in notes(part)], part.id


def bare(words: str) -> str:
    """Without the marks of notes, which are made."""
    return re.sub(CIRCLED, "", words)


class Page(HTMLParser):
    """Notes the ids of a page, and what is closed that was not opened last."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened and self.opened.pop() == tag, (tag, self.getpos())


def is_page(name: str, text: str) -> None:
    page = Page(text)
    assert not page.opened, (name, page.opened)
    assert len(page.ids) == len(set(page.ids)), (name, sorted(each for each in page.ids if page.ids.count(each) > 1))
