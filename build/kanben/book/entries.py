"""The apparatus of a Book: the entries of its glossary, its index and its bibliography."""

from dataclasses import dataclass

from kanben.book.blocks import Apparatus
from kanben.book.node import Blocks, Fate, Inlines, Node, Opener


@dataclass(frozen=True, slots=True)
class Use(Node):
    """One place that uses a term or cites a work: the id there, and the label of its section (1.1) or part."""

    id: str
    part: str
    label: str


@dataclass(frozen=True, slots=True)
class GlossaryEntry(Opener):
    """A word and what it means."""

    term: str
    blocks: Blocks
    id: str = ""
    also: tuple[str, ...] = ()
    sort: str = ""
    uses: tuple[Use, ...] = ()
    change: Fate = ""


@dataclass(frozen=True, slots=True)
class Glossary(Apparatus):
    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True)
class Locator(Use):
    """A place that the index names; one that spans paragraphs runs to the id `until`."""

    main: bool = False
    until: str = ""


@dataclass(frozen=True, slots=True)
class SeeEntry(Node):
    """Another entry that the index names instead of a place; `target` is its id."""

    words: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class IndexEntry(Opener):
    """A heading of the index. As read, `under` names the one above it; the pass puts it into `entries` of that one.

    `also` are other words for it in the text; without `find`, only marked places are listed.
    """

    term: str
    id: str = ""
    also: tuple[str, ...] = ()
    sort: str = ""
    under: str = ""
    find: bool = True
    see: tuple[SeeEntry, ...] = ()
    see_also: tuple[SeeEntry, ...] = ()
    locators: tuple[Locator, ...] = ()
    entries: "tuple[IndexEntry, ...]" = ()
    change: Fate = ""


@dataclass(frozen=True, slots=True)
class IndexGroup(Opener):
    """The entries under one head: a letter of their pinyin, or a number of strokes."""

    head: str
    entries: tuple[IndexEntry, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Index(Apparatus):
    """As read, its entries are in one group without a head; the pass sorts them."""

    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True)
class ReferenceEntry(Opener):
    """A work of the bibliography; `label` is its printed number ([1]) or empty, `children` are its words.

    `sort` is how its author is read, where a list by authors would read it wrong: shan xiaoli for 单晓丽.
    """

    key: str
    children: Inlines
    label: str = ""
    id: str = ""
    further: bool = False
    sort: str = ""
    uses: tuple[Use, ...] = ()
    spot: int = 0
    change: Fate = ""


@dataclass(frozen=True, slots=True)
class ListedEntry(Opener):
    """A line of a list of figures or tables: 图2-1, its caption, and the id of the figure."""

    label: str
    words: str
    target: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Listing(Apparatus):
    """A list of figures or of tables; a pass fills it."""

    entries: tuple[ListedEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class References(Apparatus):
    entries: tuple[ReferenceEntry, ...]
