"""Look through a BibTeX file before pandoc reads it: where each entry and field stands, and what is wrong with it.

pandoc passes over what it does not know, keeps one of two entries with the same key, and names no line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kanben.place import Place
from kanben.reading.bib_vocabulary import BIB_FIELDS, BIB_TYPES, DATE_FIELDS, LEFT_BY_PROGRAMS, MONTHS
from kanben.trouble import Tell, nearest, trouble

ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
KEY = re.compile(r"\s*([^\s,{}()\"=]+)\s*(?=[,})])")
FIELD = re.compile(r"\s*,?\s*([^\s=,{}\"()]+)\s*=\s*")
WORD = re.compile(r"[^\s,{}\"#()]+")
GAP = re.compile(r"[\s,]*")
NO_WORKS = ("comment", "preamble", "string")
CLOSING = {"{": "}", "(": ")"}
DAY = r"\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12]\d|3[01]))?)?[?~%]?"
DATE = re.compile(rf"({DAY})?(/({DAY}|\.\.)?)?")
YEAR = re.compile(r"\[?-?\d{1,4}\]?([/–—-]+\d{1,4})?")
MONTH = re.compile(r"0?[1-9]|1[0-2]|[A-Za-z]{3,9}\.?")


class Broken(Exception):
    """An entry that cannot be read on: where, and why."""

    def __init__(self, at: int, problem: str) -> None:
        self.at, self.problem = at, problem
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    value: str
    at: int


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    key: str
    at: int
    fields: tuple[Field, ...]


def look_through(name: str, source: str, tell: Tell) -> dict[str, Place] | None:
    """Give the place of each work by its key, all faults told; nothing where pandoc could not read on."""

    def place(at: int) -> Place:
        return Place(name, source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at))

    try:
        entries = list(entries_of(source))
    except Broken as broken:
        tell(trouble("bad-bibtex", place(broken.at), problem=broken.problem))
        return None
    places: dict[str, Place] = {}
    for entry in entries:
        if entry.key in places:
            tell(trouble("repeated-reference", place(entry.at), key=entry.key))
        places.setdefault(entry.key, place(entry.at))
        if entry.kind not in BIB_TYPES:
            near = nearest(entry.kind, sorted(BIB_TYPES))
            tell(trouble("wrong-value", place(entry.at), near, key="@", value=entry.kind, expected="@book, @article …"))
        for field in entry.fields:
            tell_field(field, place(field.at), tell)
    return places


def tell_field(field: Field, place: Place, tell: Tell) -> None:
    if field.name not in BIB_FIELDS | LEFT_BY_PROGRAMS and not field.name.startswith(("bdsk-", "x-", "opt")):
        tell(trouble("unknown-bib-field", place, nearest(field.name, sorted(BIB_FIELDS)), key=field.name))
    elif not is_good(field):
        expected = "2024 / 2024-03 / 2024-03-01"
        tell(trouble("wrong-value", place, key=field.name, value=field.value[:40], expected=expected))


def is_good(field: Field) -> bool:
    """Tell whether a date is one; other fields may say anything."""
    value = field.value.strip()
    if field.name in DATE_FIELDS:
        return bool(value) and bool(DATE.fullmatch(value))
    if field.name == "year":
        return bool(YEAR.fullmatch(value) or DATE.fullmatch(value))
    if field.name == "month":
        return bool(MONTH.fullmatch(value)) and (value[0].isdigit() or value[:3].lower() in MONTHS)
    return True


# ---- reading -------------------------------------------------------------------------------------------------


def entries_of(source: str) -> Iterator[Entry]:
    """Each entry with its fields; what stands between entries is a comment."""
    at = 0
    while opening := ENTRY.search(source, at):
        kind, bracket = opening[1].lower(), opening[2]
        if kind in NO_WORKS:
            at = end_of_group(source, opening.end() - 1, CLOSING[bracket])
            continue
        key = KEY.match(source, opening.end())
        if not key:
            raise Broken(opening.start(), f"@{opening[1]}{bracket}?,")
        fields, at = fields_of(source, key.end(), CLOSING[bracket], opening.start())
        yield Entry(kind, key[1], key.start(1), fields)


def fields_of(source: str, at: int, closing: str, start: int) -> tuple[tuple[Field, ...], int]:
    """The fields of an entry up to its closing bracket, and where that ends."""
    fields: list[Field] = []
    while True:
        at = end_of(GAP, source, at)
        if source[at : at + 1] == closing:
            return tuple(fields), at + 1
        name = FIELD.match(source, at)
        if not name:
            raise Broken(at if at < len(source) else start, source[at : at + 20].split("\n")[0] or closing)
        value, at = value_of(source, name.end(), name.start(1))
        fields.append(Field(name[1].lower(), value, name.start(1)))


def value_of(source: str, at: int, start: int) -> tuple[str, int]:
    """A value: {…}, "…", a number or a name, several joined by #; and where it ends."""
    said = ""
    while True:
        end = end_of_piece(source, at, start)
        piece = source[at:end]
        said += piece[1:-1] if piece[0] in '{"' else piece
        join = re.compile(r"\s*#\s*").match(source, end)
        if not join:
            return said, end
        at = join.end()


def end_of_piece(source: str, at: int, start: int) -> int:
    if source[at : at + 1] == "{":
        return end_of_group(source, at, "}")
    if source[at : at + 1] == '"':
        return end_of_quoted(source, at)
    word = WORD.match(source, at)
    if not word:
        raise Broken(start, "=")
    return word.end()


def end_of_group(source: str, at: int, closing: str) -> int:
    """Where a group ends; a brace after a backslash is a brace still, as BibTeX counts them."""
    opening, depth = source[at], 0
    for n in range(at, len(source)):
        if source[n] == opening:
            depth += 1
        elif source[n] == closing:
            depth -= 1
            if not depth:
                return n + 1
        elif n > at and depth and source[n] == "@" and ENTRY.match(source, n) and source[:n].rstrip(" \t")[-1:] == "\n":
            break  # the next entry begins at the head of a line: this one was left open
    raise Broken(at, closing)


def end_of_quoted(source: str, at: int) -> int:
    depth = 0
    for n in range(at + 1, len(source)):
        depth += (source[n] == "{") - (source[n] == "}")
        if source[n] == '"' and not depth:
            return n + 1
    raise Broken(at, '"')


def end_of(pattern: re.Pattern[str], source: str, at: int) -> int:
    match = pattern.match(source, at)
    return match.end() if match else at
