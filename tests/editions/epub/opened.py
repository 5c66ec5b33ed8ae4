"""Open an EPUB and ask it in book words."""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

NAMESPACES = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "epub": "http://www.idpf.org/2007/ops",
}
MADE = " or ".join(
    (
        "self::h:aside",
        "self::h:dt[h:dfn]",
        "self::h:rp",
        "self::h:rt",
        "@role='doc-noteref'",
        "contains('label made uses also', @class) and @class",
    )
)
"""What templates add to an author's words, and the notes, which stand at the end."""


@dataclass(frozen=True)
class Opened:
    files: dict[str, bytes]
    order: tuple[str, ...]
    stored: frozenset[str]
    dates: frozenset[tuple[int, ...]]

    def document(self, name: str) -> etree._Element:
        return etree.fromstring(self.files[f"EPUB/{name}"])

    def find(self, name: str, path: str) -> list[etree._Element]:
        return list(self.document(name).xpath(path, namespaces=NAMESPACES))

    def texts(self, name: str, path: str) -> list[str]:
        return [said(node) for node in self.find(name, path)]

    def facts(self, name: str) -> list[str]:
        """The values of one fact of the package: dc:creator, schema:accessMode."""
        path = f"//dc:{name[3:]}" if name.startswith("dc:") else f"//opf:meta[@property='{name}']"
        return self.texts("content.opf", path)

    def spine(self) -> list[str]:
        hrefs = {item.get("id"): item.get("href") for item in self.find("content.opf", "//opf:item")}
        return [hrefs[item.get("idref")] for item in self.find("content.opf", "//opf:itemref")]

    def own_words(self, name: str) -> str:
        """The author's words in a document, without what templates add and without the notes."""
        return "".join(self.texts(name, f"//h:body//text()[not(ancestor::*[{MADE}])]"))

    def note(self, name: str, note_id: str) -> list[str]:
        """The paragraphs of a note, as a pop-up shows them."""
        own = ".//text()[not(ancestor::h:a[@role='doc-backlink'])]"
        paragraphs = self.find(name, f"//h:aside[@id='{note_id}']/h:p")
        return ["".join(paragraph.xpath(own, namespaces=NAMESPACES)).strip() for paragraph in paragraphs]


def opened(epub: bytes) -> Opened:
    with zipfile.ZipFile(BytesIO(epub)) as archive:
        infos = archive.infolist()
        return Opened(
            {info.filename: archive.read(info) for info in infos},
            tuple(info.filename for info in infos),
            frozenset(info.filename for info in infos if info.compress_type == zipfile.ZIP_STORED),
            frozenset(info.date_time for info in infos),
        )


def said(node: etree._Element | str) -> str:
    """The characters of an element, or of a run of text."""
    return str(node) if isinstance(node, str) else "".join(node.itertext())
