"""Say how the book is cited: in GB/T 7714 form, and for the programs that keep a reader's works.

All of it is made from the record; what the record does not know is left out. Whether a name is a person's or a body's
is not known either, so names are given whole (literal).
"""

import json
import re

from kanben.book.book import Book, Creator, Record
from kanben.editions.roles import role_of
from kanben.script.made import in_script

FILES = (("cite.bib", "BibTeX"), ("cite.ris", "RIS"), ("cite.json", "CSL-JSON"))
SHOWN_NAMES = 3  # GB/T 7714: of four names and more, three and 等
TEX = str.maketrans({char: f"\\{char}" for char in "&%$#_"} | {"\\": "\\textbackslash{}", "{": "\\{", "}": "\\}"})


def citation_files(book: Book) -> dict[str, bytes]:
    """The book as one work, in each of the three formats, by file name."""
    texts = (bibtex(book), ris(book.record), csl_json(book))
    return {name: text.encode() for (name, _), text in zip(FILES, texts, strict=True)}


def suggested_citation(record: Record) -> str:
    """The book as GB/T 7714—2025 writes it: 某某. 题名：副题名[M]. 2版. 出版社，2026."""
    translators = names_of(record, "translator")
    edition = edition_of(record)
    pieces = (
        short_list(main_names(record), "，"),
        f"{cited_title(record)}[M]",
        f"{short_list(translators, '，')}，{in_script('译', record.language)}" if translators else "",
        "" if edition == "1" else f"{edition}版" if edition.isdecimal() else edition,
        "，".join(filter(None, (line(record.publisher), *map(str, date_parts(record)[:1])))),
    )
    return ". ".join(filter(None, pieces)) + "."


def source_words(record: Record) -> str:
    """Who says it and in which book, as it stands behind a quoted passage: 某某：《题名》."""
    names = short_list(main_names(record), "、")
    title = line(record.quoted_full_title)
    return f"{names}：{title}" if names else title


def bibtex(book: Book) -> str:
    record = book.record
    year, month, _ = (*map(str, date_parts(record)), "", "", "")[:3]
    fields = (
        ("title", cited_title(record)),
        ("author", bibtex_names(names_of(record, "author"))),
        ("editor", bibtex_names(names_of(record, "editor"))),
        ("translator", bibtex_names(names_of(record, "translator"))),
        ("edition", edition_of(record)),
        ("publisher", line(record.publisher)),
        ("year", year),
        ("month", month),
        ("isbn", isbn_of(record)),
        ("doi", record.identifier("doi")),
        ("language", record.language),
    )
    rows = [f"  {name} = {{{value if name in AS_IT_IS else value.translate(TEX)}}}" for name, value in fields if value]
    return f"@book{{{key_of(book)},\n" + ",\n".join(rows) + "\n}\n"


AS_IT_IS = {"author", "editor", "translator", "isbn", "doi"}  # names are in TeX already; the programs read a DOI as is


def bibtex_names(names: tuple[str, ...]) -> str:
    """Names in braces of their own: nothing in them is taken for a surname or for the word between two names."""
    return " and ".join(f"{{{name.translate(TEX)}}}" for name in names)


def ris(record: Record) -> str:
    parts = date_parts(record)
    rows = (
        ("TY", "BOOK"),
        ("TI", cited_title(record)),
        *(("AU", name) for name in names_of(record, "author")),
        *(("ED", name) for name in names_of(record, "editor")),
        *(("A4", name) for name in names_of(record, "translator")),
        ("ET", edition_of(record)),
        ("PB", line(record.publisher)),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", "/".join(f"{part:02}" for part in parts)),
        ("SN", isbn_of(record)),
        ("DO", record.identifier("doi")),
        ("LA", record.language),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def csl_json(book: Book) -> str:
    record = book.record
    item: dict[str, object] = {
        "id": key_of(book),
        "type": "book",
        "title": cited_title(record),
        **{kind: [{"literal": name} for name in names_of(record, kind)] for kind in ("author", "editor", "translator")},
        "edition": edition_of(record),
        "publisher": line(record.publisher),
        "issued": {"date-parts": [parts]} if (parts := date_parts(record)) else {},
        "ISBN": isbn_of(record),
        "DOI": record.identifier("doi"),
        "language": record.language,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def main_names(record: Record) -> tuple[str, ...]:
    """Whose work it is: those whom the title page names first."""
    return tuple(line(creator.name) for creator in record.creators if role_of(creator.role).leading)


def names_of(record: Record, kind: str) -> tuple[str, ...]:
    return tuple(line(creator.name) for creator in record.creators if kind_of(creator) == kind)


def kind_of(creator: Creator) -> str:
    """What the formats call a creator; few styles know a compiler, and a work without its makers helps nobody."""
    role = role_of(creator.role)
    if role.relator == "trl":
        return "translator"
    if not role.leading:
        return ""
    return "editor" if role.relator == "edt" else "author"


def cited_title(record: Record) -> str:
    return "：".join(filter(None, (line(record.title), line(record.subtitle))))


def short_list(names: tuple[str, ...], between: str) -> str:
    return between.join(names if len(names) <= SHOWN_NAMES else (*names[:SHOWN_NAMES], "等"))


def edition_of(record: Record) -> str:
    """第2版 -> 2; what is worded otherwise (修订版) stays."""
    numbered = re.fullmatch(r"第\s*(\d+)\s*版", line(record.edition))
    return numbered[1] if numbered else line(record.edition)


def date_parts(record: Record) -> list[int]:
    """2026-11-23 -> [2026, 11, 23]; nothing where the date is no such date."""
    numbers = record.date.split("-")
    return [int(number) for number in numbers] if all(map(str.isdecimal, numbers)) and len(numbers) <= 3 else []


def isbn_of(record: Record) -> str:
    return record.identifier("print-isbn") or record.identifier("epub-isbn")


def key_of(book: Book) -> str:
    """The title's folder name as far as every program takes it for a key."""
    return re.sub("[^A-Za-z0-9-]+", "", book.name).strip("-") or "book"


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
