"""Choose what a page carries along for its cards: the entries that its terms and citations point to."""

from dataclasses import replace

from kanben.book.book import Book, Part
from kanben.book.nodes import (
    Cite,
    CrossReference,
    Foreign,
    GlossaryEntry,
    Inline,
    Inlines,
    Link,
    Node,
    Note,
    PageBreak,
    Paragraph,
    Plain,
    ReferenceEntry,
    Styled,
    Term,
)
from kanben.book.walk import rebuild, walk

Entry = GlossaryEntry | ReferenceEntry


def bare(inlines: Inlines) -> Inlines:
    """The words alone, with their dress but without notes, page marks, links and ids: fit to be said twice."""
    found: list[Inline] = []
    for node in inlines:
        match node:
            case Note() | PageBreak():
                continue
            case Term() | Cite() | CrossReference() | Link():
                found.extend(bare(node.children))
            case Styled() | Foreign():
                found.append(replace(node, children=bare(node.children)))
            case _:
                found.append(node)
    return tuple(found)


def cards_of(book: Book, part: Part) -> tuple[Entry, ...]:
    """The entries that a part names, in the book's order; a part needs no card of what it holds itself."""
    named = targets_of(part)
    others = tuple(other for other in book.parts if other.id != part.id)
    entries = (node for node in walk(others) if isinstance(node, GlossaryEntry | ReferenceEntry))
    return tuple(rebuild(entry, bare_block) for entry in entries if entry.id in named)


def targets_of(part: Part) -> set[str]:
    """The ids that the terms and citations of a part point to."""
    found: set[str] = set()
    for node in walk((part,)):
        if isinstance(node, Term) and not node.plain:
            found.add(node.target)
        elif isinstance(node, Cite):
            found.update(node.targets)
    return found


def bare_block(node: Node) -> Node:
    if isinstance(node, Paragraph | Plain | ReferenceEntry):
        return replace(node, children=bare(node.children))
    return node
