"""Lay a part's words beside its source: a passage for each leaf block, each character with its place."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kanben.book.blocks import (
    Cell,
    Definition,
    Definitions,
    Epigraph,
    Figure,
    FigureGroup,
    Heading,
    Item,
    List,
    Paragraph,
    Plain,
    Quote,
    Row,
    Table,
    Verse,
)
from kanben.book.book import Part
from kanben.book.entries import Glossary, GlossaryEntry, ReferenceEntry, References
from kanben.book.inlines import (
    Cite,
    Code,
    CrossReference,
    Foreign,
    Image,
    IndexMark,
    LineBreak,
    Link,
    Math,
    Note,
    Ruby,
    Styled,
    Term,
    Text,
)
from kanben.book.node import Blocks, Inlines
from kanben.book.passage import OBJECT, REFERENCE, Passage, PassageKind
from kanben.book.text import text_of
from kanben.place import Place
from kanben.reading.markdown.source import Source
from kanben.reading.markdown.spelling import spelled

CLOSED = re.compile(r"[*_~^`]*\]?(?:\([^()\n]*\)|\{[^{}\n]*\}|\[[^\[\]\n]*\])*")
"""What ends a span or a link: its brackets, its address, its attributes."""
CAPTION = re.compile(r"^ {0,3}(?:[Tt]able)?:[ \t]+", re.MULTILINE)
MARKUP = 3  # characters of it that a caption may begin with: **
DATA = ".csv"
Open = Callable[[str], Source]


@dataclass
class Laid:
    """The characters of a passage while they are laid beside a source."""

    source: Source
    place: Place
    cursor: int
    characters: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)

    def words(self, text: str) -> None:
        """Some characters, each with its place: that of the line where it is not found."""
        offsets = spelled(text, self.source.text, self.cursor) if text else []
        self.characters += text
        self.places += [self.source.place(offset) for offset in offsets] or [self.place] * len(text)
        self.cursor = offsets[-1] + 1 if offsets else self.cursor

    def stand_in(self, sign: str, written: str) -> None:
        """One sign for what is written otherwise."""
        at = self.source.text.find(written, self.cursor)
        self.characters.append(sign)
        self.places.append(self.source.place(max(at, self.cursor)))
        self.pass_by(written)

    def pass_by(self, written: str) -> None:
        at = self.source.text.find(written, self.cursor)
        self.cursor = at + len(written) if at >= 0 else self.cursor
        self.close()

    def close(self) -> None:
        if closed := CLOSED.match(self.source.text, self.cursor):
            self.cursor = closed.end()


class Layer:
    """Lays blocks beside their sources, in reading order; the texts of notes come last."""

    def __init__(self, open_file: Open) -> None:
        self.open_file = open_file
        self.ends: dict[tuple[str, int], int] = {}
        self.notes: list[Blocks] = []
        self.called: set[tuple[str, str]] = set()
        self.inline_notes: list[Passage] = []

    def part(self, value: object) -> Iterator[Passage]:
        yield from self.below(value)
        while self.notes:
            yield from self.below(self.notes.pop(0))
        yield from self.inline_notes
        self.inline_notes.clear()

    def below(self, value: object) -> Iterator[Passage]:
        match value:
            case tuple():
                for item in value:
                    yield from self.below(item)
            case Heading():
                yield from self.leaf("heading", value.children, value.place)
            case Paragraph():
                yield from self.leaf("paragraph", value.children, value.place)
            case Plain():
                yield from self.leaf("item", value.children, value.place)
            case Verse():
                for line in value.lines:
                    yield from self.leaf("verse", line, value.place)
            case Epigraph():
                yield from self.below(value.blocks)
                yield from self.leaf("caption", value.source, value.place)
            case Quote() | Item() | GlossaryEntry():
                yield from self.below(value.blocks)
            case List() | Definitions():
                yield from self.below(value.items)
            case Definition():
                yield from self.leaf("item", value.term, value.place)
                yield from self.below(value.blocks)
            case Glossary() | References():
                yield from self.below(value.entries)
            case ReferenceEntry():
                yield from self.verbatim(value)
            case Table() | Figure() | FigureGroup():
                yield from self.float(value)

    def verbatim(self, work: ReferenceEntry) -> Iterator[Passage]:
        """The manuscript's own words for a work; its fields are no prose."""
        for words in work.children:
            yield from self.leaf("item", (words,), words.place)

    def float(self, value: Table | Figure | FigureGroup) -> Iterator[Passage]:
        yield from self.below(value.figures if isinstance(value, FigureGroup) else ())
        yield from self.caption(value)
        match value:
            case Table():
                for row in (*value.head, *value.body):
                    yield from self.row(row)
            case Figure():
                yield from self.alt(value)
                yield from self.below(value.description)
        yield from self.below(value.sources)

    def caption(self, value: Table | Figure | FigureGroup) -> Iterator[Passage]:
        """A table's stands on a line of its own, above or below; its cells are laid from the table's first line."""
        key = (value.place.file, value.place.line)
        if isinstance(value, Table) and (begin := self.caption_line(value)):
            self.ends[key] = begin
        yield from self.leaf("caption", value.caption, value.place)
        if isinstance(value, Table):
            self.ends.pop(key, None)

    def alt(self, figure: Figure) -> Iterator[Passage]:
        """What is said for a picture, where it is not its caption."""
        if isinstance(image := figure.image, Image) and image.alt not in ("", text_of(figure.caption)):
            source = self.open_file(image.place.file)
            laid = Laid(source, figure.place, source.text.find("alt=", source.starts[figure.place.line - 1]))
            laid.words(image.alt)
            yield Passage("caption", "".join(laid.characters), tuple(laid.places))

    def caption_line(self, table: Table) -> int:
        """Where the words of a caption begin, behind its colon; 0 where it is no line of its own."""
        source, words = self.open_file(table.place.file), text_of(table.caption)
        for mark in CAPTION.finditer(source.text, source.starts[table.place.line - 1]) if words else ():
            if words[0] in source.text[mark.end() : mark.end() + MARKUP]:
                return mark.end()
        return 0

    def row(self, row: Row) -> Iterator[Passage]:
        for cell in row.cells:
            yield from self.cell(cell)

    def cell(self, cell: Cell) -> Iterator[Passage]:
        """What a file of data says is no prose."""
        for block in cell.blocks:
            if isinstance(block, Plain) and block.place.file.endswith(DATA):
                continue
            if isinstance(block, Plain):
                yield from self.leaf("cell", block.children, block.place)
            else:
                yield from self.below(block)

    # ---- the words of a leaf block ---------------------------------------------------------------------------

    def leaf(self, kind: PassageKind, words: Inlines, place: Place) -> Iterator[Passage]:
        """A passage of a leaf block, and of each of its runs in another language."""
        if not words or not place.line:
            return
        source = self.open_file(place.file)
        begin = source.starts[min(place.line, len(source.starts)) - 1]
        key = (place.file, place.line)
        laid = Laid(source, place, self.ends.get(key, begin))
        foreign = list(self.inlines(words, laid))
        self.ends[key] = laid.cursor
        yield Passage(kind, "".join(laid.characters), tuple(laid.places), kept=frozenset(laid.kept))
        yield from foreign

    def inlines(self, words: Inlines, laid: Laid) -> Iterator[Passage]:
        for word in words:
            match word:
                case Text():
                    laid.words(word.text)
                case Ruby():
                    laid.words(word.base)
                    laid.close()
                case LineBreak():
                    laid.characters.append("\n")
                    laid.places.append(laid.source.place(laid.cursor))
                case Code():
                    laid.stand_in(OBJECT, word.text)
                case Math():
                    laid.stand_in(OBJECT, word.tex)
                case Image():
                    laid.stand_in(OBJECT, word.source)
                case CrossReference(children=()):
                    laid.stand_in(REFERENCE, f"(#{word.target})")
                case Cite():
                    laid.pass_by(f"@{word.items[-1].key}" if word.items else "")
                case Note(name=""):
                    self.inline_note(word, laid)
                case Note():
                    self.note(word, laid)
                case Foreign():
                    yield self.foreign(word, laid)
                case Styled() | Term() | IndexMark() | Link() | CrossReference():
                    yield from self.within(word, laid)

    def within(self, word: Styled | Term | IndexMark | Link | CrossReference, laid: Laid) -> Iterator[Passage]:
        begin = len(laid.characters)
        yield from self.inlines(word.children, laid)
        if isinstance(word, Styled) and word.style == "keep":
            laid.kept.update(range(begin, len(laid.characters)))
        laid.close()

    def note(self, note: Note, laid: Laid) -> None:
        """A note that is called again is read once."""
        key = (laid.place.file, note.name)
        self.notes += [] if key in self.called else [note.blocks]
        self.called.add(key)
        laid.pass_by(f"[^{note.name}]")

    def inline_note(self, note: Note, laid: Laid) -> None:
        """Its words stand within the sentence: ^[…]."""
        laid.pass_by("^[")
        key = (laid.place.file, laid.place.line)
        self.ends[key] = laid.cursor
        self.inline_notes += self.below(note.blocks)
        laid.cursor = self.ends[key]
        laid.close()

    def foreign(self, word: Foreign, laid: Laid) -> Passage:
        inner = Laid(laid.source, laid.place, laid.cursor)
        list(self.inlines(word.children, inner))  # in another language within another, the outer one holds
        laid.cursor = inner.cursor
        laid.characters.append(OBJECT)
        laid.places.append(inner.places[0] if inner.places else laid.place)
        laid.close()
        return Passage("foreign", "".join(inner.characters), tuple(inner.places), word.language)


def passages(parts: Iterable[Part], open_file: Open) -> tuple[Passage, ...]:
    """All passages of some parts (their headings and blocks), with the text of the files that they stand in."""
    layer = Layer(open_file)
    return tuple(passage for part in parts for passage in layer.part((part.heading, part.blocks)))
