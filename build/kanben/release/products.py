"""A title as two products of ONIX 3.0, the printed book and the e-book; numbers are of EDItEUR's code lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kanben.book.book import Book, Record
from kanben.editions.identifiers import urn
from kanben.editions.print.trims import trim_of
from kanben.editions.roles import role_of

ROLES = {"aut": "A01", "ill": "A12", "pht": "A13", "edt": "B01", "trl": "B06", "com": "C01"}  # list 17
OTHER_ROLE = "Z99"
BOOK, DOWNLOAD, EPUB = "BA", "ED", "E101"  # lists 150 and 175
PROPRIETARY, ISBN, URN = "01", "15", "22"  # list 5
PAGES, BYTES = ("11", "03"), ("22", "17")  # lists 23 and 24
HEIGHT, WIDTH = "01", "02"  # list 48
TO_EBOOK, TO_PRINT = "27", "13"  # list 51
DATE_FORMATS = {4: "05", 6: "01", 8: "00"}  # list 55, by the number of figures

BODY = re.compile("(项目|课题组|小组|编写组|出版社|研究院|研究所|中心|大学|学院|委员会|办公室|协会|学会|公司|部|局)$")
PRICE = re.compile(r"[¥￥]?\s*(\d+(?:\.\d{1,2})?)\s*元?")
HAN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Product:
    """One thing that is sold; `relation` says what the other one is to it."""

    form: str
    detail: str
    identifiers: tuple[tuple[str, str, str], ...]
    """Type, name of a proprietary type, value."""
    extent: tuple[str, str]
    amount: int
    relation: str
    measures: tuple[tuple[str, str], ...] = ()
    price: str = ""
    """In yuan; empty where the title names none, or not of this product."""

    @property
    def reference(self) -> str:
        return self.identifiers[0][2]


def products_of(book: Book, pages: int, weight: int) -> tuple[Product, Product]:
    """The printed book of so many pages, and the e-book of so many bytes."""
    trim = trim_of(book.settings.trim, book.settings.theme)
    measures = ((HEIGHT, f"{trim.height:g}"), (WIDTH, f"{trim.width:g}"))
    return (
        Product(
            BOOK,
            "",
            tuple(identifiers(book.record, "print")),
            PAGES,
            pages,
            TO_EBOOK,
            measures,
            yuan(book.record.price),
        ),
        Product(DOWNLOAD, EPUB, tuple(identifiers(book.record, "epub")), BYTES, weight, TO_PRINT),
    )


def identifiers(record: Record, edition: str) -> Iterator[tuple[str, str, str]]:
    """An ISBN only where the editor gave one; else the title's own uuid tells its products apart."""
    uuid = record.identifier("uuid")
    yield PROPRIETARY, "kanben", f"{uuid}-{edition}"
    if isbn := record.identifier(f"{edition}-isbn"):
        yield ISBN, "", urn("isbn", isbn).removeprefix("urn:isbn:")
    elif edition == "epub":
        yield URN, "", urn("uuid", uuid)


def yuan(price: str) -> str:
    """48.00元 -> 48.00; what is no plain sum in yuan is not told as one."""
    found = PRICE.fullmatch(price.strip())
    return found[1] if found else ""


def makers(record: Record) -> tuple[tuple[str, str, bool], ...]:
    """Who made the work: role, name, whether it is a body; not those who only helped to publish it."""
    roles = [(role_of(creator.role), creator.name) for creator in record.creators]
    return tuple((ROLES.get(role.relator, OTHER_ROLE), name, is_body(name)) for role, name in roles if not role.helping)


def is_body(name: str) -> bool:
    """Whether a name is that of a body, as far as its last word or its length tells: title.yaml does not say."""
    return bool(BODY.search(name)) or (len(name) > 4 and HAN.fullmatch(name) is not None)


def dated(date: str) -> tuple[str, str] | None:
    """2026-11 -> ("01", "202611")."""
    figures = date.replace("-", "")
    return (DATE_FORMATS[len(figures)], figures) if figures else None
