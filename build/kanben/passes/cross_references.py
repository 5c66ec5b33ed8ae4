"""Resolve the links within the book."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from posixpath import dirname, normpath
from urllib.parse import unquote

from kanben.book.blocks import Equation, Figure, FigureGroup, Heading, Paragraph, Plain, Table
from kanben.book.book import Book, Part
from kanben.book.chinese import in_title_marks
from kanben.book.inlines import CrossReference, Note, Text
from kanben.book.node import Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.keep import Ask, kept, kept_asking
from kanben.trouble import Tell, nearest, trouble

FILE = re.compile(r"\.(md|markdown)(#.*)?$", re.I)
Target = Heading | Figure | FigureGroup | Table | Equation


def resolve_cross_references(book: Book, tell: Tell) -> Book:
    """Point each `[](#name)` at what the author named so, else at what was given that id, and give it words."""
    found = [target for part in book.parts for target in kept(part.id, targets_in, part)]
    names = named(found, tell)
    targets = {target.id: target for target in found} | names
    for link in (link for part in book.parts for link in kept(part.id, links_in, part)):
        if link.target not in targets:
            tell_unknown(link, book, names, tell)
    parts = tuple(kept_asking(part.id, targets.get, resolve_part, part) for part in book.parts)
    unchanged = all(new is old for new, old in zip(parts, book.parts, strict=True))
    return book if unchanged else replace(book, parts=parts)


def targets_in(part: Part) -> tuple[Target, ...]:
    return tuple(node for node in walk(part) if isinstance(node, Target))


def links_in(part: Part) -> tuple[CrossReference, ...]:
    return tuple(node for node in walk(part) if isinstance(node, CrossReference))


def resolve_part(part: Part, ask: Ask) -> Part:
    """The part with its links resolved; `ask` gives the target of a name, or None."""

    def resolve(node: Node) -> Node:
        target: Target | None = ask(node.target) if isinstance(node, CrossReference) else None
        if not target or not isinstance(node, CrossReference):
            return node
        return replace(node, target=target.id, children=node.children or words_for(target))

    return with_ids(rebuild(part, resolve))


def tell_unknown(link: CrossReference, book: Book, names: dict[str, Target], tell: Tell) -> None:
    """Tell of a link to a file with the link that is meant; of an unknown name where all names are known."""
    if FILE.search(link.target):
        words, meant = text_of(link.children), meant_by(link, book, names)
        near = f"[{words}](#{meant})" if meant else ""
        tell(trouble("link-to-file", link.place, near=near, target=link.target, words=words))
    elif book.whole:
        tell(trouble("unknown-target", link.place, near=nearest(link.target, names), name=link.target))


def meant_by(link: CrossReference, book: Book, names: dict[str, Target]) -> str:
    """The name that a link to a file should have: of a heading that is called so, else of the part from that file."""
    file, _, place = link.target.partition("#")
    place = unquote(place)
    if place in names:
        return place
    paths = {file, normpath(f"{dirname(link.place.file)}/{file}")}
    for part in (part for part in book.parts if part.place.file in paths):
        headings = (part.heading, *(block for block in part.blocks if isinstance(block, Heading)))
        called = (heading for heading in headings if slug(text_of(heading)) == slug(place))
        heading = next(called, None) if place else part.heading
        if heading:
            return heading.name or heading.id
    return nearest(place, names)


def slug(words: str) -> str:
    """A heading's words as other programs make an id of them."""
    return "".join(filter(str.isalnum, words)).lower()


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


def named(targets: Iterable[Target], tell: Tell) -> dict[str, Target]:
    """What authors named, by name; a name given twice is told at the second place."""
    found: dict[str, Target] = {}
    for node in targets:
        if not node.name:
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
    return (Text(label or in_title_marks(text_of(target.children)) if isinstance(target, Heading) else label),)
