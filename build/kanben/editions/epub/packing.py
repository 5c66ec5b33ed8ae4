"""Pack named bytes as an EPUB: the only room that knows EbookLib, of which it uses the packer alone.

Documents go in as finished bytes: EbookLib's own page classes would parse and rewrite them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ebooklib import epub
from lxml import etree

from kanben.book.book import Record
from kanben.editions.epub.archive import STORED, StillArchive
from kanben.editions.epub.metadata import Fact
from kanben.editions.epub.names import COVER_ID, COVER_PICTURE, NAV, NCX
from kanben.editions.epub.navigation import Landmark

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the publication; `properties` are those of its manifest item, `item_id` its id where one is wanted."""

    name: str
    media_type: str
    data: bytes
    properties: str = ""
    in_spine: bool = False
    item_id: str = ""


def pack(record: Record, facts: Iterable[Fact], resources: Iterable[Resource], ways: Iterable[Landmark]) -> bytes:
    """Give the archive: `facts` say what it is, `resources` are its files, `ways` the guide of older readers."""
    book = epub.EpubBook()
    book.metadata.clear()  # EbookLib begins with a random identifier and its own name
    book.language = record.language
    for fact in facts:
        book.add_metadata(fact.namespace, fact.name, fact.value, dict(fact.attributes))
    for number, resource in enumerate(resources):
        book.add_item(item := item_of(resource, number))
        if resource.in_spine:
            book.spine.append(item)
    book.guide = [{"type": way.guide, "title": way.title, "href": way.href} for way in ways if way.guide]
    writer = StillWriter("", book, {"mtime": datetime.fromisoformat(record.modified)})
    writer.write()
    return writer.out.whole()


def item_of(resource: Resource, number: int) -> epub.EpubItem:
    item = epub.EpubItem(manifest_id(resource, number), resource.name, resource.media_type, resource.data)
    item.properties = resource.properties.split()
    return item


def manifest_id(resource: Resource, number: int) -> str:
    """The wanted id, or that which older readers look for, else a counter."""
    known = {NCX: "ncx", NAV: "nav", COVER_PICTURE: COVER_ID}
    return resource.item_id or known.get(resource.name, f"item-{number}")


class StillWriter(epub.EpubWriter):  # type: ignore[misc]  # EbookLib has no types
    """EbookLib's writer, but for two things: no dates in the archive, and the language of the package."""

    def write(self) -> None:
        self.out = StillArchive()
        self.out.writestr("mimetype", "application/epub+zip", STORED)
        self._write_container()
        self._write_opf()
        self._write_items()

    def _write_opf_file(self, root: etree._Element) -> None:
        root.set(XML_LANG, self.book.language)
        super()._write_opf_file(root)
