"""Make the files of the web edition from a finished Book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from kanben.book.bare import bare
from kanben.book.book import Book, Part, Record
from kanben.book.chinese import chinese_date
from kanben.book.inlines import Image
from kanben.book.page_map import PageMap
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.editions.asking_pages import AskingPages
from kanben.editions.fonts import RareFont, font_files
from kanben.editions.live_faults import REDLINE_SCRIPT, SCRIPTS
from kanben.editions.notes import later_calls, note_mark, notes_of
from kanben.editions.tables import TABLES
from kanben.editions.web.addresses import address_of, crawler_files
from kanben.editions.web.cards import Entry, cards_of, entries_of
from kanben.editions.web.citation import FILES, citation_files, source_words, suggested_citation
from kanben.editions.web.facts import Download, by_line, facts_of
from kanben.editions.web.metadata import (
    data_of_book,
    data_of_part,
    dublin_core,
    hash_of,
    locale_of,
    open_graph,
    scholar,
)
from kanben.editions.web.names import file_of
from kanben.editions.web.search import search_files
from kanben.editions.web.uses import uses_by_section
from kanben.keep import kept
from kanben.script.made import in_script
from kanben.template_home import template_home

STYLE, REDLINE_STYLE = "style.css", "redline.css"
ICON = "icon.svg"
COVER = "cover.jpg"
UNSEARCHED = {"changes", "index", "figures", "tables"}
"""Kinds of parts that only say where something stands."""
ROLES = {
    "preface": "doc-preface",
    "chapter": "doc-chapter",
    "conclusion": "doc-conclusion",
    "glossary": "doc-glossary",
    "references": "doc-bibliography",
    "index": "doc-index",
    "colophon": "doc-colophon",
}


@dataclass(frozen=True, slots=True)
class Site:
    """The web edition of a finished Book: its templates are readied once for all pages, the last one too."""

    book: Book
    pages: AskingPages
    own: Path | None
    fonts: Sequence[RareFont]

    def files(self) -> dict[str, bytes]:
        """Every file but the start page and those of the search, by its name relative to `web/`."""
        book, pages = self.book, self.pages
        entries = entries_of(book)
        parts = {
            file_of(part.id): part_page(pages, book, entries, before, part, after).encode()
            for before, part, after in neighbours(book.parts)
        }
        files = {"search.html": search_page(pages, book).encode()} | parts
        styles = {name: pages.render(name).encode() for name in styles_of(book)}
        files |= styles | scripts(book) | {ICON: icon(self.own)}
        files |= citation_files(book) | shown_pictures(book) | font_files(self.fonts)
        return files | crawler_files(book.record, ["index.html", *parts])

    def searched(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files that answer a search in the pages among `files`."""
        names = [file_of(part.id) for part in self.book.parts if part.kind not in UNSEARCHED]
        return search_files({name: files[name] for name in names}, self.book.record.language)

    def last_files(self, downloads: Sequence[Download] = (), cover: bytes = b"") -> dict[str, bytes]:
        """The start page, which tells how large the other editions are, and the cover (a JPEG) that is shared with it.

        Those who share a page ask for a whole address, so without one there is no cover.
        """
        covers = {COVER: cover} if cover and self.book.record.url else {}
        return {"index.html": start_page(self.pages, self.book, downloads, COVER if covers else "").encode()} | covers


def web_site(book: Book, page_map: PageMap, own: Path | None = None, fonts: Sequence[RareFont] = ()) -> Site:
    """Ready the site; `own` is the title's folder of templates, `fonts` are those of the book's rare characters."""
    return Site(book, AskingPages("web", book, page_map, own, file_of, web_names, bool(fonts)), own, fonts)


def web_names(record: Record, fonts: bool) -> dict[str, Any]:
    """What the templates use beside that which all editions know."""
    return TABLES | {
        "file_of": file_of,
        "bare": bare,
        "hash_of": hash_of,
        "locale": locale_of(record.language),
        "by_line": by_line(record),
        "address_of": partial(address_of, record),
        "source_words": source_words(record),
        "chinese_date": chinese_date,
        "note_mark": note_mark,
        "uses_by_section": uses_by_section,
        "fonts": fonts,
    }


def styles_of(book: Book) -> tuple[str, ...]:
    return (STYLE, REDLINE_STYLE) if book.is_redline else (STYLE,)


def start_page(pages: AskingPages, book: Book, downloads: Sequence[Download], cover: str) -> str:
    """The title page, the whole contents, the other editions, how the book is cited, and the publication facts."""
    return pages.render(
        "index.html",
        part=None,
        first=without_blocks(book.parts[0]) if book.parts else None,
        file="index.html",
        page_title=book.full_title,
        description=book.record.description,
        named=dublin_core(book.record) + scholar(book.record, [download.href for download in downloads]),
        data=data_of_book(book, downloads, cover),
        cover=cover,
        graph=open_graph(book.record),
        facts=facts_of(book.record),
        downloads=downloads,
        citation=suggested_citation(book.record),
        citation_formats=FILES,
    )


def search_page(pages: AskingPages, book: Book) -> str:
    """The home of the search, where its link leads without script."""
    return pages.render(
        "search.html",
        part=None,
        searching=True,
        file="search.html",
        page_title=f"{in_script('搜索', book.record.language)} · {book.record.title}",
        description=f"在{book.record.quoted_full_title}中{in_script('搜索', book.record.language)}",
        named=dublin_core(book.record),
        data=data_of_book(book),
    )


def part_page(
    pages: AskingPages, book: Book, entries: dict[str, Entry], before: Part | None, part: Part, after: Part | None
) -> str:
    """One part with its notes at its end, and the cards of the terms and works that it names."""
    heading = " ".join(filter(None, (part.heading.label, text_of(part.heading))))
    return pages.render(
        "part.html",
        part.id,
        part=part,
        file=file_of(part.id),
        before=without_blocks(before),
        after=without_blocks(after),
        role=ROLES.get(part.kind, ""),
        page_title=f"{heading} · {book.record.title}",
        description=f"{book.full_title}：{heading}",
        named=dublin_core(book.record),
        data=data_of_part(book, heading, part),
        notes=kept(part.id, notes_of, part),
        later_calls=kept(part.id, later_calls, part),
        cards=cards_of(entries, part),
    )


def without_blocks(part: Part | None) -> Part | None:
    """All that a page says of its neighbour."""
    return replace(part, blocks=()) if part else None


def neighbours(parts: tuple[Part, ...]) -> list[tuple[Part | None, Part, Part | None]]:
    """Each part with the one before and the one after it."""
    return list(zip((None, *parts[:-1]), parts, (*parts[1:], None), strict=True))


def shown_pictures(book: Book) -> dict[str, bytes]:
    """The pictures that the text shows; one that nothing shows stays out."""
    return {name: book.pictures[name] for part in book.parts for name in kept(part.id, pictures_in, part)}


def pictures_in(part: Part) -> tuple[str, ...]:
    return tuple(node.source for node in walk(part) if isinstance(node, Image))


def scripts(book: Book) -> dict[str, bytes]:
    """What runs, by its name, in the script of the book: always kanben's, never a title's."""
    names = (*SCRIPTS, REDLINE_SCRIPT) if book.is_redline else SCRIPTS
    texts = {name: (template_home() / "web" / name).read_text(encoding="utf-8") for name in names}
    return {name: in_script(text, book.record.language).encode() for name, text in texts.items()}


def icon(own: Path | None) -> bytes:
    """The title's own picture for tabs, else kanben's."""
    name = f"web/{ICON}"
    return ((own if own and (own / name).is_file() else template_home()) / name).read_bytes()
