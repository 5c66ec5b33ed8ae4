"""Share the parts of a book with hands: each sets and draws some of the later ones, while the first are set here.

A part is the same by whomever it is set: its pages are counted when all are known, and what is drawn is plain data.
Where a hand has fallen silent, or set something else than is wanted now, the part is set here, as without hands.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate
from multiprocessing.connection import Connection
from typing import Any

from kanben.book.book import Book, Part
from kanben.editions.print.galley import DocumentFor, Draw, Galley
from kanben.editions.print.houses import HOUSES
from kanben.editions.print.layout import listening
from kanben.editions.print.leaf import Leaf
from kanben.editions.print.part_facts import facts_of
from kanben.editions.print.pieces.fonts import face_of, learn
from kanben.editions.print.pieces.piece import Piece
from kanben.hands import Crew, Hand, hire

HEAVY = 64_000_000
"""A book with pictures of so many bytes is set without hands: each would hold what it makes of them."""
LIGHT = 4_000
"""So many characters are not worth a fork."""
CONTENTS = 8
"""Of so many characters one is what the contents take; cover and title leaves take no longer than a fork."""


@dataclass(eq=False)
class Share:
    """What one hand does: the parts that it sets, in their order."""

    hand: Hand
    parts: list[str]
    set: dict[str, tuple[str, Galley | None]] = field(default_factory=dict)
    """Of each part that has come: of which HTML it was set, and what; nothing where it prints folios."""
    drawing: list[Galley] = field(default_factory=list)

    def galley(self, part: str, html: str) -> Galley | None:
        while part not in self.set:
            self.hear()
        known = self.set[part]
        return known[1] if known[0] == html else None

    def hear(self) -> None:
        """Take the next part that comes; where the hand has fallen silent, none of the others will."""
        made = self.hand.next()
        if made is None:
            self.set = dict.fromkeys(self.parts, ("", None)) | self.set
        else:
            self.set[made[0]] = made[1:]

    def draw(self, firsts: Mapping[Galley, int], places: Collection[str]) -> None:
        """Let the hand draw what it has set and the book has taken."""
        while len(self.set) < len(self.parts):
            self.hear()
        self.drawing = [galley for _, galley in self.set.values() if galley and galley in firsts]
        self.hand.send([(each.part, firsts[each], each.links.difference(places)) for each in self.drawing])


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is set by others ahead of its turn."""

    shares: Sequence[Share] = ()

    def galley(self, part: str, html: str) -> Galley | None:
        """A part that a hand has set, or is setting now."""
        share = next((share for share in self.shares if part in share.parts), None)
        return share.galley(part, html) if share else None

    def draw(self, leaves: Iterable[Leaf], places: Collection[str]) -> None:
        """Let hands draw what they have set: the pages' numbers are known now, and where links lead."""
        firsts = {leaf.galley: leaf.first for leaf in leaves}
        for share in self.shares:
            share.draw(firsts, places)

    def take(self, fonts: Any) -> None:
        """Take what was drawn; `fonts` are WeasyPrint's of this layout, of which each is asked for its own."""
        for share in self.shares:
            for galley in share.drawing:
                drawn = share.hand.next()
                if drawn is None:
                    break
                piece, first, astray, faces = drawn
                if all(learn(fonts, face) for face in faces):
                    galley.piece, galley.first, galley.astray = piece, first, astray


ALONE = Ahead()


@contextmanager
def sharing(book: Book, make_typesetter: Any, is_new: bool) -> Iterator[Ahead]:
    """Hire hands for a book as long as a block lasts, where nothing was laid out yet in this process."""
    shares = shares_of(book.parts, Crew.spare + 1) if is_new and bears_sharing(book) else []
    theirs = [share for share in shares[1:] if share]
    hands = hire(partial(set_and_draw, make_typesetter, share) for share in theirs)
    try:
        yield Ahead([Share(hand, [part.id for part in share]) for hand, share in zip(hands, theirs, strict=False)])
    finally:
        for hand in hands:
            hand.dismiss()


def bears_sharing(book: Book) -> bool:
    """Whether its parts are set apart from one another, and it is no burden."""
    return not HOUSES[book.settings.theme].runs_on and sum(map(len, book.pictures.values())) < HEAVY


def shares_of(parts: Sequence[Part], count: int) -> list[list[Part]]:
    """Parts in so many shares, the first ones first: as long as each other, but for what is set here besides."""
    lengths = [facts_of(part).characters for part in parts]
    besides = sum(lengths) // CONTENTS
    count, total = min(count, sum(lengths) // LIGHT), besides + sum(lengths)
    if count < 2:
        return []
    ends = accumulate(lengths, initial=besides)
    turns = [int((end + length / 2) * count / total) for end, length in zip(ends, lengths, strict=False)]
    return [[part for part, turn in zip(parts, turns, strict=True) if turn == n] for n in range(count)]


# ---- in the fork ---------------------------------------------------------------------------------------------


def set_and_draw(make_typesetter: Any, parts: Sequence[Part], pipe: Connection) -> None:
    """Send each part's galley when it is set, then each one's piece, when its pages' numbers have come."""
    typesetter = make_typesetter()
    with listening(typesetter.faults):
        galleys = dict(set_parts(typesetter, parts, pipe))
        for part_id, first, astray in pipe.recv():
            pipe.send(drawn(galleys[part_id], typesetter.draw, typesetter.document_for, first, astray))


def set_parts(typesetter: Any, parts: Sequence[Part], pipe: Connection) -> Iterator[tuple[str, Galley]]:
    for part in parts:
        html = typesetter.pages.part(part)
        if typesetter.pages.printed[part.id]:  # these folios are known when all parts are set
            pipe.send((part.id, "", None))
            continue
        galley = typesetter.part(part, 1)
        pipe.send((part.id, html, bare(galley)))
        yield part.id, galley


def bare(galley: Galley) -> Galley:
    """What can be sent of a galley."""
    return replace(galley, document=None, pictures=dict.fromkeys(galley.pictures))


def drawn(
    galley: Galley, draw: Draw, document_for: DocumentFor, first: int, astray: frozenset[str]
) -> tuple[Piece, int, frozenset[str], list[Any]]:
    piece = galley.drawn(draw, document_for, galley.links - astray, first)
    return piece, first, astray, [face_of(used.font) for used in piece.fonts]
