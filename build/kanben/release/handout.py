"""Make a release a folder to hand to a distributor: covers, feeds of OPDS, an ONIX message, and a page for people."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import UUID, uuid5

from kanben.book.book import Book, Record
from kanben.book.chinese import chinese_date
from kanben.editions.identifiers import urn
from kanben.editions.pages import Pages
from kanben.editions.roles import role_of, roles_in
from kanben.editions.web.facts import Download
from kanben.release.covers import COVER, MEDIUM, SMALL, covers_of, size_of
from kanben.release.materials import BILL
from kanben.release.products import dated, makers, products_of
from kanben.script.standards import is_traditional

KINDS = {".epub": "application/epub+zip", ".pdf": "application/pdf"}
ONIX, ATOM, OPDS = "onix.xml", "opds.xml", "opds.json"
USES = {".pdf": "印刷版", ".epub": "电子书", ".zip": "网页版，解压后打开 web/index.html"}
USES |= {COVER: "封面", MEDIUM: "封面，供商品页", SMALL: "封面，供列表"}
USES |= {ONIX: "ONIX 3.0 书目数据，供发行商", ATOM: "OPDS 1.2 书目，供阅读软件", OPDS: "OPDS 2.0 书目，供阅读软件"}
USES |= {BILL: "CycloneDX 1.6 物料清单：由什么制成，内嵌哪些字体"}
ACQUISITION, OPDS_TYPE = "http://opds-spec.org/acquisition", "application/opds+json"
Files = dict[str, bytes]
Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as feeds and the page name it."""

    name: str
    weight: int

    @property
    def kind(self) -> str:
        return KINDS[PurePosixPath(self.name).suffix]

    @property
    def use(self) -> str:
        return USES.get(self.name) or USES[PurePosixPath(self.name).suffix]

    @property
    def size(self) -> str:
        return Download(self.name, self.weight).weight


def handout(book: Book, editions: Mapping[str, bytes], pages: int, note: str, own: Path | None) -> Files:
    """The files that go with the editions, by name."""
    epub = next(data for name, data in editions.items() if name.endswith(".epub"))
    covers = covers_of(epub)
    written = Pages(
        "release", book, own, identity=urn("uuid", book.record.identifier("uuid")), feed=feed_id(book.record)
    )
    printed, ebook = products_of(book, pages, len(epub))
    books = [Listed(name, len(data)) for name, data in editions.items() if PurePosixPath(name).suffix in KINDS]
    texts = {
        ONIX: written.render("onix.xml", products=((printed, ebook), (ebook, printed)), **said(book.record)),
        ATOM: written.render("opds.xml", books=books, **said(book.record)),
        OPDS: json.dumps(feed(book.record, books, covers), ensure_ascii=False, indent=2) + "\n",
    }
    files = {**covers, **{name: text.encode() for name, text in texts.items()}}
    page = written.render(
        "index.html",
        files=[Listed(name, len(data)) for name, data in {**editions, **files}.items()],
        facts=tuple(facts_of(book, pages)),
        note=note,
        cover=MEDIUM,
        size=size_of(covers[MEDIUM]),
    )
    return {**files, "index.html": page.encode()}


def feed_id(record: Record) -> str:
    """A feed and its entry want two names: the feed's follows from the title's."""
    return uuid5(UUID(record.identifier("uuid")), ATOM).urn


def said(record: Record) -> Data:
    """What ONIX and Atom ask beyond the record; who sends it is the publisher, else the makers, else the title."""
    names = [creator.name for creator in record.creators]
    return {
        "sender": record.publisher or "、".join(names) or record.title,
        "sent": record.modified.replace("-", "").replace(":", ""),
        "makers": makers(record),
        "published": dated(record.date),
        "script": "Hant" if is_traditional(record.language) else "Hans",
        "authors": named(record, leading=True),
        "contributors": named(record, leading=False),
        "cover": COVER,
        "thumbnail": SMALL,
    }


def named(record: Record, *, leading: bool) -> list[str]:
    return [creator.name for creator in record.creators if role_of(creator.role).leading == leading]


def facts_of(book: Book, pages: int) -> Iterator[tuple[str, str]]:
    """What a person reads first, the unknown left out."""
    record, role = book.record, roles_in(book.record.language)
    yield from ((role(creator.role).word or "参与", creator.name) for creator in record.creators)
    isbns = [("印刷版书号", record.identifier("print-isbn")), ("电子书书号", record.identifier("epub-isbn"))]
    date = chinese_date(record.date) if record.date else ""
    rows = [("出版者", record.publisher), ("出版日期", date), ("版次", record.edition), *isbns, ("定价", record.price)]
    yield from (row for row in rows if row[1])
    yield "页数", str(pages)
    yield "发布版本", record.version
    if record.rights:
        yield "版权", record.rights


# ---- OPDS 2.0 ------------------------------------------------------------------------------------------------


def feed(record: Record, books: list[Listed], covers: Mapping[str, bytes]) -> Data:
    """A feed of one publication, whose files lie beside it."""
    metadata: Data = {
        "@type": "http://schema.org/Book",
        "identifier": urn("uuid", record.identifier("uuid")),
        "title": record.title,
        "subtitle": record.subtitle,
        "author": named(record, leading=True),
        "contributor": named(record, leading=False),
        "publisher": record.publisher,
        "language": record.language,
        "published": record.date,
        "modified": record.modified,
        "subject": list(record.subjects),
        "description": record.description,
    }
    links = [{"rel": ACQUISITION, "href": each.name, "type": each.kind, "size": each.weight} for each in books]
    publication = {
        "metadata": {name: value for name, value in metadata.items() if value},
        "links": links,
        "images": [image(name, data) for name, data in covers.items()],
    }
    return {
        "metadata": {"title": record.full_title, "modified": record.modified},
        "links": [{"rel": "self", "href": OPDS, "type": OPDS_TYPE}],
        "publications": [publication],
    }


def image(name: str, data: bytes) -> Data:
    width, height = size_of(data)
    return {"href": name, "type": "image/jpeg", "width": width, "height": height}
