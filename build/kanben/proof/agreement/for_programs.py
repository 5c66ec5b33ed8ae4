"""Read what a web edition's files for reference managers state of the book: CSL-JSON, RIS, BibTeX."""

import re
from collections.abc import Iterator

from kanben.place import Place
from kanben.proof.agreement.said import Fact
from kanben.proof.agreement.stated import data_in, fact, values

FILES = ("cite.json", "cite.ris", "cite.bib")
WITHIN = 3
TAGS = {
    "TI": "title",
    "AU": "creator",
    "ED": "creator",
    "A4": "creator",
    "PB": "publisher",
    "SN": "identifier",
    "DO": "identifier",
    "LA": "language",
    "DA": "date",
}
RIS_ROW = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
BIBTEX_ROW = re.compile(r"\s*(\w+) = \{(.*)\},?")
BETWEEN = re.compile(r"\}\s+and\s+\{")
NAMED = frozenset(("author", "editor", "translator"))


def files_state(name: str, text: str) -> Iterator[Fact]:
    """Give the facts of a file by the format that its name says."""
    if name.endswith(".json"):
        for called, words in values(data_in(text), WITHIN):
            yield from fact(called, words, Place(name), True)
    elif name.endswith(".ris"):
        for number, row in enumerate(text.splitlines(), 1):
            if said := RIS_ROW.fullmatch(row.strip("\r")):
                yield from fact(TAGS.get(said[1], ""), said[2], Place(name, number), True)
    elif name.endswith(".bib"):
        for number, row in enumerate(text.splitlines(), 1):
            if said := BIBTEX_ROW.fullmatch(row):
                for words in BETWEEN.split(said[2]) if said[1] in NAMED else [said[2]]:
                    yield from fact(said[1], words.strip("{}"), Place(name, number), True)
