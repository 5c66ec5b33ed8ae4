"""The words of a Book, and what stands among them."""

from dataclasses import dataclass
from typing import Literal

from kanben.book.node import Blocks, Inline, Inlines

Mode = Literal["normal", "author-in-text", "suppress-author"]
Edge = Literal["", "begin", "end"]
Style = Literal["emphasis", "strong", "dot", "superscript", "subscript", "strike", "underline", "name", "work", "keep"]
"""`name` and `work` are the lines under proper nouns and titles of works; `keep` is as typed in both scripts."""


@dataclass(frozen=True, slots=True)
class Text(Inline):
    """A run of characters; neighbours are joined by the reader, so a word is never split over two."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled(Inline):
    style: Style
    children: Inlines


@dataclass(frozen=True, slots=True)
class Foreign(Inline):
    """Words in another language than the book's; `language` is a BCP 47 tag."""

    language: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Ruby(Inline):
    """Words with their reading over them; one without a reading gets it from a pass ({.pinyin})."""

    base: str
    reading: str
    whole: bool = False
    """The characters stay together: one line is under them all."""

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """Each character with its syllable where these are as many, else the whole with its reading."""
        syllables = self.reading.split()
        if len(syllables) == len(self.base) and not self.whole:
            return tuple(zip(self.base, syllables, strict=True))
        return ((self.base, self.reading),)


@dataclass(frozen=True, slots=True)
class Code(Inline):
    text: str


@dataclass(frozen=True, slots=True)
class LineBreak(Inline):
    pass


@dataclass(frozen=True, slots=True)
class Link(Inline):
    """A link that leaves the book."""

    target: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class CrossReference(Inline):
    """A link within the book. Written `[](#id)`, it gets its words (第二章, 图2-1) from what it points to.

    Until a pass resolves it, `target` is as written: an author's name, a made id, or (it is told) a file of the title.
    `id` is its own, by which print knows its page; notes have none, for they may be said again elsewhere.
    """

    target: str
    children: Inlines = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Image(Inline):
    """A picture of the title; `source` is its path in the title folder."""

    source: str
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Note(Inline):
    """A note at the very spot of its call. `number` counts within the part, from 1; `name` is the source's `[^name]`.

    A note that its part calls again holds no blocks there, but in `same` the id of the first, and its number.
    """

    blocks: Blocks
    id: str = ""
    number: int = 0
    name: str = ""
    same: str = ""


@dataclass(frozen=True, slots=True)
class Term(Inline):
    """A word that the glossary explains. `target` is the entry's id, `id` that of this use."""

    children: Inlines
    target: str = ""
    id: str = ""
    plain: bool = False
    """Written {.plain}: the editor wants no link here."""


@dataclass(frozen=True, slots=True)
class IndexMark(Inline):
    """A place that the index lists: `children` are the words there, none where only the place counts.

    The entry is that of the words, unless `entry` names another; `under` names the entry that it stands below.
    `edge` is the end of a span of paragraphs that is marked as a whole.
    """

    children: Inlines
    entry: str = ""
    under: str = ""
    see: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    main: bool = False
    edge: Edge = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class CiteItem:
    key: str
    prefix: str = ""
    locator: str = ""
    mode: Mode = "normal"


@dataclass(frozen=True, slots=True)
class Cite(Inline):
    """A citation; `children` are its printed words and `targets` the ids of the works, both given by a pass.

    Within the words, a CitedWork stands for each work that they name.
    """

    items: tuple[CiteItem, ...]
    children: Inlines = ()
    targets: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class CitedWork(Inline):
    """Those words of a citation that lead to one work: its number, its author and year; `target` is its id."""

    target: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class PageBreak(Inline):
    """Where a page of the print edition begins; `label` is its printed folio."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Math(Inline):
    """A formula in TeX; a pass gives its MathML, without the outer element, and how it reads on one line: (a−b)/c."""

    tex: str
    display: bool = False
    mathml: str = ""
    words: str = ""

    @property
    def quoted(self) -> str:
        """The TeX, as a message shows it."""
        tex = " ".join(self.tex.split())
        return tex if len(tex) <= 40 else f"{tex[:39]}…"
