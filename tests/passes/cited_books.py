"""Build books that cite three works, and resolve their citations."""

from kanben.book.blocks import Heading
from kanben.book.book import Book, Part, Settings
from kanben.book.entries import ReferenceEntry, References
from kanben.book.inlines import Cite, CiteItem, Text
from kanben.book.node import Block
from kanben.book.walk import walk
from kanben.passes.citations import resolve_citations
from kanben.place import Place
from kanben.trouble import Trouble
from tests.passes.small_books import RECORD

HERE = Place("chapters/01.md", 3)


def work(key: str, family: str, given: str, title: str) -> dict[str, object]:
    people = [{"family": family, "given": given}]
    return {"id": key, "type": "book", "author": people, "title": title, "issued": {"date-parts": [[2024]]}}


WORKS = (work("zhao", "赵", "一", "论桥"), work("qian", "钱", "二", "论路"), work("sun", "孙", "三", "论水"))

ENTRIES = tuple(
    ReferenceEntry(str(item["id"]), (), place=Place("references.yaml", line)) for line, item in enumerate(WORKS, 2)
)


def cite(*keys: str, locator: str = "", line: int = 3) -> Cite:
    return Cite(tuple(CiteItem(key, locator=locator) for key in keys), place=Place("chapters/01.md", line))


def chapter(*blocks: Block) -> Part:
    heading = Heading(1, (Text("桥"),), id="ch01", label="第一章")
    return Part("body", "chapter", "ch01", heading, blocks)


def book(
    *blocks: Block,
    entries: tuple[ReferenceEntry, ...] | None = ENTRIES,
    style: str = "gb-t-7714-2025",
    whole: bool = True,
) -> Book:
    listed = Part("back", "references", "references", Heading(1, (Text("参考文献"),)), (References(entries or ()),))
    parts = (chapter(*blocks), *(() if entries is None else (listed,)))
    return Book("bridges", RECORD, Settings(references_style=style), parts, HERE, bibliography=WORKS, whole=whole)


def resolved(given: Book) -> tuple[Book, list[Trouble]]:
    told: list[Trouble] = []
    return resolve_citations(given, told.append), told


def cites(given: Book) -> list[Cite]:
    return [node for node in walk(given) if isinstance(node, Cite)]


def entries(given: Book) -> list[ReferenceEntry]:
    return [node for node in walk(given) if isinstance(node, ReferenceEntry)]
