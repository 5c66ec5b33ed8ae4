"""Which notes a part has, and which calls share one of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from kanben.book.book import Book, Part
from kanben.book.inlines import Cite, IndexMark, Note, Term
from kanben.book.node import Blocks, Node
from kanben.book.walk import rebuild, walk


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
