"""Write a finished Book in Traditional Chinese. Ids stay, so that both editions have the same ones."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any
from uuid import UUID, uuid5

from kanben.book.blocks import Figure
from kanben.book.book import Book, ContentsEntry, Record
from kanben.book.entries import ReferenceEntry
from kanben.book.inlines import Cite, CitedWork, Foreign, Note, Ruby, Styled, Text
from kanben.book.node import Inline, Inlines, Node
from kanben.book.walk import fields_of, rebuild, walk
from kanben.passes.citation_languages import language_of
from kanben.passes.own_words import own_words
from kanben.passes.pinyin import is_word
from kanben.place import NOWHERE, Place
from kanben.script.made import in_script
from kanben.script.standards import LANGUAGES, NAME_ENDING
from kanben.script.writer import BREAK, Choice, Writer
from kanben.trouble import Tell, trouble

WORDS = {"label", "reference", "alt", "title", "heads", "reaching", "term", "also", "head", "words", "after"}
WORDS |= {"tex", "mathml", "unit"}
"""Fields that hold words of a reader, in whichever node; all others are ids, names and addresses."""
TYPED = {"alt", "title", "term", "also"}
"""Those that an editor typed there; what kanben made of other words is not reviewed twice."""
FACTS = ("title", "subtitle", "publisher", "address", "edition", "rights", "description")
"""Facts that are true of both editions."""
OF_A_PRINTING = ("url", "printer", "printing", "price", "cip")
"""Facts that are true of the Simplified edition alone, as its ISBN is: the Traditional one has its own or none."""
IN_SVG = re.compile(r"(<style.*?</style>)|>([^<>]+)<|\b(aria-label|font-family)=\"([^\"]*)\"", re.S)
Leaf = Text | Ruby
Stream = list[tuple[Leaf, Place] | None]
"""The words of a block one after the other, with their places; None stands for what is no words of it."""
Chosen = tuple[Choice, str, Place]
"""A choice with its whole text, and where that stands."""


def write_traditional(book: Book, tell: Tell) -> tuple[Book, list[Chosen]]:
    """The book in its Traditional standard, and every character that could have become another."""
    plan = book.settings.traditional
    writer = Writer(plan.standard, {word.simplified: word.written for word in plan.words}, is_word)
    written, chosen = Pen(book, writer).write()
    for word in plan.words:
        if word.simplified not in writer.used:
            tell(trouble("unused-script-word", word.place, word=word.simplified))
    return written, chosen


class Pen:
    """Writes one book: first all streams of words, then the nodes that hold them."""

    def __init__(self, book: Book, writer: Writer) -> None:
        self.book, self.writer = book, writer
        self.foreign = foreign_works(book)
        self.texts: dict[int, str] = {}
        self.chosen: list[Chosen] = []

    def write(self) -> tuple[Book, list[Chosen]]:
        for stream in self.streams((self.book.parts, tuple(descriptions(self.book))), self.book.place):
            self.write_stream(stream)
        written = replace(
            rebuild(self.book, self.change),
            name=f"{self.book.name}{NAME_ENDING}",
            record=self.record(),
            contents=tuple(map(self.contents_entry, self.book.contents)),
            pictures={name: self.picture(name, data) for name, data in self.book.pictures.items()},
        )
        return replace(written, own_words=own_words(written)), self.chosen

    def write_stream(self, stream: Stream) -> None:
        text = "".join(words_of(item[0]) if item else BREAK for item in stream)
        pieces, at = self.writer.pieces(text), 0
        starts: list[tuple[int, Place]] = []
        for item in stream:
            end = at + (len(words_of(item[0])) if item else len(BREAK))
            if item:
                self.texts[id(item[0])] = "".join(pieces[at:end])
                starts.append((at, item[1]))
            at = end
        for choice in self.writer.choices(text, pieces):
            place = next(place for start, place in reversed(starts) if start <= choice.at)
            self.chosen.append((choice, text, place))

    def write_words(self, words: str, place: Place) -> str:
        """Write words that stand alone: a term of the glossary, a fact of title.yaml."""
        pieces = self.writer.pieces(words)
        self.chosen += [(choice, words, place) for choice in self.writer.choices(words, pieces)]
        return "".join(pieces)

    # ---- which words belong together -------------------------------------------------------------------------

    def streams(self, value: Any, place: Place) -> Iterator[Stream]:
        """The streams of a tuple of blocks or of inlines, of a node, or of tuples of such; `place` is what holds it."""
        if isinstance(value, tuple):
            if value and isinstance(value[0], Inline):
                yield from self.of_inlines(value, place)
                return
            for item in value:
                yield from self.streams(item, place)
        elif isinstance(value, Node) and not (isinstance(value, ReferenceEntry) and value.id in self.foreign):
            for name in fields_of(value):
                yield from self.streams(getattr(value, name), known(value.place, place))

    def of_inlines(self, words: Inlines, place: Place) -> Iterator[Stream]:
        stream: Stream = []
        apart: list[Note] = []
        self.gather(words, stream, apart, place)
        if any(stream):
            yield stream
        for note in apart:
            yield from self.streams(note.blocks, known(note.place, place))

    def gather(self, words: Inlines, stream: Stream, apart: list[Note], place: Place) -> None:
        """Put the leaves of inlines into the stream, and notes, which are texts of their own, apart."""
        for word in words:
            here, children = known(word.place, place), getattr(word, "children", ())
            if isinstance(word, Text | Ruby):
                stream.append((word, here))
            elif isinstance(word, Note):
                apart.append(word)
            elif self.is_kept(word) or not children:
                stream.append(None)
            else:
                self.gather(children, stream, apart, here)

    def is_kept(self, word: Inline) -> bool:
        """Whether a word stays as it is: the editor says so, or it is of another language."""
        match word:
            case Styled():
                return word.style == "keep"
            case Foreign():
                return True
            case Cite():
                return bool(word.targets) and self.foreign.issuperset(word.targets)
            case CitedWork():
                return word.target in self.foreign
        return False

    # ---- what holds them -------------------------------------------------------------------------------------

    def change(self, node: Node) -> Node:
        if isinstance(node, Text):
            return replace(node, text=self.texts.get(id(node), node.text))
        if isinstance(node, Ruby):
            return replace(node, base=self.texts.get(id(node), node.base))
        if isinstance(node, Figure) and node.description:
            node = replace(node, description=rebuild(node.description, self.change))
        return replace(node, **{name: self.said(node, name, getattr(node, name)) for name in worded(type(node))})

    def said(self, node: Node, name: str, words: Any) -> Any:
        if isinstance(words, tuple):
            return tuple(self.said(node, name, each) for each in words)
        return self.write_words(words, node.place) if name in TYPED else self.writer.write(words)

    def contents_entry(self, entry: ContentsEntry) -> ContentsEntry:
        return replace(
            entry,
            label=self.writer.write(entry.label),
            children=rebuild(entry.children, self.change),
            entries=tuple(map(self.contents_entry, entry.entries)),
        )

    def picture(self, name: str, data: bytes) -> bytes:
        """The words of a drawing, and the fonts that it names; a photograph stays."""
        if not name.endswith(".svg"):
            return data
        return IN_SVG.sub(self.in_svg, data.decode()).encode()

    def in_svg(self, found: re.Match[str]) -> str:
        style, words, name, value = found.groups()
        if style:
            return found[0]
        if words:
            return f">{self.writer.write(words)}<"
        language = LANGUAGES[self.book.settings.traditional.standard]
        return f'{name}="{in_script(value, language) if name == "font-family" else self.writer.write(value)}"'

    def record(self) -> Record:
        """The facts of the Traditional edition: those of the Simplified one that are true of it too, and its own."""
        record, plan = self.book.record, self.book.settings.traditional
        told = dict(plan.facts)
        shared = {name: self.write_words(getattr(record, name), self.book.place) for name in FACTS if name not in told}
        facts: dict[str, Any] = shared | dict.fromkeys(OF_A_PRINTING, "") | told
        uuid = str(uuid5(UUID(record.identifier("uuid")), plan.standard))
        return replace(
            record,
            **facts,
            language=LANGUAGES[plan.standard],
            creators=tuple(
                replace(each, name=self.write_words(each.name, self.book.place)) for each in record.creators
            ),
            subjects=tuple(map(self.writer.write, record.subjects)),
            identifiers=(("uuid", uuid), *plan.identifiers),
        )


def known(place: Place, around: Place) -> Place:
    return around if place == NOWHERE else place


def words_of(leaf: Leaf) -> str:
    return leaf.text if isinstance(leaf, Text) else leaf.base


def worded(kind: type[Node]) -> list[str]:
    """The fields of a type of node that hold words."""
    return [field.name for field in fields(kind) if field.name in WORDS and field.type in (str, tuple[str, ...])]


def descriptions(book: Book) -> Iterator[Any]:
    """The long descriptions of figures, which a walk passes by."""
    return (node.description for node in walk(book) if isinstance(node, Figure))


def foreign_works(book: Book) -> set[str]:
    """The ids of the works that are in another language than Chinese: a Japanese title keeps its characters."""
    languages = {str(item["id"]): language_of(item) for item in book.bibliography}
    entries = (node for node in walk(book) if isinstance(node, ReferenceEntry))
    return {entry.id for entry in entries if languages.get(entry.key, "zh") != "zh"}
