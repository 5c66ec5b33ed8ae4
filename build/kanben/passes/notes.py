"""Number the notes, and let all calls of one note share it."""

from dataclasses import replace
from itertools import count

from kanben.book.book import Book, Part
from kanben.book.inlines import Note
from kanben.book.node import Node
from kanben.book.walk import rebuild
from kanben.keep import kept
from kanben.trouble import Tell


def share_notes(book: Book, tell: Tell) -> Book:
    """Leave a note's words at its first call in a part only, so that terms and works in them count once."""
    return replace(book, parts=tuple(kept(part.id, share_in_part, part) for part in book.parts))


def share_in_part(part: Part) -> Part:
    known: set[tuple[str, str]] = set()

    def share(node: Node) -> Node:
        if not isinstance(node, Note) or not node.name:
            return node
        key = node.place.file, node.name
        if key in known:
            return replace(node, blocks=())
        known.add(key)
        return node

    shared: Part = rebuild(part, share)
    return shared


def number_notes(book: Book, tell: Tell) -> Book:
    """Give each note its id (n12, over the whole book) and its number in its part; print counts by page itself."""
    parts, calls = [], 0
    for part in book.parts:
        numbered, calls = kept(part.id, number_in_part, part, calls)
        parts.append(numbered)
    return replace(book, parts=tuple(parts))


def number_in_part(part: Part, calls: int) -> tuple[Part, int]:
    """The part with its notes numbered, and how many calls there are up to its end; `calls` are those before it."""
    numbers = count(1)
    first: dict[tuple[str, str], Note] = {}

    def number(node: Node) -> Node:
        nonlocal calls
        if not isinstance(node, Note):
            return node
        calls += 1
        known = first.get((node.place.file, node.name))
        if known and not node.blocks:
            return replace(node, id=f"n{calls}", number=known.number, same=known.id)
        numbered = replace(node, id=f"n{calls}", number=next(numbers))
        if node.name:
            first[node.place.file, node.name] = numbered
        return numbered

    numbered_part: Part = rebuild(part, number)
    return numbered_part, calls
