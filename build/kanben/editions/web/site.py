"""Make the files of the web edition from a finished Book."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from kanben.book.bare import bare
from kanben.book.book import Book, Part
from kanben.book.inlines import Image
from kanben.book.page_map import PageMap
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.editions.dates import chinese_date
from kanben.editions.fonts import RareFont, font_files
from kanben.editions.links import links
from kanben.editions.marks import note_mark
from kanben.editions.notes import later_calls, notes_of
from kanben.editions.pages import Pages
from kanben.editions.places import shown_places
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
from kanben.editions.web.picture_sizes import picture_size
from kanben.editions.web.search import search_files
from kanben.editions.web.uses import uses_by_section
from kanben.script.made import in_script
from kanben.template_home import template_home

ASSETS = ("style.css", "kanben.js", "search.js", "icon.svg")
COVER = "cover.jpg"
UNSEARCHED = {"index", "figures", "tables"}
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
    pages: Pages
    own: Path | None
    fonts: Sequence[RareFont]

    def files(self) -> dict[str, bytes]:
        """Every file but the start page, by its name relative to `web/`."""
        book, pages = self.book, self.pages
        entries = entries_of(book)
        parts = {
            file_of(part.id): part_page(pages, book, entries, before, part, after).encode()
            for before, part, after in neighbours(book.parts)
        }
        searched = {
            name: parts[name] for name in (file_of(part.id) for part in book.parts if part.kind not in UNSEARCHED)
        }
        files = {"search.html": search_page(pages, book).encode()} | parts
        files |= search_files(searched, book.record.language)
        assets = {name: in_script(asset(name, self.own).decode(), book.record.language).encode() for name in ASSETS}
        files |= citation_files(book) | assets | shown_pictures(book) | font_files(self.fonts)
        return files | crawler_files(book.record, ["index.html", *parts])

    def last_files(self, downloads: Sequence[Download] = (), cover: bytes = b"") -> dict[str, bytes]:
        """The start page, which tells how large the other editions are, and the cover (a JPEG) that is shared with it.

        Those who share a page ask for a whole address, so without one there is no cover.
        """
        covers = {COVER: cover} if cover and self.book.record.url else {}
        return {"index.html": start_page(self.pages, self.book, downloads, COVER if covers else "").encode()} | covers


def web_site(book: Book, page_map: PageMap, own: Path | None = None, fonts: Sequence[RareFont] = ()) -> Site:
    """Ready the site; `own` is the title's folder of templates, `fonts` are those of the book's rare characters."""
    return Site(book, pages_of(book, page_map, own, bool(fonts)), own, fonts)


def pages_of(book: Book, page_map: PageMap, own: Path | None, fonts: bool = False) -> Pages:
    """The templates with the names that they use beside those which all editions know."""
    return Pages(
        "web",
        book,
        own,
        **TABLES,
        href=links(book, file_of),
        file_of=file_of,
        folio=page_map.labels.get,
        bare=bare,
        size_of=cache(partial(picture_size, book.pictures)),
        hash_of=hash_of,
        locale=locale_of(book.record.language),
        by_line=by_line(book.record),
        address_of=partial(address_of, book.record),
        source_words=source_words(book.record),
        chinese_date=chinese_date,
        note_mark=note_mark,
        uses_by_section=uses_by_section,
        places=lambda uses: shown_places(uses, page_map.labels.get),
        fonts=fonts,
    )


def start_page(pages: Pages, book: Book, downloads: Sequence[Download], cover: str) -> str:
    """The title page, the whole contents, the other editions, how the book is cited, and the publication facts."""
    return pages.render(
        "index.html",
        part=None,
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


def search_page(pages: Pages, book: Book) -> str:
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
    pages: Pages, book: Book, entries: dict[str, Entry], before: Part | None, part: Part, after: Part | None
) -> str:
    """One part with its notes at its end, and the cards of the terms and works that it names."""
    heading = " ".join(filter(None, (part.heading.label, text_of(part.heading))))
    return pages.render(
        "part.html",
        part=part,
        file=file_of(part.id),
        before=before,
        after=after,
        role=ROLES.get(part.kind, ""),
        page_title=f"{heading} · {book.record.title}",
        description=f"{book.full_title}：{heading}",
        named=dublin_core(book.record),
        data=data_of_part(book, heading, part),
        notes=notes_of(part),
        later_calls=later_calls(part),
        cards=cards_of(entries, part),
    )


def neighbours(parts: tuple[Part, ...]) -> list[tuple[Part | None, Part, Part | None]]:
    """Each part with the one before and the one after it."""
    return list(zip((None, *parts[:-1]), parts, (*parts[1:], None), strict=True))


def shown_pictures(book: Book) -> dict[str, bytes]:
    """The pictures that the text shows; one that nothing shows stays out."""
    return {node.source: book.pictures[node.source] for node in walk(book) if isinstance(node, Image)}


def asset(name: str, own: Path | None) -> bytes:
    """A style sheet or script: the title's own one where it has one."""
    shadow = own / "web" / name if own else None
    return (shadow if shadow and shadow.is_file() else template_home() / "web" / name).read_bytes()
