"""Put the publication facts in a reader's words."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from kanben.book.book import Record
from kanben.book.chinese import chinese_date
from kanben.editions.roles import roles_in
from kanben.script.made import in_script

FORMATS = {".pdf": ("PDF", "印刷版", "application/pdf"), ".epub": ("EPUB", "电子书", "application/epub+zip")}
SCHEMES = {"uuid": "UUID", "print-isbn": "ISBN（印刷版）", "epub-isbn": "ISBN（电子书）", "doi": "DOI", "cip": "CIP"}


def by_line(record: Record) -> tuple[tuple[str, str], ...]:
    """Who made the book, each with what they did: (某某, 著)."""
    role_of = roles_in(record.language)
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
    return tuple((in_script(name, record.language), value) for name, value in facts if value)


@dataclass(frozen=True, slots=True)
class Download:
    """Another edition beside the site: the link to it, its size in bytes, and its pages where it has any."""

    href: str
    size: int
    pages: int = 0
    language: str = ""

    @property
    def format(self) -> str:
        return FORMATS[PurePosixPath(self.href).suffix][0]

    @property
    def what(self) -> str:
        return in_script(FORMATS[PurePosixPath(self.href).suffix][1], self.language)

    @property
    def media_type(self) -> str:
        return FORMATS[PurePosixPath(self.href).suffix][2]

    @property
    def weight(self) -> str:
        """0.7 MB; what is below a tenth of a megabyte in kB."""
        return f"{self.size / 1e6:.1f} MB" if self.size >= 100_000 else f"{max(1, round(self.size / 1e3))} kB"

    @property
    def amount(self) -> str:
        """62页，0.7 MB."""
        return f"{self.pages}{in_script('页', self.language)}，{self.weight}" if self.pages else self.weight
