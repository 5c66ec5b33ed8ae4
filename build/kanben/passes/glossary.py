"""Link the words that the glossary explains, and put its entries in order."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from kanben.book.blocks import Heading, Item, List, Paragraph, Plain, Quote
from kanben.book.book import Book, Order, Part
from kanben.book.entries import Glossary, GlossaryEntry, Use
from kanben.book.inlines import IndexMark, Styled, Term, Text
from kanben.book.node import Block, Inlines, Node
from kanben.book.text import text_of
from kanben.book.walk import rebuild, walk
from kanben.keep import kept, kept_telling
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
    entries = [entry for part in book.parts for entry in kept(part.id, entries_in, part)]
    if not entries:  # where a part could not be read, it may have been the glossary
        for part in book.parts if book.whole else ():
            kept_telling(part.id, tell, refuse_terms, part, ())
        return book
    named = tuple(replace(entry, id=f"t{n}") for n, entry in enumerate(entries, 1))
    names = kept("glossary", Names, {name: entry.id for entry in named for name in (entry.term, *entry.also)})
    parts, uses = link_parts(book, names)
    if book.whole:
        tell_unused(book, named, names, uses, tell)
    finished = {entry.term: replace(entry, uses=uses.get(entry.id, ())) for entry in named}
    spellings = tuple(names.spellings.values())
    return replace(book, parts=tuple(finish_part(part, finished, book, spellings, tell) for part in parts))


def link_parts(book: Book, names: Names) -> tuple[list[Part], dict[str, tuple[Use, ...]]]:
    """The parts with their links, and the uses of each entry."""
    parts: list[Part] = []
    uses: dict[str, tuple[Use, ...]] = {}
    for part in book.parts:
        found: dict[str, tuple[Use, ...]] = {}
        if part.kind in LINKED_PARTS:
            part, found = kept(part.id, link_part, part, names, {name: len(each) for name, each in uses.items()})
        parts.append(part)
        uses |= {name: (*uses.get(name, ()), *each) for name, each in found.items()}
    return parts, uses


def link_part(part: Part, names: Names, before: dict[str, int]) -> tuple[Part, dict[str, tuple[Use, ...]]]:
    """A part with its links, and the uses of each entry in it; `before` counts those in earlier parts."""
    linker = Linker(names, before)
    return linker.link_part(part), {name: tuple(uses) for name, uses in linker.uses.items()}


def entries_in(part: Part) -> tuple[GlossaryEntry, ...]:
    return tuple(node for node in walk(part) if isinstance(node, GlossaryEntry))


def finish_part(
    part: Part, finished: dict[str, GlossaryEntry], book: Book, spellings: tuple[str, ...], tell: Tell
) -> Part:
    """The part with its entries in order, if it is the glossary's."""
    kept_telling(part.id, tell, refuse_terms, part, spellings)
    if not is_glossary(part):
        return part
    return kept_telling(part.id, tell, finish_glossary, part, finished, book.settings.glossary_order)


def is_glossary(part: Part) -> bool:
    return any(isinstance(block, Glossary) for block in part.blocks)


def finish_glossary(part: Part, finished: dict[str, GlossaryEntry], order: Order, tell: Tell) -> Part:
    def finish(node: Node) -> Node:
        if isinstance(node, GlossaryEntry):
            return finished[node.term]
        return replace(node, entries=in_order(node.entries, order, tell)) if isinstance(node, Glossary) else node

    whole: Part = rebuild(part, finish)
    return whole


def refuse_terms(part: Part, known: tuple[str, ...], tell: Tell) -> None:
    """Tell of each word marked {.term} that no entry explains."""
    for node in walk(part):
        if isinstance(node, Term) and not node.target and not node.plain:
            word = text_of(node.children)
            tell(trouble("unknown-term", node.place, near=nearest(word, known), term=word))


Uses = Mapping[str, tuple[Use, ...]]


def tell_unused(book: Book, entries: tuple[GlossaryEntry, ...], names: Names, uses: Uses, tell: Tell) -> None:
    """Say of each term without a use why it has none."""
    parts = [part for part in book.parts if part.kind in LINKED_PARTS]
    found = {name for part in parts for name in kept(part.id, names_in, part, names)}
    for entry in entries:
        own = (entry.term, *entry.also)
        if entry.id in uses:
            continue
        longer = [other for other in found if any(name in other for name in own)]
        if found.intersection(own):
            tell(trouble("unlinked-term", entry.place, term=entry.term))
        elif longer:
            tell(trouble("nested-term", entry.place, term=entry.term, longer="、".join(sorted(longer))))
        else:
            tell(trouble("unused-term", entry.place, term=entry.term))


def names_in(part: Part, names: Names) -> frozenset[str]:
    """All names in the words of a part, wherever they stand."""
    text = "\n".join(text_of(block, notes=True) for block in (part.heading, *part.blocks))
    return frozenset(name.name for name in names.find(text, in_titles=True))


class Linker:
    """Links a part and remembers each use."""

    def __init__(self, names: Names, before: Mapping[str, int]) -> None:
        self.names, self.before = names, before
        self.uses: dict[str, list[Use]] = {}
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
        uses = self.uses.setdefault(target, [])
        name = f"{target}-u{self.before.get(target, 0) + len(uses) + 1}"
        uses.append(Use(name, self.part, self.label, place=term.place))
        return replace(term, target=target, id=name)
