"""Pair each piece of a book as it was read with the same piece as the passes finished it.

Books are compared as they were read, for there stands what editors typed and nothing that follows from it: one new
section must not mark the numbers of all behind it. What is shown is finished.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any

from kanben.book.book import Book, Part
from kanben.book.entries import Glossary, Index, IndexEntry, ReferenceEntry, References, SeeEntry
from kanben.book.inlines import Image, Note
from kanben.book.node import Inline, Node
from kanben.place import NOWHERE
from kanben.redline.tokens import canonical

Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Twin:
    """One piece, or a tuple of them, twice: `typed` to be compared, `made` to be shown."""

    typed: Any
    made: Any

    def inner(self, name: str) -> "Twin":
        """A field of the piece."""
        return Twin(getattr(self.typed, name), getattr(self.made, name))

    def each(self) -> "list[Twin]":
        """The members of a tuple."""
        return [Twin(typed, made) for typed, made in zip(self.typed, self.made, strict=True)]


def twins_of(read: Book, finished: Book) -> list[Twin]:
    """The parts of a book that were read and that the passes kept."""
    digests = {name: sha256(data).hexdigest() for name, data in read.pictures.items()}
    typed = {part.id: part for part in read.parts}
    return [
        Twin(whole(as_typed(typed[part.id], digests), part, digests), part)
        for part in finished.parts
        if part.id in typed
    ]


def whole(typed: Part, made: Part, digests: Digests) -> Part:
    """A part as it was read, with what passes add at its end: the list of the works that it cites."""
    added = made.blocks[len(typed.blocks) :]
    blocks = (*typed.blocks, *(as_typed(block, digests) for block in added))
    return replace(
        typed, blocks=tuple(listed(block, twin, digests) for block, twin in zip(blocks, made.blocks, strict=True))
    )


def listed(typed: Any, made: Any, digests: Digests) -> Any:
    """The apparatus in the order of its finished entries; of works, and of the index, words are what is printed."""
    match made:
        case Glossary():
            known = {entry.term: entry for entry in typed.entries}
            return replace(typed, entries=tuple(known[entry.term] for entry in made.entries))
        case References() | Index():
            return without_made(as_typed(made, digests))
    return typed


def without_made(value: Any) -> Any:
    """Entries without numbers and places, which follow from the text."""
    if isinstance(value, tuple):
        return tuple(map(without_made, value))
    match value:
        case References():
            return replace(value, entries=without_made(value.entries))
        case Index():
            groups = (replace(group, id="", entries=without_made(group.entries)) for group in value.groups)
            return replace(value, groups=tuple(groups))
        case ReferenceEntry():
            return replace(value, label="", id="", uses=(), spot=0)
        case IndexEntry():
            entries, see, also = without_made(value.entries), unled(value.see), unled(value.see_also)
            return replace(value, id="", locators=(), entries=entries, see=see, see_also=also)
    return value


def unled(entries: tuple[SeeEntry, ...]) -> tuple[SeeEntry, ...]:
    return tuple(replace(entry, target="") for entry in entries)


def as_typed(value: Any, digests: Digests) -> Any:
    """A piece without its places in files, the names of its notes and of the files of its pictures."""
    if isinstance(value, tuple):
        items = tuple(as_typed(item, digests) for item in value)
        return canonical(items) if items and isinstance(items[0], Inline) else items
    if not isinstance(value, Node):
        return value
    told: dict[str, Any] = {name: as_typed(getattr(value, name), digests) for name in names_of(value)}
    match value:
        case Note():
            told["name"] = ""
        case Image(source):
            told["source"] = digests.get(source, source)
    return replace(value, **told, place=NOWHERE)


NAMES: dict[type, tuple[str, ...]] = {}


def names_of(node: Node) -> tuple[str, ...]:
    """The fields of a node that may hold nodes, also those that a walk passes by."""
    kind = type(node)
    if kind not in NAMES:
        NAMES[kind] = tuple(field.name for field in fields(kind) if field.type is not str and field.name != "place")
    return NAMES[kind]
