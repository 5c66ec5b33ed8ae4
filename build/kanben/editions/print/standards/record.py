"""Say the record in a PDF's XMP as far as Dublin Core has words for it and the engine does not say it."""

import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

import pydyf

from kanben.book.book import Record
from kanben.editions.identifiers import urn

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://ns.adobe.com/xap/1.0/mm/"
END = b"</rdf:RDF>"
ENGINES_VERSION = b"<xmpMM:VersionID>1</xmpMM:VersionID>"
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def state_record(pdf: Any, record: Record) -> None:
    """Add the facts, and let any program read the XMP without unpacking."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and thing.extra.get("Type") == "/Metadata":
            thing.stream[:] = [stated(part, record) for part in thing.stream]
            thing.compress = False


def stated(xmp: bytes, record: Record) -> bytes:
    """The XMP with the facts; the version 1 that the engine writes into every PDF/X gives way to that of a release."""
    kept = xmp.replace(ENGINES_VERSION, b"") if record.version else xmp
    return kept.replace(END, description(record).encode() + END)


def description(record: Record) -> str:
    return f'<rdf:Description rdf:about="" xmlns:dc="{DUBLIN_CORE}">{"".join(facts(record))}</rdf:Description>\n'


def facts(record: Record) -> Iterator[str]:
    """Each in the form that XMP has for it (ISO 16684-1, 8.3); of several identifiers it takes one."""
    isbn = record.identifier("print-isbn")
    if record.publisher:
        yield f"<dc:publisher><rdf:Bag>{item(record.publisher)}</rdf:Bag></dc:publisher>"
    if ISO_DATE.fullmatch(record.date):
        yield f"<dc:date><rdf:Seq>{item(record.date)}</rdf:Seq></dc:date>"
    yield f"<dc:language><rdf:Bag>{item(record.language)}</rdf:Bag></dc:language>"
    identifier = urn("print-isbn", isbn) if isbn else urn("uuid", record.identifier("uuid"))
    yield f"<dc:identifier>{escape(identifier)}</dc:identifier>"
    if record.subjects:
        yield f"<dc:subject><rdf:Bag>{''.join(map(item, record.subjects))}</rdf:Bag></dc:subject>"
    if record.rights:
        words = f'<rdf:li xml:lang="x-default">{escape(record.rights)}</rdf:li>'
        yield f"<dc:rights><rdf:Alt>{words}</rdf:Alt></dc:rights>"
    if record.version:
        yield f'<xmpMM:VersionID xmlns:xmpMM="{MEDIA}">{escape(record.version)}</xmpMM:VersionID>'


def item(value: str) -> str:
    return f"<rdf:li>{escape(value)}</rdf:li>"
