"""Choose what a page carries along for its cards: the entries that its terms and citations point to."""

from dataclasses import replace

from kanben.book.bare import bare
from kanben.book.blocks import Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.entries import GlossaryEntry, ReferenceEntry
from kanben.book.inlines import Cite, Term
from kanben.book.node import Node
from kanben.book.walk import rebuild, walk
from kanben.keep import kept

Entry = GlossaryEntry | ReferenceEntry


def entries_of(book: Book) -> dict[str, Entry]:
    """The entries of the glossary and the references, fit to be said twice, by their ids."""
    return {entry.id: entry for part in book.parts for entry in kept(part.id, bare_entries, part)}


def bare_entries(part: Part) -> tuple[Entry, ...]:
    return tuple(rebuild(entry, bare_block) for entry in found_in(part))


def found_in(part: Part) -> tuple[Entry, ...]:
    return tuple(node for node in walk((part,)) if isinstance(node, GlossaryEntry | ReferenceEntry))


def cards_of(entries: dict[str, Entry], part: Part) -> tuple[Entry, ...]:
    """The entries that a part names, in the book's order; a part needs no card of what it holds itself."""
    named = kept(part.id, named_in, part)
    return tuple(entry for entry in entries.values() if entry.id in named)


def named_in(part: Part) -> frozenset[str]:
    """The ids of the entries that a part names, but for those that it holds."""
    named = {target for node in walk((part,)) for target in targets_of(node)}
    return frozenset(named - {entry.id for entry in found_in(part)})


def targets_of(node: Node) -> tuple[str, ...]:
    """The ids of the entries that a node points to."""
    if isinstance(node, Term) and not node.plain:
        return (node.target,)
    return node.targets if isinstance(node, Cite) else ()


def bare_block(node: Node) -> Node:
    if isinstance(node, Paragraph | Plain | ReferenceEntry):
        return replace(node, children=bare(node.children))
    return node
