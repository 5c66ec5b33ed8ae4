"""Link the words that the glossary explains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from kanben.book.book import Book, Part
from kanben.book.entries import GlossaryEntry, Use
from kanben.book.nodes import (
    Block,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    Node,
    Paragraph,
    Plain,
    Quote,
    Styled,
    Term,
    Text,
)
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.trouble import Tell, nearest, trouble

QUOTED_TITLE = re.compile("《[^》]*》")
LATIN = "[A-Za-z0-9]"
Linked = TypeVar("Linked", bound=Node)
LINKED_PARTS = ("chapter", "preface", "conclusion", "other")


def link_glossary(book: Book, tell: Tell) -> Book:
    """Link the first use of each term in a section to its entry, longest term first, and list the uses.

    Headings, notes, epigraphs, captions, links and quoted titles stay unlinked; {.term} forces and {.plain} forbids.
    """
    entries = [node for node in walk(book) if isinstance(node, GlossaryEntry)]
    if not entries:  # where a part could not be read, it may have been the glossary
        unlinked: Book = rebuild(book, lambda node: refuse_term(node, (), tell)) if book.whole else book
        return unlinked
    named = tuple(replace(entry, id=f"t{n}") for n, entry in enumerate(entries, 1))
    linker = Linker(named, tell)
    parts = tuple(linker.link_part(part) if part.kind in LINKED_PARTS else part for part in book.parts)
    for entry in named:
        if book.whole and not linker.uses[entry.id]:
            tell(trouble("unused-term", entry.place, term=entry.term))
    finished = {entry.term: replace(entry, uses=tuple(linker.uses[entry.id])) for entry in named}

    def finish(node: Node) -> Node:
        return finished[node.term] if isinstance(node, GlossaryEntry) else refuse_term(node, finished, tell)

    linked: Book = rebuild(replace(book, parts=parts), finish)
    return linked


def refuse_term(node: Node, known: "tuple[()] | dict[str, GlossaryEntry]", tell: Tell) -> Node:
    """A word marked {.term} that no entry explains."""
    if isinstance(node, Term) and not node.target and not node.plain:
        word = text_of(node.children)
        tell(trouble("unknown-term", node.place, near=nearest(word, known), term=word))
    return node


def whole_word(name: str) -> str:
    """A pattern for a name; one that begins or ends in Latin is no part of a longer word: AI, but not in AIM."""
    before = f"(?<!{LATIN})" if re.match(LATIN, name) else ""
    after = f"(?!{LATIN})" if re.match(LATIN, name[-1]) else ""
    return before + re.escape(name) + after


@dataclass
class Linker:
    """Links part by part and remembers each use."""

    entries: tuple[GlossaryEntry, ...]
    tell: Tell

    def __post_init__(self) -> None:
        self.ids = {name: entry.id for entry in self.entries for name in (entry.term, *entry.also)}
        longest_first = sorted(self.ids, key=len, reverse=True)
        self.words = re.compile("|".join(map(whole_word, longest_first)))
        self.uses: dict[str, list[Use]] = {entry.id: [] for entry in self.entries}
        self.seen: set[str] = set()

    def link_part(self, part: Part) -> Part:
        """A section runs from one heading to the next."""
        blocks: list[Block] = []
        label = part.heading.label or text_of(part.heading.children)
        self.seen = set()
        for block in part.blocks:
            if isinstance(block, Heading):
                self.seen, label = set(), block.label or text_of(block.children)
                blocks.append(self.forced(block, part.id, label))
                continue
            blocks.append(self.block(block, part.id, label))
        return replace(part, blocks=tuple(blocks))

    def block(self, block: Block, part: str, label: str) -> Block:
        match block:
            case Paragraph() | Plain():
                return replace(block, children=self.inlines(block.children, part, label))
            case Quote():
                return replace(block, blocks=tuple(self.block(inner, part, label) for inner in block.blocks))
            case List():
                return replace(block, items=tuple(self.item(item, part, label) for item in block.items))
        return self.forced(block, part, label)

    def forced(self, value: Linked, part: str, label: str) -> Linked:
        """Link only what is marked {.term}: in notes, captions, headings, tables."""

        def link(node: Node) -> Node:
            if isinstance(node, Term) and not node.plain and (word := text_of(node.children)) in self.ids:
                return self.use(word, node.children, node, part, label)
            return node

        linked: Linked = rebuild(value, link)
        return linked

    def item(self, item: Item, part: str, label: str) -> Item:
        return replace(item, blocks=tuple(self.block(inner, part, label) for inner in item.blocks))

    def inlines(self, words: Inlines, part: str, label: str) -> Inlines:
        return tuple(linked for word in words for linked in self.inline(word, part, label))

    def inline(self, word: Inline, part: str, label: str) -> Iterator[Inline]:
        match word:
            case Text():
                yield from self.text(word, part, label)
            case Styled():
                yield replace(word, children=self.inlines(word.children, part, label))
            case _:
                yield self.forced(word, part, label)

    def text(self, text: Text, part: str, label: str) -> Iterator[Inline]:
        """Cut the first use of each term out of a text."""
        titles = [match.span() for match in QUOTED_TITLE.finditer(text.text)]
        done = 0
        for match in self.words.finditer(text.text):
            in_title = any(start <= match.start() < end for start, end in titles)
            if in_title or self.ids[match[0]] in self.seen:
                continue
            if match.start() > done:
                yield Text(text.text[done : match.start()], place=text.place)
            yield self.use(match[0], (Text(match[0], place=text.place),), text, part, label)
            done = match.end()
        if done < len(text.text):
            yield Text(text.text[done:], place=text.place) if done else text

    def use(self, name: str, words: Inlines, at: Node, part: str, label: str) -> Term:
        target = self.ids[name]
        self.seen.add(target)
        use = f"{target}-u{len(self.uses[target]) + 1}"
        self.uses[target].append(Use(use, part, label, place=at.place))
        return Term(words, target, use, place=at.place)
