"""Read the works of a title: CSL-YAML, CSL-JSON or BibTeX, each work with the line where it stands."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any

from kanben.book.entries import ReferenceEntry
from kanben.book.inlines import Text
from kanben.limits import WORKS
from kanben.pandoc.program import run_pandoc
from kanben.place import Place
from kanben.reading.addresses import is_of_the_web
from kanben.reading.bibtex import look_through
from kanben.reading.csl_vocabulary import DATES, KEYS, NAME_KEYS, NAMES, OURS, TYPES
from kanben.reading.decode import decode
from kanben.reading.yaml_marks import Marked, Path, load_marked
from kanben.trouble import Stop, Tell, nearest, too_much, trouble

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/+-]*")
DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
NUMBER = re.compile(r"-?\d{1,4}")
Item = dict[str, object]
Works = tuple[list[Item], tuple[ReferenceEntry, ...]]
OFTEN_USED = "id, type, title, author, container-title, publisher, issued, volume, issue, page, URL, language …"


def read_references(name: str, data: bytes, tell: Tell) -> Works:
    """Give the works as CSL-JSON items and as entries of the list; what is not CSL is told at its line."""
    marked = load_bib(name, data, tell) if name.endswith(".bib") else load_csl(name, data, tell)
    if marked is None:
        return [], ()
    start: Path = ("references",) if isinstance(marked.value, dict) else ()
    works = marked.value.get("references") if isinstance(marked.value, dict) else marked.value
    if works is None and not marked.value:
        return [], ()
    if not isinstance(works, list):
        tell(trouble("bad-references", marked.place(*start), problem="this is no list"))
        return [], ()
    if len(works) > WORKS.most:
        tell(too_much(WORKS, len(works), marked.place(*start, WORKS.most)))
        return [], ()
    reader = Reader(marked, tell, set())
    read = [reader.work(work, (*start, n)) for n, work in enumerate(works)]
    return [item for item, _ in filter(None, read)], tuple(entry for _, entry in filter(None, read))


def load_csl(name: str, data: bytes, tell: Tell) -> Marked | None:
    """Load YAML, or JSON, which is YAML but for its tabs; both keep their lines."""
    return load_marked(data.replace(b"\t", b" ") if name.endswith(".json") else data, name, tell)


def load_bib(name: str, data: bytes, tell: Tell) -> Marked | None:
    """Have pandoc read BibTeX or BibLaTeX; where each work stands, and what is wrong, is found beforehand."""
    source = decode(data, name, tell)
    lines = look_through(name, source, tell) if source is not None else None
    if source is None or lines is None:
        return None
    try:
        works = json.loads(run_pandoc(["-f", "biblatex", "-t", "csljson"], source.encode(), Place(name)))
    except Stop as stop:
        for fault in stop.troubles:
            tell(fault)
        return None
    places: dict[Path, Place] = {(n,): lines.get(work["id"], Place(name)) for n, work in enumerate(works)}
    return Marked([{**work, "type": work.get("type") or "document"} for work in works], name, places)  # @misc has none


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads work by work and knows the keys that are taken."""

    marked: Marked
    tell: Tell
    keys: set[str]

    def work(self, work: Any, path: Path) -> tuple[Item, ReferenceEntry] | None:
        """Give a work as CSL and as an entry; nothing, having told why, where it has no key."""
        place = self.marked.place(*path)
        if not isinstance(work, dict):
            self.wrong("work", work, "id, type, title", path)
            return None
        key = self.key(work, path)
        if not key:
            return None
        verbatim = self.words(work, "verbatim", "the manuscript's own words", path)
        self.needs(work, verbatim, path)
        item = {name: self.value(name, value, (*path, name)) for name, value in work.items() if name not in OURS}
        whole = {"type": "document", "title": verbatim, **item, "id": key}
        words = (Text(verbatim, place=self.marked.place(*path, "verbatim")),) if verbatim else ()
        sort = self.words(work, "sort", "shan xiaoli", path)
        return whole, ReferenceEntry(key, words, further=self.further(work, path), sort=sort, place=place)

    def key(self, work: Item, path: Path) -> str:
        key = work.get("id", "")
        if "id" not in work:
            self.tell(trouble("missing-key", self.marked.place(*path), key="id"))
        elif not isinstance(key, str) or not KEY.fullmatch(key):
            self.tell(trouble("bad-reference-key", self.marked.place(*path, "id"), key=key))
        elif key in self.keys:
            self.tell(trouble("repeated-reference", self.marked.place(*path, "id"), key=key))
        else:
            self.keys.add(key)
            return key
        return ""

    def words(self, work: Item, name: str, expected: str, path: Path) -> str:
        words = work.get(name, "")
        if not isinstance(words, str):
            self.wrong(name, words, expected, (*path, name))
            return ""
        return words.strip()

    def further(self, work: Item, path: Path) -> bool:
        further = work.get("further-reading", False)
        if not isinstance(further, bool):
            self.wrong("further-reading", further, "true", (*path, "further-reading"))
        return further is True

    def needs(self, work: Item, verbatim: str, path: Path) -> None:
        """Tell what a work lacks; one that is printed verbatim needs neither title nor type."""
        for name in ("type", "title"):
            if not verbatim and not work.get(name):
                self.tell(trouble("missing-key", self.marked.place(*path), key=name))

    def value(self, name: str, value: Any, path: Path) -> object:
        """Check one variable by its kind, and bring dates into the one form that citeproc takes."""
        if name not in KEYS:
            self.tell(
                trouble("unknown-key", self.marked.place(*path), near=nearest(name, KEYS), key=name, known=OFTEN_USED)
            )
        elif name in NAMES:
            return list(self.names(name, value, path))
        elif name in DATES:
            return self.date(name, value, path)
        elif not is_plain(value):
            self.wrong(name, value, "a text", path)
            return ""
        elif name == "type" and value not in TYPES:
            self.wrong("type", value, "a CSL type", path, near=nearest(str(value), TYPES))
        elif name == "URL" and not is_of_the_web(str(value)):
            self.wrong("URL", value, "https://…", path)
        return value

    def names(self, name: str, people: Any, path: Path) -> Iterator[Item]:
        """Give the people of a list that can be named; the others are told."""
        if not isinstance(people, list):
            self.wrong(name, people, "[{family: …, given: …}] / [{literal: …}]", path)
            return
        for n, person in enumerate(people):
            if not is_person(person):
                self.wrong(name, person, "{family: …, given: …} / {literal: …}", (*path, n))
                continue
            yield person
            for key in sorted(person.keys() - NAME_KEYS):
                place = self.marked.place(*path, n, key)
                self.tell(
                    trouble(
                        "unknown-key", place, near=nearest(key, NAME_KEYS), key=key, known=", ".join(sorted(NAME_KEYS))
                    )
                )

    def date(self, name: str, value: Any, path: Path) -> object:
        """Give {"date-parts": [[2024, 3, 1]]} for 2024, 2024-03, 2024-03-01 and 2024-03/2024-05 as well."""
        if isinstance(value, dict) and isinstance(value.get("raw"), str):
            value = value["raw"]  # so some programs export it
        if isinstance(value, dict) and (
            is_date_parts(value.get("date-parts")) or isinstance(value.get("literal"), str)
        ):
            return value
        sides = [DAY.fullmatch(side) for side in str(value).split("/")] if isinstance(value, str | int) else []
        if not 1 <= len(sides) <= 2 or not all(sides):
            self.wrong(name, value, "2024 / 2024-03 / 2024-03-01", path)
            return {"literal": ""}
        return {"date-parts": [[int(part) for part in side.groups() if part] for side in sides if side]}

    def wrong(self, name: str, value: object, expected: str, path: Path, near: str = "") -> None:
        shown = str(value)[:40]
        self.tell(trouble("wrong-value", self.marked.place(*path), near, key=name, value=shown, expected=expected))


def is_plain(value: Any) -> bool:
    """Tell whether a value is a text or a number that JSON can hold."""
    return (
        isinstance(value, str | int | float)
        and not isinstance(value, bool)
        and (isinstance(value, str) or isfinite(value))
    )


def is_person(value: Any) -> bool:
    """Tell whether a value has a name, and no lists or maps for one; particles are also switched on and off."""
    if not isinstance(value, dict) or not {"family", "literal"} & value.keys():
        return False
    return all(isinstance(said, bool) or is_plain(said) for said in value.values())


def is_date_parts(value: Any) -> bool:
    """Tell whether a value is one date or two: [[2024, 3, 1]]."""
    if not isinstance(value, list) or not 1 <= len(value) <= 2:
        return False
    return all(isinstance(date, list) and is_date(date) for date in value)


def is_date(date: list[Any]) -> bool:
    if not 1 <= len(date) <= 3 or not all(NUMBER.fullmatch(str(part)) for part in date):
        return False
    return all(0 < int(part) <= limit for part, limit in zip(date[1:], (12, 31), strict=False))
