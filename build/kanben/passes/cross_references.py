"""Resolve the links within the book."""

from dataclasses import replace
from itertools import count

from kanben.book.blocks import Equation, Figure, FigureGroup, Heading, Paragraph, Plain, Table
from kanben.book.book import Book, Part
from kanben.book.inlines import CrossReference, Note, Text
from kanben.book.node import Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.trouble import Tell, nearest, trouble

Target = Heading | Figure | FigureGroup | Table | Equation


def resolve_cross_references(book: Book, tell: Tell) -> Book:
    """Point each `[](#name)` at what the author named so, and give it that thing's label for words."""
    targets = named(book, tell)
    ids = {node.id for part in book.parts for node in walk(part) if isinstance(node, Target)}

    def resolve(node: Node) -> Node:
        if not isinstance(node, CrossReference) or node.target in ids:
            return node
        if node.target not in targets:
            if book.whole:
                tell(trouble("unknown-target", node.place, near=nearest(node.target, targets), name=node.target))
            return node
        target = targets[node.target]
        return replace(node, target=target.id, children=node.children or words_for(target))

    resolved: Book = rebuild(book, resolve)
    parts = tuple(map(with_ids, resolved.parts))
    unchanged = all(new is old for new, old in zip(parts, resolved.parts, strict=True))
    return resolved if unchanged else replace(resolved, parts=parts)


def with_ids(part: Part) -> Part:
    """Give each reference of the running text its id; those in notes, headings and captions are left without."""
    numbers = count(1)

    def give(node: Node) -> Node:
        if not isinstance(node, Paragraph | Plain) or not any(
            isinstance(word, CrossReference) for word in node.children
        ):
            return node
        children = tuple(
            replace(word, id=f"{part.id}-x{next(numbers)}") if isinstance(word, CrossReference) else word
            for word in node.children
        )
        return replace(node, children=children)

    in_notes = {id(inner) for node in walk(part) if isinstance(node, Note) for inner in walk(node)}
    given: Part = rebuild(part, lambda node: node if id(node) in in_notes else give(node))
    return given


def named(book: Book, tell: Tell) -> dict[str, Target]:
    """What authors named, by name; a name given twice is told at the second place."""
    found: dict[str, Target] = {}
    for node in walk(book):
        if not isinstance(node, Target) or not node.name:
            continue
        if node.name in found:
            tell(trouble("repeated-name", node.place, name=node.name, first=found[node.name].place))
        found.setdefault(node.name, node)
    return found


def words_for(target: Target) -> tuple[Text]:
    """第二章, 图2-1, 图2-1(a), 式(2-1), 1.1, 一 (not 一、); the title of what has no number."""
    if isinstance(target, Equation):
        return (Text(f"式{target.label}"),)
    if isinstance(target, Figure) and target.reference:
        return (Text(target.reference),)
    label = target.label.rstrip("、.")
    return (Text(label or f"《{text_of(target.children)}》" if isinstance(target, Heading) else label),)
