"""Say the record's facts in the package: Dublin Core, roles, dates, and what the EPUB offers to which senses."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kanben.book.book import Creator, Record
from kanben.editions.epub.content import Content
from kanben.editions.epub.names import COVER_ID
from kanben.editions.identifiers import urn
from kanben.editions.roles import role_of
from kanben.script.made import in_script

UNIQUE = "id"
"""The id of the unique identifier; EbookLib's packages name it so."""

W3C_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Fact:
    """An element of the package's metadata, in Dublin Core or (namespace None) the package's own."""

    namespace: str | None
    name: str
    value: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def metadata(record: Record, content: Content) -> list[Fact]:
    """Give every fact in a fixed order; what the record leaves empty is not said."""
    return [
        *identifiers(record),
        *titles(record),
        dublin("language", record.language),
        *creators(record.creators),
        *publication(record),
        *accessibility(content, record.language),
        *pages(record, content),
        *([Fact(None, "meta", "", {"name": "cover", "content": COVER_ID})] if content.cover else []),
    ]


def dublin(name: str, value: str, **attributes: str) -> Fact:
    return Fact("DC", name, value, attributes)


def meta(name: str, value: str, **attributes: str) -> Fact:
    return Fact(None, "meta", value, {"property": name} | attributes)


# ---- who and what --------------------------------------------------------------------------------------------


def identifier(record: Record) -> str:
    """The unique identifier: the e-book's ISBN, else the title's uuid."""
    isbn = record.identifier("epub-isbn")
    return urn("epub-isbn", isbn) if isbn else urn("uuid", record.identifier("uuid"))


def identifiers(record: Record) -> Iterator[Fact]:
    """The unique identifier, the others of the e-book, and the ISBN of the printed book as its source."""
    first = identifier(record)
    yield dublin("identifier", first, id=UNIQUE)
    for scheme, value in record.identifiers:
        name = urn(scheme, value)
        if scheme == "print-isbn":
            yield dublin("source", name)
        elif name != first:
            yield dublin("identifier", name)


def titles(record: Record) -> Iterator[Fact]:
    yield from refined("title", "title", record.title, ("title-type", "main"))
    if record.subtitle:
        yield from refined("title", "subtitle", record.subtitle, ("title-type", "subtitle"))


def creators(people: tuple[Creator, ...]) -> Iterator[Fact]:
    for number, person in enumerate(people, 1):
        role = role_of(person.role)
        name = "creator" if role.leading else "contributor"
        yield from refined(name, f"creator-{number}", person.name, ("role", role.relator))


def refined(name: str, fact_id: str, value: str, refinement: tuple[str, str]) -> Iterator[Fact]:
    """A Dublin Core element, and one property of it."""
    yield dublin(name, value, id=fact_id)
    prop, word = refinement
    scheme = {"scheme": "marc:relators"} if prop == "role" else {}
    yield meta(prop, word, refines=f"#{fact_id}", **scheme)


def publication(record: Record) -> Iterator[Fact]:
    """What a library asks besides title and creator."""
    for name in ("publisher", "description", "rights"):
        if value := getattr(record, name):
            yield dublin(name, value)
    for subject in record.subjects:
        yield dublin("subject", subject)
    if W3C_DATE.fullmatch(record.date):
        yield dublin("date", record.date)
    if record.edition:
        yield meta("schema:bookEdition", record.edition)
    if record.version:
        yield meta("schema:version", record.version)


# ---- for whom ------------------------------------------------------------------------------------------------


def accessibility(content: Content, language: str) -> Iterator[Fact]:
    """EPUB Accessibility 1.1: ways of access, features, hazards, and a summary, each true of this very book."""
    yield meta("schema:accessMode", "textual")
    if content.images:
        yield meta("schema:accessMode", "visual")
        yield meta("schema:accessModeSufficient", "textual,visual")
    if content.described or not content.images:
        yield meta("schema:accessModeSufficient", "textual")
    for feature in features(content):
        yield meta("schema:accessibilityFeature", feature)
    yield meta("schema:accessibilityHazard", "none")
    yield meta("schema:accessibilitySummary", in_script(summary(content), language))


def features(content: Content) -> list[str]:
    """The features that a reader may count on."""
    return [
        "tableOfContents",
        "structuralNavigation",
        "readingOrder",
        "displayTransformability",
        *(["alternativeText"] if content.described else []),
        *(["longDescription"] if content.descriptions else []),
        *(["rubyAnnotations"] if content.ruby else []),
        *(["MathML", "describedMath"] if content.math else []),
        *(["pageBreakMarkers", "pageNavigation"] if content.marks else []),
    ]


def summary(content: Content) -> str:
    """The same for people."""
    return "".join(
        (
            "全书为可重排的文字，标题分级，有可跳转的目录，注释与正文双向链接，字号和配色可由读者调整。",
            "图片均有替代文字。" if content.described else "",
            "复杂的图另有文字说明。" if content.descriptions else "",
            "公式用 MathML，均附读法。" if content.math else "",
            "正文标有印刷版的页码，可按页码跳转。" if content.marks else "",
        )
    )


def pages(record: Record, content: Content) -> Iterator[Fact]:
    """Which printed book the page marks are of: its ISBN, else its title and edition."""
    if content.marks:
        isbn = record.identifier("print-isbn")
        named = f"{record.quoted_title}{in_script('印刷版', record.language)}{record.edition}"
        yield meta("pageBreakSource", urn("print-isbn", isbn) if isbn else named)
