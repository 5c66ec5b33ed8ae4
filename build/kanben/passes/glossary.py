"""Link the words that the glossary explains, and put its entries in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from kanben.book.blocks import Heading, Item, List, Paragraph, Plain, Quote
from kanben.book.book import Book, Part
from kanben.book.entries import Glossary, GlossaryEntry, Use
from kanben.book.inlines import IndexMark, Styled, Term, Text
from kanben.book.node import Block, Inlines, Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.passes.finding import Found, Letters, Names
from kanben.passes.sorting import in_order
from kanben.trouble import Tell, nearest, trouble

Linked = TypeVar("Linked", bound=Node)
LETTERS = Letters((Styled, IndexMark))
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
    linker = Linker(named)
    parts = tuple(linker.link_part(part) if part.kind in LINKED_PARTS else part for part in book.parts)
    if book.whole:
        tell_unused(book, named, linker, tell)
    finished = {entry.term: replace(entry, uses=tuple(linker.uses[entry.id])) for entry in named}

    def finish(node: Node) -> Node:
        if isinstance(node, GlossaryEntry):
            return finished[node.term]
        if isinstance(node, Glossary):
            return replace(node, entries=in_order(node.entries, book.settings.glossary_order, tell))
        return refuse_term(node, linker.names.spellings.values(), tell)

    linked: Book = rebuild(replace(book, parts=parts), finish)
    return linked


def refuse_term(node: Node, known: Iterable[str], tell: Tell) -> Node:
    """A word marked {.term} that no entry explains."""
    if isinstance(node, Term) and not node.target and not node.plain:
        word = text_of(node.children)
        tell(trouble("unknown-term", node.place, near=nearest(word, known), term=word))
    return node


def tell_unused(book: Book, entries: tuple[GlossaryEntry, ...], linker: "Linker", tell: Tell) -> None:
    """Say of each term without a use why it has none."""
    parts = [part for part in book.parts if part.kind in LINKED_PARTS]
    text = "\n".join(text_of(block, notes=True) for part in parts for block in (part.heading, *part.blocks))
    found = {name.name for name in linker.names.find(text, in_titles=True)}
    for entry in entries:
        names = (entry.term, *entry.also)
        if linker.uses[entry.id]:
            continue
        longer = [other for other in found if any(name in other for name in names)]
        if found.intersection(names):
            tell(trouble("unlinked-term", entry.place, term=entry.term))
        elif longer:
            tell(trouble("nested-term", entry.place, term=entry.term, longer="、".join(sorted(longer))))
        else:
            tell(trouble("unused-term", entry.place, term=entry.term))


@dataclass
class Linker:
    """Links part by part and remembers each use."""

    entries: tuple[GlossaryEntry, ...]

    def __post_init__(self) -> None:
        self.names = Names({name: entry.id for entry in self.entries for name in (entry.term, *entry.also)})
        self.uses: dict[str, list[Use]] = {entry.id: [] for entry in self.entries}
        self.seen: set[str] = set()
        self.part, self.label = "", ""

    def link_part(self, part: Part) -> Part:
        """A section runs from one heading to the next."""
        blocks: list[Block] = []
        self.seen, self.part, self.label = set(), part.id, part.heading.label or text_of(part.heading.children)
        for block in part.blocks:
            if isinstance(block, Heading):
                self.seen, self.label = set(), block.label or text_of(block.children)
            blocks.append(self.block(block))
        return replace(part, blocks=tuple(blocks))

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph() | Plain():
                return replace(block, children=self.inlines(block.children))
            case Quote():
                return replace(block, blocks=tuple(map(self.block, block.blocks)))
            case List():
                return replace(block, items=tuple(map(self.item, block.items)))
        return self.forced(block)

    def item(self, item: Item) -> Item:
        return replace(item, blocks=tuple(map(self.block, item.blocks)))

    def forced(self, value: Linked) -> Linked:
        """Link only what is marked {.term}: in notes, captions, headings, tables."""
        linked: Linked = rebuild(value, lambda node: self.use(node) if self.is_forced(node) else node)
        return linked

    def is_forced(self, node: Node) -> bool:
        return isinstance(node, Term) and not node.plain and bool(self.names.target(text_of(node.children)))

    def inlines(self, words: Inlines) -> Inlines:
        """Link a paragraph's words in reading order: those marked, and the first use of each term."""
        marked: dict[int, Term] = {}
        links: list[tuple[Found, Term]] = []
        for _, thing in sorted([*LETTERS.closed(words), *self.found(words)], key=lambda each: each[0]):
            if not isinstance(thing, Found):
                marked |= {id(node): self.use(node) for node in walk(thing) if self.is_forced(node)}
            elif self.names.target(thing.name) not in self.seen:
                links.append((thing, self.use(Term((Text(thing.name),), place=words[0].place))))
        linked: Inlines = rebuild(words, lambda node: marked.get(id(node), node))
        for found, link in reversed(links):
            linked = LETTERS.wrapped(linked, found.start, found.end, link)
        return linked

    def found(self, words: Inlines) -> Iterator[tuple[int, Found]]:
        return ((found.start, found) for found in self.names.find(LETTERS.of(words)))

    def use(self, term: Node) -> Term:
        """Give a word its entry and an id, and remember the place."""
        assert isinstance(term, Term)
        target = self.names.target(text_of(term.children))
        self.seen.add(target)
        name = f"{target}-u{len(self.uses[target]) + 1}"
        self.uses[target].append(Use(name, self.part, self.label, place=term.place))
        return replace(term, target=target, id=name)
