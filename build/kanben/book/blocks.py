"""The blocks of a Book: headings, paragraphs, lists, tables, figures …"""

from dataclasses import dataclass
from typing import Literal

from kanben.book.charts import Chart
from kanben.book.inlines import Image, Math
from kanben.book.node import Block, Blocks, Fate, Inlines, Node, Opener

Align = Literal["", "left", "center", "right"]


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
class Paragraph(Block):
    """`spot` counts the leaf blocks of a part from 1; layout tells by it where pages begin."""

    children: Inlines
    spot: int = 0
    goes_on: bool = False
    """It follows a displayed formula that stands amid a paragraph: 式中……, without an indent."""


@dataclass(frozen=True, slots=True)
class Plain(Block):
    """The words of a tight list item or a table cell: a leaf block that is no paragraph."""

    children: Inlines
    spot: int = 0


@dataclass(frozen=True, slots=True)
class Quote(Block):
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Epigraph(Block):
    """Words that stand before a chapter; `source` is who said them, without the dash."""

    blocks: Blocks
    source: Inlines = ()


@dataclass(frozen=True, slots=True)
class Verse(Block):
    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Item(Node):
    blocks: Blocks
    change: Fate = ""


@dataclass(frozen=True, slots=True)
class List(Block):
    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Definition(Node):
    term: Inlines
    blocks: Blocks
    spot: int = 0
    """The term is a leaf block."""
    change: Fate = ""


@dataclass(frozen=True, slots=True)
class Definitions(Block):
    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """`heads` are the words of the heads over it: 2024年·座数."""

    blocks: Blocks
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
    change: Fate = ""


@dataclass(frozen=True, slots=True)
class Table(Opener):
    """`sources` are the paragraphs under it: where it is from, what is to be noted.

    In print one that is `landscape` stands turned, on pages of its own. A redline says the `fates` of the columns,
    where some are new or gone.
    """

    caption: Inlines
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    id: str = ""
    name: str = ""
    label: str = ""
    sources: Blocks = ()
    landscape: bool = False
    fates: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure(Opener):
    """`image` is a picture, or a chart that each edition draws.

    `description` tells at length what it shows, to those who cannot see it; it is no part of the flow.

    `sources` are the paragraphs under it: where it is from, what is to be noted. In a group it has a `letter`, the
    label (a), and a `reference`, by which the text names it: 图2-1(a). In print one that is `landscape` stands turned.
    """

    image: Image | Chart
    caption: Inlines
    id: str = ""
    name: str = ""
    label: str = ""
    description: Blocks = ()
    sources: Blocks = ()
    letter: str = ""
    reference: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class FigureGroup(Opener):
    """Figures side by side with one number and one caption; each has a letter."""

    figures: tuple[Figure, ...]
    caption: Inlines
    id: str = ""
    name: str = ""
    label: str = ""
    sources: Blocks = ()

    @property
    def columns(self) -> int:
        """How many stand side by side in print."""
        return 2 if len(self.figures) in (2, 4) else 3


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
class CodeBlock(Block):
    """`lines` are given by a pass; `first` is the number of the first where they are numbered, else 0."""

    text: str
    language: str = ""
    first: int = 0
    lines: tuple[CodeLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule(Block):
    """A break in thought, set as a line of space or a mark."""


@dataclass(frozen=True, slots=True)
class Apparatus(Block):
    """A block of entries from a file of the title: what each kind is stands in `entries`."""
