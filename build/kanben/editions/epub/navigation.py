"""Where a reader may go from the navigation document: lines of the contents, and landmarks."""

from typing import NamedTuple

from kanben.book.book import Book, ContentsEntry, Kind
from kanben.book.text import heading_text
from kanben.editions.epub.content import Content
from kanben.editions.epub.names import COVER, NAV, TITLE_PAGE, file_of
from kanben.editions.epub.splitting import is_continued
from kanben.script.made import in_script


class Landmark(NamedTuple):
    """`kind` is an epub:type, `guide` the older word for the same in EPUB 2, or empty."""

    kind: str
    href: str
    title: str
    guide: str = ""


KINDS: dict[Kind, str] = {
    "figures": "loi",
    "tables": "lot",
    "preface": "preface",
    "glossary": "glossary",
    "references": "bibliography",
    "index": "index",
}


def landmarks(book: Book, content: Content) -> list[Landmark]:
    """Give the landmarks in reading order; `bodymatter`, where reading begins, is the first chapter."""
    language = book.record.language
    cover = [Landmark("cover", COVER, "封面", "cover")] if content.cover else []
    return [
        *cover,
        Landmark("titlepage", TITLE_PAGE, in_script("书名页", language), "title-page"),
        Landmark("toc", f"{NAV}#toc", in_script("目录", language), "toc"),
        *part_landmarks(book),
    ]


def part_landmarks(book: Book) -> list[Landmark]:
    found = []
    body = next((part for part in book.parts if part.matter == "body"), None)
    for part in book.parts:
        if part is body:
            found.append(Landmark("bodymatter", file_of(part.id), "正文", "text"))
        elif part.kind in KINDS and not is_continued(part):
            found.append(Landmark(KINDS[part.kind], file_of(part.id), heading_text(part.heading), KINDS[part.kind]))
    return found


def depth(entries: tuple[ContentsEntry, ...]) -> int:
    """How deep the contents are nested."""
    return 1 + max((depth(entry.entries) for entry in entries), default=0) if entries else 0
