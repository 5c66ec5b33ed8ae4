"""Put the publication facts in a reader's words."""

from pathlib import PurePosixPath

from kanben.book.book import Record
from kanben.editions.dates import chinese_date
from kanben.editions.roles import role_of

FORMATS = {".pdf": ("PDF", "印刷版"), ".epub": ("EPUB", "电子书")}
SCHEMES = {"uuid": "UUID", "print-isbn": "ISBN（印刷版）", "epub-isbn": "ISBN（电子书）", "doi": "DOI", "cip": "CIP"}


def by_line(record: Record) -> tuple[tuple[str, str], ...]:
    """Who made the book, each with what they did: (某某, 著)."""
    return tuple((creator.name, role_of(creator.role).word) for creator in record.creators)


def facts_of(record: Record) -> tuple[tuple[str, str], ...]:
    """The facts that are known, in the order of a copyright page."""
    facts = (
        ("出版", record.publisher),
        ("日期", chinese_date(record.date)),
        ("版次", record.edition),
        *((SCHEMES.get(scheme, scheme.upper()), value) for scheme, value in record.identifiers),
        ("主题", "、".join(record.subjects)),
        ("权利", record.rights),
    )
    return tuple(fact for fact in facts if fact[1])


def downloads_of(hrefs: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Each download as (link, format, what it is)."""
    return tuple((href, *format_of(PurePosixPath(href).suffix.lower())) for href in hrefs)


def format_of(suffix: str) -> tuple[str, str]:
    return FORMATS.get(suffix, (suffix[1:].upper(), "下载"))
