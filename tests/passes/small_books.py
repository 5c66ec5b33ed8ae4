"""Build books of a few lines for the tests of the passes."""

from collections.abc import Callable

from kanben.book.blocks import Heading, Paragraph
from kanben.book.book import Book, Kind, Matter, Part, Record, Settings
from kanben.book.entries import Glossary, GlossaryEntry
from kanben.book.inlines import Text
from kanben.book.node import Block, Inline, Inlines
from kanben.place import NOWHERE, Place
from kanben.trouble import Tell, Trouble

SETTINGS = Settings()
RECORD = Record("桥", "", "zh-Hans", (), "", "", "", "", "", (), ())


def at(line: int, file: str = "chapters/01.md") -> Place:
    return Place(file, line)


def words(value: str | Inline) -> Inline:
    return Text(value) if isinstance(value, str) else value


def paragraph(*values: str | Inline, place: Place = NOWHERE) -> Paragraph:
    return Paragraph(tuple(map(words, values)), place=place)


def heading(level: int, *values: str | Inline, name: str = "", numbered: bool = True, line: int = 0) -> Heading:
    return Heading(level, tuple(map(words, values)), name=name, numbered=numbered, place=at(line))


def part(
    title: str | Heading, *blocks: Block, part_id: str = "ch01", matter: Matter = "body", kind: Kind = "chapter"
) -> Part:
    top = title if isinstance(title, Heading) else heading(1, title)
    return Part(matter, kind, part_id, top, blocks)


def glossary(*entries: GlossaryEntry) -> Part:
    return part("名词解释", Glossary(entries), part_id="glossary", matter="back", kind="glossary")


def entry(term: str, *also: str, line: int = 1) -> GlossaryEntry:
    return GlossaryEntry(term, (paragraph("释义。"),), also=also, place=at(line, "glossary.yaml"))


def book(*parts: Part, settings: Settings = SETTINGS, whole: bool = True) -> Book:
    return Book("bridges", RECORD, settings, parts, Place("title.yaml"), whole=whole)


def passed(step: Callable[[Book, Tell], Book], given: Book) -> tuple[Book, list[str]]:
    """The book after a pass, and what the pass told, in full."""
    told: list[Trouble] = []
    made = step(given, told.append)
    return made, [str(trouble) for trouble in told]


def plain(inlines: Inlines) -> list[str]:
    """Each inline's kind and words, to compare at a glance: Text:甲."""
    return [f"{type(inline).__name__}:{getattr(inline, 'text', '')}" for inline in inlines]
