"""Say how alike two pieces are, from 0 to 1, by the pairs of characters that they share (Dice)."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from kanben.book.blocks import Apparatus, Heading, Item, Paragraph, Plain, Row, Table
from kanben.book.entries import GlossaryEntry, IndexEntry, IndexGroup, ReferenceEntry
from kanben.book.inlines import Image, Note
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.redline.twins import Twin

LEAST, LEAST_OF_FEW = 0.5, 0.2
"""What is less alike is another piece; there are few tables, figures and lists, and one in place of one is the same."""
KEPT, NEARLY_ALL = 12, 0.85
"""So many characters, and so much of them, are left of what was cut and is still the same piece."""
MANY = Paragraph | Plain | Heading | Note | Item | Row


@dataclass
class Profiles:
    """The words of each piece that was asked for, and their pairs of characters."""

    words: dict[int, str] = field(default_factory=dict)
    pairs: dict[int, "Counter[tuple[str, str]]"] = field(default_factory=dict)
    kept: list[Any] = field(default_factory=list)
    """So that no other piece gets the id of one that was asked for."""

    def likeness(self, old: Twin, new: Twin) -> float:
        """How alike two pieces are; 0 where they are no pair."""
        if old.typed == new.typed:
            return 1.0
        if type(old.typed) is not type(new.typed):
            return 0.0
        if (name := name_of(old.typed)) or name_of(new.typed):
            return 0.9 * (name == name_of(new.typed))
        least = LEAST if isinstance(new.typed, MANY) else LEAST_OF_FEW
        found = self.of_words(old.typed, new.typed, least)
        if isinstance(new.typed, Table):
            found = max(found, of_cells(old.typed, new.typed))
        return found if found >= least else 0.0

    def of_words(self, old: Any, new: Any, least: float) -> float:
        """How alike words are; a piece without words is like every other one of its kind."""
        a, b = self.text(old), self.text(new)
        if not a or not b:
            return 0.6 * (a == b)
        short, length = min(len(a), len(b)), len(a) + len(b)
        if short < KEPT and 2 * short < least * length:
            return 0.0
        pairs_a, pairs_b = self.pairs[id(old)], self.pairs[id(new)]
        shared = (pairs_a & pairs_b).total()
        cut = short >= KEPT and shared >= NEARLY_ALL * short
        return max(2 * shared / (pairs_a.total() + pairs_b.total()), LEAST if cut else 0.0)

    def text(self, piece: Any) -> str:
        if id(piece) not in self.words:
            words = "".join(all_words(piece).split())
            self.kept.append(piece)
            self.words[id(piece)] = words
            self.pairs[id(piece)] = Counter(pairwise(f"\n{words}\n"))
        return self.words[id(piece)]


def of_cells(old: Table, new: Table) -> float:
    """How many cells two tables share: their words stand in other company where a column comes or goes."""
    a, b = (Counter(text_of(cell) for row in (*table.head, *table.body) for cell in row.cells) for table in (old, new))
    return 2 * (a & b).total() / max(1, (a + b).total())


def all_words(piece: Any) -> str:
    """The words of a piece with its notes, and what its pictures are said to show."""
    shown = "".join(node.alt for node in walk(piece) if isinstance(node, Image))
    return text_of(piece, notes=True) + shown


def name_of(piece: Any) -> str:
    """What an entry or an apparatus is called: it stays the same one whatever is said in it."""
    match piece:
        case GlossaryEntry() | IndexEntry():
            return piece.term
        case ReferenceEntry():
            return piece.key
        case IndexGroup():
            return piece.head or "all"
        case Apparatus():
            return type(piece).__name__
    return ""
