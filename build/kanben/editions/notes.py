"""Which notes a part has, which calls share one of them, and with which mark each is called."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from kanben.book.book import Book, Part
from kanben.book.inlines import Cite, IndexMark, Note, Term
from kanben.book.node import Blocks, Node
from kanben.book.walk import rebuild, walk

CIRCLED = "".join(
    chr(first + step) for first, count in ((0x2460, 20), (0x3251, 15), (0x32B1, 15)) for step in range(count)
)
"""① to ㊿."""


def notes_of(part: Part) -> tuple[Note, ...]:
    """The notes of a part, each once, in the order of their first calls."""
    return tuple(node for node in walk(part) if isinstance(node, Note) and not node.same)


def later_calls(part: Part) -> dict[str, tuple[str, ...]]:
    """Note id -> the ids of the calls that share this note, without the first."""
    calls: dict[str, tuple[str, ...]] = {}
    for node in walk(part):
        if isinstance(node, Note) and node.same:
            calls[node.same] = (*calls.get(node.same, ()), node.id)
    return calls


def words_at_call(book: Book) -> Callable[[Note], Blocks]:
    """Give a function that gives a note's words at any of its calls; ids within them belong to the first."""

    @cache
    def notes() -> dict[str, Note]:  # few books share any
        return {node.id: node for node in walk(book) if isinstance(node, Note)}

    def words(note: Note) -> Blocks:
        if not note.same:
            return note.blocks
        blocks: Blocks = rebuild(notes()[note.same].blocks, without_id)
        return blocks

    return words


def without_id(node: Node) -> Node:
    return replace(node, id="") if isinstance(node, Term | Cite | IndexMark) else node


def note_mark(number: int) -> str:
    """The mark of the nth note, of a page in print and of a part elsewhere; beyond ㊿ it is [51]."""
    return CIRCLED[number - 1] if 1 <= number <= len(CIRCLED) else f"[{number}]"
