"""The words and blocks of a Book: frozen values, each with the place it came from."""

from dataclasses import dataclass
from typing import Literal

from kanben.place import NOWHERE, Place

Align = Literal["", "left", "center", "right"]
Mode = Literal["normal", "author-in-text", "suppress-author"]
Edge = Literal["", "begin", "end"]
Style = Literal["emphasis", "strong", "dot", "superscript", "subscript", "strike", "underline", "name", "work", "keep"]
"""`name` and `work` are the lines under proper nouns and titles of works; `keep` is as typed in both scripts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    place: Place = NOWHERE


# ---- inline --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A run of characters; neighbours are joined by the reader, so a word is never split over two."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled(Node):
    style: Style
    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Foreign(Node):
    """Words in another language than the book's; `language` is a BCP 47 tag."""

    language: str
    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Ruby(Node):
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
class Code(Node):
    text: str


@dataclass(frozen=True, slots=True)
class LineBreak(Node):
    pass


@dataclass(frozen=True, slots=True)
class Link(Node):
    """A link that leaves the book."""

    target: str
    children: "Inlines"


@dataclass(frozen=True, slots=True)
class CrossReference(Node):
    """A link within the book. Written `[](#id)`, it gets its words (第二章, 图2-1) from what it points to.

    `id` is its own, by which print knows its page; notes have none, for they may be said again elsewhere.
    """

    target: str
    children: "Inlines" = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Image(Node):
    """A picture of the title; `source` is its path in the title folder."""

    source: str
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Note(Node):
    """A note at the very spot of its call. `number` counts within the part, from 1; `name` is the source's `[^name]`.

    A note that its part calls again holds no blocks there, but in `same` the id of the first, and its number.
    """

    blocks: "Blocks"
    id: str = ""
    number: int = 0
    name: str = ""
    same: str = ""


@dataclass(frozen=True, slots=True)
class Term(Node):
    """A word that the glossary explains. `target` is the entry's id, `id` that of this use."""

    children: "Inlines"
    target: str = ""
    id: str = ""
    plain: bool = False
    """Written {.plain}: the editor wants no link here."""


@dataclass(frozen=True, slots=True)
class IndexMark(Node):
    """A place that the index lists: `children` are the words there, none where only the place counts.

    The entry is that of the words, unless `entry` names another; `under` names the entry that it stands below.
    `edge` is the end of a span of paragraphs that is marked as a whole.
    """

    children: "Inlines"
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
class Cite(Node):
    """A citation; `children` are its printed words and `targets` the ids of the works, both given by a pass.

    Within the words, a CitedWork stands for each work that they name.
    """

    items: tuple[CiteItem, ...]
    children: "Inlines" = ()
    targets: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class CitedWork(Node):
    """Those words of a citation that lead to one work: its number, its author and year; `target` is its id."""

    target: str
    children: "Inlines"


@dataclass(frozen=True, slots=True)
class PageBreak(Node):
    """Where a page of the print edition begins; `label` is its printed folio."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Math(Node):
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


Inline = (
    Text
    | Styled
    | Foreign
    | Ruby
    | Code
    | LineBreak
    | Link
    | CrossReference
    | Image
    | Note
    | Term
    | IndexMark
    | Cite
    | CitedWork
    | PageBreak
    | Math
)
Inlines = tuple[Inline, ...]

# ---- blocks --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener(Node):
    """A block that begins with a label, a picture or a word of its own; `before` holds the marks of a page it opens."""

    before: "Inlines" = ()


@dataclass(frozen=True, slots=True)
class Heading(Opener):
    """A heading within a part; the part's own heading has level 1. `label` is 第一章 or 1.1, without a space.

    `name` is what the author calls it in cross-references ({#theory}); `id` is the made one.
    """

    level: int
    children: Inlines
    id: str = ""
    name: str = ""
    numbered: bool = True
    number: tuple[int, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """`spot` counts the leaf blocks of a part from 1; layout tells by it where pages begin."""

    children: Inlines
    spot: int = 0
    goes_on: bool = False
    """It follows a displayed formula that stands amid a paragraph: 式中……, without an indent."""


@dataclass(frozen=True, slots=True)
class Plain(Node):
    """The words of a tight list item or a table cell: a leaf block that is no paragraph."""

    children: Inlines
    spot: int = 0


@dataclass(frozen=True, slots=True)
class Quote(Node):
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Epigraph(Node):
    """Words that stand before a chapter; `source` is who said them, without the dash."""

    blocks: "Blocks"
    source: Inlines = ()


@dataclass(frozen=True, slots=True)
class Verse(Node):
    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Item(Node):
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class List(Node):
    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Definition(Node):
    term: Inlines
    blocks: "Blocks"
    spot: int = 0
    """The term is a leaf block."""


@dataclass(frozen=True, slots=True)
class Definitions(Node):
    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """`heads` are the words of the heads over it: 2024年·座数."""

    blocks: "Blocks"
    align: Align = ""
    rows: int = 1
    columns: int = 1
    head: bool = False
    heads: str = ""


@dataclass(frozen=True, slots=True)
class Row(Node):
    """`reaching` are the words of the cells of rows above that span into it, each after its heads: 地区：东部."""

    cells: tuple[Cell, ...]
    reaching: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Opener):
    """`widths` are shares of the measure (0 to 1), or 0 where the content decides.

    `sources` are the paragraphs under it: where it is from, what is to be noted.
    """

    caption: Inlines
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    id: str = ""
    name: str = ""
    label: str = ""
    sources: "Blocks" = ()


@dataclass(frozen=True, slots=True)
class Figure(Opener):
    """`description` tells at length what the picture shows, to those who cannot see it; it is no part of the flow.

    `sources` are the paragraphs under it: where it is from, what is to be noted. In a group it has a `letter`, the
    label (a), and a `reference`, by which the text names it: 图2-1(a).
    """

    image: Image
    caption: Inlines
    id: str = ""
    name: str = ""
    label: str = ""
    description: "Blocks" = ()
    sources: "Blocks" = ()
    letter: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class FigureGroup(Opener):
    """Figures side by side with one number and one caption; each has a letter."""

    figures: tuple[Figure, ...]
    caption: Inlines
    id: str = ""
    name: str = ""
    label: str = ""
    sources: "Blocks" = ()


@dataclass(frozen=True, slots=True)
class Equation(Opener):
    """A displayed formula; `after` are the marks behind it. One that an author named has a label, without 式: (2-1)."""

    math: Math
    after: str = ""
    id: str = ""
    name: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class CodePiece:
    """Some characters of code, and what they are: a keyword, a string …; empty where nothing tells."""

    kind: Literal["", "keyword", "string", "number", "comment", "name"]
    text: str


CodeLine = tuple[CodePiece, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock(Node):
    """`lines` are given by a pass; `first` is the number of the first where they are numbered, else 0."""

    text: str
    language: str = ""
    first: int = 0
    lines: "tuple[CodeLine, ...]" = ()


@dataclass(frozen=True, slots=True)
class Rule(Node):
    """A break in thought, set as a line of space or a mark."""


@dataclass(frozen=True, slots=True)
class Apparatus(Node):
    """A block of entries from a file of the title: what each kind is stands in `entries`."""


Block = (
    Heading
    | Paragraph
    | Plain
    | Quote
    | Epigraph
    | Verse
    | List
    | Definitions
    | Table
    | Figure
    | FigureGroup
    | Equation
    | CodeBlock
    | Rule
    | Apparatus
)
Blocks = tuple[Block, ...]
