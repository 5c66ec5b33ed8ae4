"""Split a part that makes too large a file into parts of the same kind: reading systems choke on long documents.

A part is cut before a section, else between blocks, long lists of entries between entries. Each piece is a part of its
own (ch03, ch03-2), so that links, notes and files come out as for any other; only the first has the heading.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from typing import TypeVar

from kanben.book.bare import bare
from kanben.book.blocks import CodeBlock, Heading, List, Paragraph, Plain
from kanben.book.book import Book, Part
from kanben.book.entries import Glossary, Index, IndexEntry, IndexGroup, References, SeeEntry
from kanben.book.inlines import Cite, Note, PageBreak, Term, Text
from kanben.book.node import Block, Blocks, Node
from kanben.book.walk import rebuild, walk
from kanben.editions.notes import words_at_call
from kanben.keep import kept

BUDGET = 240_000
"""Bytes of a file, as they are guessed beforehand; the guess is high, and the file shall stay below 300 kB."""
MARKUP = {
    Text: 0,
    Plain: 0,
    Paragraph: 10,
    PageBreak: 120,
    Term: 180,
    Cite: 220,
    Note: 500,
    IndexEntry: 220,
    SeeEntry: 160,
}
TAGS = 60
"""Bytes that the markup of a node takes: of these kinds, and of any other."""
LINE, PIECE = 50, 25
"""The same of a line of code and of each piece of it."""
Words = Callable[[Note], Blocks]
Piece = TypeVar("Piece", bound=Node)


def split(book: Book) -> Book:
    """The book with its large parts in pieces; the same book where none is too large."""
    if all(kept(part.id, weight, part) <= BUDGET for part in book.parts):
        return book
    words = words_at_call(book)
    return replace(book, parts=tuple(piece for part in book.parts for piece in pieces(part, words)))


def is_continued(part: Part) -> bool:
    """Whether a part is a later piece, which has no heading to be linked to."""
    return not part.heading.id


def pieces(part: Part, words: Words) -> Iterator[Part]:
    if weight(part) <= BUDGET:
        yield part
        return
    heading = replace(part.heading, id="", before=(), children=bare(part.heading.children))
    first, *others = packed(units(part.blocks))
    yield replace(part, blocks=first)
    for number, blocks in enumerate(others, 2):
        yield replace(part, id=f"{part.id}-{number}", heading=heading, blocks=with_own_notes(blocks, words))


def weight(value: object) -> int:
    """Guess how many bytes a part or some blocks take."""
    return sum(MARKUP.get(type(node), TAGS) + said(node) for node in walk(value))


def said(node: Node) -> int:
    pieces = sum(LINE + PIECE * len(line) for line in node.lines) if isinstance(node, CodeBlock) else 0
    values = (getattr(node, field.name) for field in fields(node) if field.name != "place")
    return pieces + sum(len(value.encode()) for value in values if isinstance(value, str))


# ---- where a part may be cut ---------------------------------------------------------------------------------


def units(blocks: Blocks) -> Iterator[Blocks]:
    """What must stand together: sections, or where one is too large its blocks, each with the headings before it."""
    for section in sections(blocks):
        if weight(section) <= BUDGET:
            yield section
        else:
            yield from headed(smaller for block in section for smaller in parted(block))


def sections(blocks: Blocks) -> Iterator[Blocks]:
    count = 0

    def section(block: Block) -> int:
        nonlocal count
        count += isinstance(block, Heading) and block.level <= 2
        return count

    for _, group in groupby(blocks, section):
        yield tuple(group)


def headed(blocks: Iterable[Block]) -> Iterator[Blocks]:
    waiting: Blocks = ()
    for block in blocks:
        waiting = (*waiting, block)
        if not isinstance(block, Heading):
            yield waiting
            waiting = ()
    if waiting:
        yield waiting


def parted(block: Block) -> Iterator[Block]:
    """A list or apparatus as several ones, where it is too large itself."""
    if weight(block) <= BUDGET:
        yield block
        return
    match block:
        case List(items=all_items, start=start):
            for items in packed((item,) for item in all_items):
                yield replace(block, items=items, start=start)
                start += len(items)
        case Glossary(all_terms):
            yield from (replace(block, entries=terms) for terms in packed((term,) for term in all_terms))
        case References(all_works):
            yield from (replace(block, entries=works) for works in packed((work,) for work in all_works))
        case Index(all_groups):
            whole = tuple(smaller for group in all_groups for smaller in grouped(group))
            yield from (replace(block, groups=groups) for groups in packed((group,) for group in whole))
        case _:
            yield block


def grouped(group: IndexGroup) -> Iterator[IndexGroup]:
    """A group of the index as several ones of the same head, where it is too large itself."""
    for number, entries in enumerate(packed((entry,) for entry in group.entries), 1):
        yield (
            replace(group, entries=entries)
            if number == 1
            else IndexGroup(group.head, entries, id=f"{group.id}-{number}", place=group.place)
        )


def groups_of_index(book: Book) -> tuple[IndexGroup, ...]:
    """The groups of the whole index, wherever they stand: where its row of heads leads."""
    return tuple(
        group for part in book.parts for block in part.blocks if isinstance(block, Index) for group in block.groups
    )


def packed(units: Iterable[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """Fill files with units, each as far as it goes."""
    found: list[list[Piece]] = []
    room = 0
    for unit in units:
        need = weight(unit)
        if need > room:
            found.append([])
            room = BUDGET
        found[-1].extend(unit)
        room -= need
    return [tuple(each) for each in found]


# ---- notes ---------------------------------------------------------------------------------------------------


def with_own_notes(blocks: Blocks, words: Words) -> Blocks:
    """Give a piece the words of each note that it calls: the first call there takes over a note of an earlier piece."""
    here = {node.id: node.id for node in walk(blocks) if isinstance(node, Note) and not node.same}

    def own(node: Node) -> Node:
        if not isinstance(node, Note) or not node.same:
            return node
        if node.same in here:
            return replace(node, same=here[node.same])
        here[node.same] = node.id
        return replace(node, blocks=words(node), same="")

    changed: Blocks = rebuild(blocks, own)
    return changed
