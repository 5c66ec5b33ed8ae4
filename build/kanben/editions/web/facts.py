"""Put the publication facts in a reader's words."""

from pathlib import PurePosixPath

from kanben.book.book import Record
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


def chinese_date(date: str) -> str:
    """2026-11-23 -> 2026年11月23日; 2026-11 -> 2026年11月; what is no such date stays."""
    numbers = date.split("-")
    if not all(number.isdecimal() for number in numbers) or len(numbers) > 3:
        return date
    return "".join(f"{int(number)}{unit}" for number, unit in zip(numbers, "年月日", strict=False))


def downloads_of(hrefs: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Each download as (link, format, what it is)."""
    return tuple((href, *format_of(PurePosixPath(href).suffix.lower())) for href in hrefs)


def format_of(suffix: str) -> tuple[str, str]:
    return FORMATS.get(suffix, (suffix[1:].upper(), "下载"))
