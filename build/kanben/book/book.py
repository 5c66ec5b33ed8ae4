"""A Book: the record of publication facts, and the parts in reading order."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from kanben.book.blocks import Heading
from kanben.book.chinese import in_title_marks
from kanben.book.node import Blocks, Inlines, Node
from kanben.place import Place

Matter = Literal["front", "body", "back"]
Variant = Literal["pdf/ua-1", "pdf/a-3u", "pdf/x-4"]
"""What the print edition is made for: screens and readers, the archive, or the press."""
VARIANTS: tuple[Variant, ...] = get_args(Variant)
Order = Literal["given", "pinyin", "stroke"]
Repeated = Literal["full", "short", "ibid"]
"""How a note names a work that its chapter has cited before."""
Kind = Literal[
    "changes",
    "figures",
    "tables",
    "preface",
    "chapter",
    "conclusion",
    "glossary",
    "references",
    "index",
    "revisions",
    "colophon",
    "other",
]


@dataclass(frozen=True, slots=True)
class Creator:
    name: str
    role: str = "author"


@dataclass(frozen=True, slots=True)
class Record:
    """Every publication fact of a title, each stated once; what is unknown is empty, never invented."""

    title: str
    subtitle: str
    language: str
    creators: tuple[Creator, ...]
    publisher: str
    date: str
    edition: str
    rights: str
    description: str
    subjects: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    """(scheme, value): uuid always; print-isbn, epub-isbn, … where the editor gave them."""
    modified: str = "2000-01-01T00:00:00Z"
    """When the title was last changed, in UTC: from its date or SOURCE_DATE_EPOCH; never the clock."""
    address: str = ""
    website: str = ""
    printer: str = ""
    printing: str = ""
    """Which printing of the edition, as it is printed: 2026年11月第1次印刷."""
    price: str = ""
    cip: str = ""
    """The lines of the catalogue data (图书在版编目), as the library gave them."""
    url: str = ""
    """The address of the folder `web/` once it is published, ending in `/`; empty where nobody knows it."""
    version: str = ""
    """Of which release the editions are: 1.2; empty in a build that is no release."""

    @property
    def full_title(self) -> str:
        return f"{self.title}——{self.subtitle}" if self.subtitle else self.title

    @property
    def quoted_title(self) -> str:
        """《题名》."""
        return in_title_marks(self.title)

    @property
    def quoted_full_title(self) -> str:
        """《题名——副题名》."""
        return in_title_marks(self.full_title)

    def identifier(self, scheme: str) -> str:
        return dict(self.identifiers).get(scheme, "")


Standard = Literal["tw", "hk", "t"]
"""How Traditional Chinese is written: in Taiwan's forms, in Hong Kong's, or OpenCC's own, as in old dictionaries."""


@dataclass(frozen=True, slots=True)
class ScriptWord:
    """A word whose Traditional form the editor has decided."""

    simplified: str
    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Traditional:
    """What the Traditional edition has of its own; `facts` and `identifiers` are as in the Record."""

    standard: Standard = "tw"
    words: tuple[ScriptWord, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """How the title wants to be made: what title.yaml says beyond the record."""

    chapter_number: str = "第{一}章"
    section_number: str = "1.1"
    references_style: str = "gb-t-7714-2025"
    references_lists: Literal["book", "chapter"] = "book"
    references_order: Order = "pinyin"
    references_repeated: Repeated = "full"
    trim: str = "16k"
    variant: Variant = "pdf/ua-1"
    theme: str = "book"
    """The house style of the print edition: book, report or gongwen."""
    cover: bool = True
    half_title: bool = False
    reference_pages: bool = False
    """Whether print names the page of what is referred to on another opening."""
    glossary_order: Order = "given"
    index_order: Order = "pinyin"
    autospace: str = "1/8"
    """The space between Han and Latin in print, in em."""
    traditional: Traditional = Traditional()


@dataclass(frozen=True, slots=True)
class Cover:
    """The editor's own picture for the cover: its name among the Book's pictures, and its size (in px, or as drawn)."""

    source: str
    width: float
    height: float
    place: Place


@dataclass(frozen=True, slots=True)
class Part(Node):
    """A piece of the book that starts on its own page: a chapter, the preface, the glossary …

    `id` is ASCII and names the part's file in the EPUB and the web edition: ch01, preface, glossary.
    """

    matter: Matter
    kind: Kind
    id: str
    heading: Heading
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents; `id` is the heading's, `part` that of the part which holds it."""

    id: str
    part: str
    label: str
    children: Inlines
    entries: tuple["ContentsEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The whole title as one value; passes make a new one from it. `name` is the title folder's name."""

    name: str
    record: Record
    settings: Settings
    parts: tuple[Part, ...]
    place: Place
    contents: tuple[ContentsEntry, ...] = ()
    own_words: tuple[str, ...] = ()
    """What the book explains or names in its index, by all names, and what it is about."""
    bibliography: tuple[dict[str, object], ...] = field(default=(), hash=False)
    """The works as CSL-JSON items, for the citation processor."""
    style: str = field(default="", repr=False)
    """The CSL of the title's own style; empty where it is one of ours."""
    pictures: dict[str, bytes] = field(default_factory=dict, hash=False)
    """Each picture by the ASCII path (images/growth.svg) that Image.source names and that editions write it under."""
    cover: Cover | None = None
    """None where the editions' templates draw the cover."""

    whole: bool = True
    """False when a part could not be read: then nobody knows what it would have defined."""

    @property
    def full_title(self) -> str:
        return self.record.full_title

    @property
    def is_redline(self) -> bool:
        """Whether it is headed by the list of what was changed in it."""
        return any(part.kind == "changes" for part in self.parts)
