"""Choose what a page carries along for its cards: the entries that its terms and citations point to."""

from dataclasses import replace

from kanben.book.bare import bare
from kanben.book.blocks import Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.entries import GlossaryEntry, ReferenceEntry
from kanben.book.inlines import Cite, Term
from kanben.book.node import Node
from kanben.book.walk import rebuild, walk

Entry = GlossaryEntry | ReferenceEntry


def entries_of(book: Book) -> dict[str, Entry]:
    """The entries of the glossary and the references, fit to be said twice, by their ids."""
    entries = (node for node in walk(book) if isinstance(node, GlossaryEntry | ReferenceEntry))
    return {entry.id: rebuild(entry, bare_block) for entry in entries}


def cards_of(entries: dict[str, Entry], part: Part) -> tuple[Entry, ...]:
    """The entries that a part names, in the book's order; a part needs no card of what it holds itself."""
    nodes = tuple(walk((part,)))
    named = {target for node in nodes for target in targets_of(node)}
    held = {node.id for node in nodes if isinstance(node, GlossaryEntry | ReferenceEntry)}
    return tuple(entry for entry in entries.values() if entry.id in named - held)


def targets_of(node: Node) -> tuple[str, ...]:
    """The ids of the entries that a node points to."""
    if isinstance(node, Term) and not node.plain:
        return (node.target,)
    return node.targets if isinstance(node, Cite) else ()


def bare_block(node: Node) -> Node:
    if isinstance(node, Paragraph | Plain | ReferenceEntry):
        return replace(node, children=bare(node.children))
    return node
