"""Find the places that an index names: those marked in the text, and every occurrence of the words to look for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kanben.book.blocks import Epigraph, Heading
from kanben.book.book import Part
from kanben.book.entries import Locator
from kanben.book.inlines import IndexMark, Note, Styled, Term
from kanben.book.node import Inline, Inlines, Node
from kanben.book.text import text_of
from kanben.book.walk import fields_of
from kanben.passes.finding import CLOSED, Found, Letters, Names, children_of, with_children
from kanben.passes.index_tree import Draft, Path, Tree

LETTERS = Letters((Styled, IndexMark, Term))
SEARCHED_PARTS = ("chapter", "preface", "conclusion", "other")
Event = tuple[int, int, Any]
"""At which character, before or after others there, and what: a mark, a closed inline, or a name found."""
Wrap = tuple[int, int, IndexMark]


class Marker:
    """Gives each place an id and tells the tree of it, part by part in reading order."""

    def __init__(self, tree: Tree, names: Names, paths: Mapping[str, Path]) -> None:
        """`paths` maps each word that is looked for to its entry; the others among the names hide shorter ones."""
        self.tree, self.names, self.paths = tree, names, paths
        self.open: list[tuple[Path, int]] = []
        self.part, self.label = "", ""

    def mark_part(self, part: Part) -> Part:
        self.part, self.label = part.id, part.heading.label or text_of(part.heading.children)
        search = part.kind in SEARCHED_PARTS
        heading = self.visit(part.heading, search)
        blocks = []
        for block in part.blocks:
            if isinstance(block, Heading):
                self.label = block.label or text_of(block.children)
            blocks.append(self.visit(block, search))
        return replace(part, heading=heading, blocks=tuple(blocks))

    def visit(self, value: Any, search: bool) -> Any:
        """Mark what stands below a node or in a tuple; words in notes and epigraphs are not looked for."""
        if isinstance(value, tuple):
            if value and isinstance(value[0], Inline):
                return self.words(value, search)
            items = tuple(self.visit(item, search) for item in value)
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        if not isinstance(value, Node):
            return value
        inside = search and not isinstance(value, Note | Epigraph)
        visited = {name: self.visit(getattr(value, name), inside) for name in fields_of(value)}
        changed = {name: new for name, new in visited.items() if new is not getattr(value, name)}
        return replace(value, **changed) if changed else value

    def words(self, words: Inlines, search: bool) -> Inlines:
        """Mark a block's words: ids count up in reading order, and then the marks are put in from the end."""
        text = LETTERS.of(words)
        events = sorted(self.events(words, text, search), key=lambda event: event[:2])
        made: dict[int, Any] = {}
        wraps: list[Wrap] = []
        for at, _, thing in events:
            match thing:
                case Found():
                    wraps.append((*widened(words, thing.start, thing.end), self.found(thing, words[0])))
                case IndexMark():
                    made[id(thing)] = marked = self.marked(thing)
                    if marked.id and text and not LETTERS.length(thing):
                        wraps.append((*beside(text, at), marked))
                case _:
                    made[id(thing)] = self.visit(thing, False)
        if all(made.get(id(thing)) is thing for *_, thing in events):
            return words
        finished = renewed(words, made, drop_bare=bool(text))
        for start, end, mark in sorted(wraps, key=lambda wrap: (-wrap[0], wrap[1])):
            finished = LETTERS.wrapped(finished, start, end, mark)
        return finished

    def events(self, words: Inlines, text: str, search: bool) -> Iterator[Event]:
        """What is to be marked, or looked into, in a block; a word that is marked for an entry is not found again."""
        marks = list(marks_in(words))
        yield from ((at, 0, mark) for at, mark in marks)
        yield from ((at, 1, word) for at, word in LETTERS.closed(words))
        own = [(at, at + LETTERS.length(mark), path_of(mark)) for at, mark in marks]
        forbidden = [(at, at + LETTERS.length(term)) for at, term in plain_terms(words)]
        for found in self.names.find(text) if search else ():
            path = self.paths.get(found.name)
            marked = any(start <= found.start and found.end <= end and path == known for start, end, known in own)
            if path and not marked and not any(start <= found.start < end for start, end in forbidden):
                yield found.start, 2, found

    # ---- the places ------------------------------------------------------------------------------------------

    def found(self, found: Found, at: Node) -> IndexMark:
        draft = self.tree.drafts[self.paths[found.name]]
        return IndexMark((), id=self.locate(draft, at, main=False), place=at.place)

    def marked(self, mark: IndexMark) -> IndexMark:
        """A mark with its id; without one where it only refers to another entry, or names none, which is told."""
        path = path_of(mark)
        if not path[1]:
            return mark
        draft = self.tree.draft(path, mark.place)
        draft.refer(mark)
        if mark.see:
            return mark
        if mark.edge == "end":
            return replace(mark, id=self.close(draft, path))
        if mark.edge == "begin":
            self.open.append((path, len(draft.locators)))
        return replace(mark, id=self.locate(draft, mark, mark.main))

    def close(self, draft: Draft, path: Path) -> str:
        """End the passage of this entry that was begun last."""
        last = max(n for n, opened in enumerate(self.open) if opened[0] == path)
        _, number = self.open.pop(last)
        until = f"{draft.locators[number].id}-end"
        draft.locators[number] = replace(draft.locators[number], until=until)
        return until

    def locate(self, draft: Draft, at: Node, main: bool) -> str:
        name = f"{draft.id}-u{len(draft.locators) + 1}"
        draft.locators.append(Locator(name, self.part, self.label, main=main, place=at.place))
        return name


def path_of(mark: IndexMark) -> Path:
    return mark.under, mark.entry or "".join(text_of(mark.children).split())


def marks_in(words: Inlines, at: int = 0) -> Iterator[tuple[int, IndexMark]]:
    """The marks among a block's words, each with its first character."""
    for word in words:
        if isinstance(word, IndexMark):
            yield at, word
        yield from marks_in(children_of(word), at)
        at += LETTERS.length(word)


def plain_terms(words: Inlines, at: int = 0) -> Iterator[tuple[int, Term]]:
    """The words that their editor keeps plain."""
    for word in words:
        if isinstance(word, Term) and word.plain:
            yield at, word
        yield from plain_terms(children_of(word), at)
        at += LETTERS.length(word)


def widened(words: Inlines, start: int, end: int) -> tuple[int, int]:
    """A span that takes in the whole of a marked term that it begins or ends in: a term is never cut in two."""
    at = 0
    for word in words:
        after = at + LETTERS.length(word)
        if isinstance(word, Term) and at < end and start < after and not (at <= start and end <= after):
            start, end = min(start, at), max(end, after)
        at = after
    return start, end


def beside(text: str, at: int) -> tuple[int, int]:
    """The character that stands for a place without words: the next one with ink, else the last before it."""
    inked = [n for n, character in enumerate(text) if character != CLOSED and not character.isspace()] or [0]
    there = next((n for n in inked if n >= at), inked[-1])
    return there, there + 1


def renewed(words: Inlines, made: Mapping[int, Any], drop_bare: bool) -> Inlines:
    """The words with their marks; those without an id dissolve, and bare ones are left out, to be put in later."""
    found: list[Inline] = []
    for word in words:
        new = made.get(id(word), word)
        inside = renewed(children_of(word), made, drop_bare)
        if isinstance(word, IndexMark) and not (new.id and (LETTERS.length(word) or not drop_bare)):
            found.extend(inside)
        else:
            found.append(with_children(new, inside))
    return tuple(found)
