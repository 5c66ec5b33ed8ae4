"""Tell where in the source something of a finished edition comes from."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kanben.messages import Language
from kanben.place import NOWHERE, Place
from kanben.proof.outside.spots import root_of
from kanben.proof.source import Sources
from kanben.trouble import Trouble

Sourced = Callable[[Place, str], Place | None]
"""Gives the source's place of a place in an edition, or of words that stand there; nothing where nobody knows."""
Read = Callable[[str], bytes | None]
"""Gives a file of an edition by its name."""

SOURCE: dict[Language, str] = {"en": "    source: {place}", "zh": "    书稿：{place}"}

OF_RECORD = frozenset(("lost-fact", "other-fact", "other-leaf"))


def unknown(place: Place, words: str) -> None:
    """What is said of a file whose title nobody named."""


def sourced_by(sources: Sources, title: Path, read: Read) -> Sourced:
    """Look places up: first by the element on the line, then by words."""
    roots: dict[str, object] = {}

    def sourced(place: Place, words: str) -> Place | None:
        if place.file not in roots:
            data = read(place.file) if place.line else None
            roots[place.file] = root_of(data, place.file) if data else None
        root = roots[place.file]
        found = sources.of_words(words) if words else None
        found = found or of_file(title, place, read)
        if found is None and root is not None:
            found = sources.of_line(root, place.line)
        return Place(str(title / found.file), found.line) if found else None

    return sourced


def of_file(title: Path, place: Place, read: Read) -> Place | None:
    """A picture lies in the title under the name that it has in the edition: on the same line, if it is the same."""
    name = place.file.removeprefix("EPUB/")
    if not (title / name).is_file():
        return None
    return Place(name, place.line if read(place.file) == (title / name).read_bytes() else 0)


def sourced_by_pages(sources: Sources, title: Path, folios: Sequence[str]) -> Sourced:
    """Look places of a PDF up: by words, else by the page (from 1), which a place has instead of a line."""

    def sourced(place: Place, words: str) -> Place | None:
        folio = folios[place.line - 1] if 0 < place.line <= len(folios) else ""
        found = (sources.of_words(words) if words else None) or sources.pages.get(folio)
        return Place(str(title / found.file), found.line) if found else None

    return sourced


def fault_words(fault: Trouble) -> str:
    """The words of the book that a trouble quotes; facts of publication may be anywhere in it as well."""
    facts = dict(fault.facts)
    return "" if fault.code in OF_RECORD else facts.get("words", "").rstrip("…")


def source_line(place: Place | None, language: Language) -> Iterator[str]:
    if place:
        yield SOURCE[language].format(place=place)


def source_facts(place: Place | None) -> dict[str, object]:
    """The place for machines; nothing where it is not known."""
    found = place or NOWHERE
    return {"source": {"file": found.file, "line": found.line}} if place else {}
