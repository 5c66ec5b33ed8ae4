"""Turn title.yaml into the record of publication facts and the settings."""

from datetime import UTC, datetime

from kanben.book.book import Creator, Record, Settings
from kanben.place import TITLE_YAML
from kanben.reading.base_address import base_address
from kanben.reading.schema import Numbering, TitleFile
from kanben.reading.yaml_marks import Marked
from kanben.trouble import Tell, trouble

OFFICIAL_NUMBERING = Numbering(chapter="{一}、", section="（一）")  # GB/T 9704-2012, 7.3.3


def record_of(title: TitleFile, modified: str) -> Record:
    """Every publication fact, as the editor stated it."""
    identifiers = {
        "uuid": title.identifiers.uuid,
        "print-isbn": title.identifiers.print_isbn,
        "epub-isbn": title.identifiers.epub_isbn,
    }
    return Record(
        title=title.title,
        subtitle=title.subtitle,
        language=title.language,
        creators=tuple(Creator(entry.name, entry.role) for entry in title.creators),
        publisher=title.publisher,
        date=title.date,
        edition=title.edition,
        rights=title.rights,
        description=title.description,
        subjects=tuple(title.subjects),
        identifiers=tuple((scheme, value) for scheme, value in identifiers.items() if value),
        modified=modified or modified_on(title.date),
        address=title.address,
        website=title.website,
        url=base_address(title.url),
        printer=title.printer,
        printing=title.printing,
        price=title.price,
        cip=title.cip.strip(),
    )


def modified_on(date: str) -> str:
    """The title's own date as a moment in UTC; a fixed one without it, never the clock."""
    year, month, day = (*date.split("-"), "01", "01")[:3] if date else ("2000", "01", "01")
    return f"{year}-{month}-{day}T00:00:00Z"


def modified_at(epoch: str, tell: Tell) -> str:
    """SOURCE_DATE_EPOCH, seconds since 1970, as a moment in UTC; empty when not given, or told as no such number."""
    if not epoch:
        return ""
    try:
        if epoch.isascii() and epoch.isdecimal():
            return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):  # beyond the year 9999, or what the system can count
        pass
    tell(trouble("bad-source-date", TITLE_YAML, epoch=epoch))
    return ""


def settings_of(title: TitleFile) -> Settings:
    official = title.print.theme == "gongwen" and not title.numbering.model_fields_set
    numbering = OFFICIAL_NUMBERING if official else title.numbering
    return Settings(
        chapter_number=numbering.chapter,
        section_number=numbering.section,
        references_style=title.references.style,
        references_lists=title.references.lists,
        references_order=title.references.order,
        references_repeated=title.references.repeated,
        trim=title.print.trim or ("16k" if title.print.theme == "book" else "a4"),
        variant=title.print.variant,
        theme=title.print.theme,
        cover=title.print.cover,
        half_title=title.print.half_title,
        reference_pages=title.print.reference_pages,
        autospace=title.print.autospace,
        glossary_order=title.glossary.order,
        index_order=title.index.order,
    )


def check_trim(title: TitleFile, marked: Marked, tell: Tell) -> None:
    """GB/T 9704 knows one sheet only."""
    if title.print.theme == "gongwen" and title.print.trim not in ("", "a4"):
        tell(trouble("wrong-value", marked.place("print", "trim"), key="trim", value=title.print.trim, expected="a4"))


def check_isbns(title: TitleFile, marked: Marked, tell: Tell) -> None:
    """An ISBN-13 whose check digit is wrong would be printed on every copy."""
    given = {"print-isbn": title.identifiers.print_isbn, "epub-isbn": title.identifiers.epub_isbn}
    for key, value in given.items():
        if value and not is_isbn(value):
            tell(trouble("bad-isbn", marked.place("identifiers", key), value=value))


def check_language(title: TitleFile, marked: Marked, tell: Tell) -> None:
    """Numbers, marks, notes and made words are those of Chinese: a book in another language would come out wrong."""
    if title.language != "zh-Hans":
        near = "zh-Hans" if title.language.lower() in ("zh", "zh-cn", "zh-sg", "zh_cn", "zh-hans-cn") else ""
        tell(trouble("unknown-book-language", marked.place("language"), near, language=title.language))


def check_url(title: TitleFile, marked: Marked, tell: Tell) -> None:
    """Every page would name an address that leads nowhere."""
    if title.url and not base_address(title.url):
        tell(trouble("bad-url", marked.place("url"), value=title.url))


def is_isbn(value: str) -> bool:
    digits = [int(c) for c in value.replace("-", "").replace(" ", "") if c.isdecimal()]
    return len(digits) == 13 and sum(d * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10 == 0
