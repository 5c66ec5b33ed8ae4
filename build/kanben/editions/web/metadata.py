"""Say to machines what the book is: Dublin Core, Google Scholar's tags, Open Graph and JSON-LD (schema.org)."""

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup

from kanben.book.book import Book, Part, Record
from kanben.editions.identifiers import urn
from kanben.editions.web.addresses import address_of
from kanben.editions.web.citation import cited_title, date_parts, isbn_of, main_names
from kanben.editions.web.facts import Download
from kanben.editions.web.names import file_of
from kanben.script.standards import is_traditional, standard_of

Data = dict[str, object]
AGENTS = {"author": "author", "editor": "editor", "translator": "translator", "illustrator": "illustrator"}


def dublin_core(record: Record) -> tuple[tuple[str, str], ...]:
    """The names and contents of the meta elements, the unknown ones left out."""
    rows = (
        ("DC.title", record.full_title),
        *(("DC.creator", creator.name) for creator in record.creators),
        ("DC.publisher", record.publisher),
        ("DC.date", record.date),
        ("DC.language", record.language),
        *(("DC.subject", subject) for subject in record.subjects),
        ("DC.description", record.description),
        *(("DC.identifier", urn(*identifier)) for identifier in record.identifiers),
        ("DC.rights", record.rights),
        ("DC.type", "Text"),
    )
    return tuple(row for row in rows if row[1])


def scholar(record: Record, downloads: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Google Scholar's tags; those for files want whole addresses, which only a title with a `url` has."""
    pdf = next((link for link in downloads if link.endswith(".pdf")), "")
    rows = (
        ("citation_title", cited_title(record)),
        *(("citation_author", name) for name in main_names(record)),
        ("citation_publication_date", "/".join(f"{part:02}" for part in date_parts(record))),
        ("citation_publisher", record.publisher),
        ("citation_language", record.language),
        ("citation_isbn", isbn_of(record)),
        ("citation_doi", record.identifier("doi")),
        ("citation_pdf_url", address_of(record, pdf) if pdf else ""),
        ("citation_fulltext_html_url", address_of(record, "index.html")),
    )
    return tuple(row for row in rows if row[1])


def open_graph(record: Record) -> tuple[tuple[str, str], ...]:
    """What Open Graph asks of a book beside its title and address (ogp.me/ns/book); authors would be addresses."""
    rows = (
        ("book:isbn", isbn_of(record)),
        ("book:release_date", record.date),
        *(("book:tag", subject) for subject in record.subjects),
    )
    return tuple(row for row in rows if row[1])


def locale_of(language: str) -> str:
    """zh-Hans -> zh_CN, zh-Hant-HK -> zh_HK: Open Graph names languages by country."""
    if not is_traditional(language):
        return "zh_CN"
    return "zh_HK" if standard_of(language) == "hk" else "zh_TW"


def data_of_book(book: Book, downloads: Sequence[Download] = (), cover: str = "") -> Markup:
    """The JSON-LD of the start page: a Book with its facts, and its files where they have whole addresses."""
    record = book.record
    data: Data = {
        "@context": "https://schema.org",
        "@type": "Book",
        "@id": identity(record),
        "url": record.url,
        "name": record.title,
        "alternativeHeadline": record.subtitle,
        "inLanguage": record.language,
        "bookEdition": record.edition,
        "version": record.version,
        "datePublished": record.date,
        "publisher": named("Organization", record.publisher),
        "description": record.description,
        "keywords": list(record.subjects),
        "copyrightNotice": record.rights,
        "isbn": record.identifier("epub-isbn") or record.identifier("print-isbn"),
        "image": address_of(record, cover) if cover else "",
        "encoding": [media_object(record, file) for file in downloads] if record.url else [],
    }
    return script(data | creators(record))


def data_of_part(book: Book, heading: str, part: Part) -> Markup:
    """The JSON-LD of a part: a Chapter of its Book."""
    record = book.record
    whole: Data = {"@type": "Book", "@id": identity(record), "url": record.url, "name": record.title}
    data: Data = {
        "@context": "https://schema.org",
        "@type": "Chapter",
        "url": address_of(record, file_of(part.id)),
        "name": heading,
        "position": [other.id for other in book.parts].index(part.id) + 1,
        "inLanguage": record.language,
        "isPartOf": known(whole),
    }
    return script(data | creators(record))


def media_object(record: Record, file: Download) -> Data:
    """Another edition as schema.org has it."""
    return {
        "@type": "MediaObject",
        "contentUrl": address_of(record, file.href),
        "encodingFormat": file.media_type,
        "contentSize": file.weight,
    }


def creators(record: Record) -> Data:
    """The makers under schema.org's name for what they did; whether a name is a person's or a body's is not known."""
    found: dict[str, list[str]] = {}
    for creator in record.creators:
        found.setdefault(AGENTS.get(creator.role, "contributor"), []).append(creator.name)
    return dict(found)


def named(kind: str, name: str) -> Data:
    return {"@type": kind, "name": name} if name else {}


def identity(record: Record) -> str:
    return urn("uuid", uuid) if (uuid := record.identifier("uuid")) else ""


def script(data: Data) -> Markup:
    """Write JSON that may stand in a script element: no `<` can close it."""
    return Markup(json.dumps(known(data), ensure_ascii=False, indent=1).replace("<", "\\u003c"))


def known(data: Data) -> Data:
    return {name: value for name, value in data.items() if value}


def hash_of(data: Markup) -> str:
    """The name by which a Content-Security-Policy allows that script alone (CSP 3 § 2.3.1)."""
    return f"sha256-{b64encode(sha256(data.encode()).digest()).decode()}"
