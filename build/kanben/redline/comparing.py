"""Compare two books: the whole of the room in one function."""

from dataclasses import dataclass, replace

from kanben.book.book import Book, Part
from kanben.redline.merging import Merger
from kanben.redline.plan import PartPlan, plan_of
from kanben.redline.twins import twins_of


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """A part with its changes marked; `old` and `new` are its numbers in the two books, None where it is not in one.

    `was` has the facts of the old part, without blocks.
    """

    part: Part
    was: Part | None
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class Redline:
    """Two finished books as one: accepting all that is marked gives the new one, refusing it the old one."""

    old: Book
    new: Book
    parts: tuple[MarkedPart, ...]

    @property
    def changed_order(self) -> frozenset[int]:
        """The new numbers of parts that stand before one which they followed, or behind one which they preceded."""
        both = [(part.old, part.new) for part in self.parts if part.old is not None and part.new is not None]
        return frozenset(new for old, new in both if any((a < old) != (b < new) for a, b in both if a != old))


def compare(old_read: Book, old: Book, new_read: Book, new: Book) -> Redline:
    """Mark in the new book all that differs from the old one; each is given as it was read, and as it is finished."""
    before, after = twins_of(old_read, old), twins_of(new_read, new)
    plan = plan_of(before, after)
    merger = Merger(plan, new.record.language)
    old_numbers = {id(twin): n for n, twin in enumerate(before)}
    new_numbers = {id(twin): n for n, twin in enumerate(after)}

    def mark(part: PartPlan) -> MarkedPart:
        was = replace(part.old.made, blocks=()) if part.old else None
        return MarkedPart(merger.part(part), was, old_numbers.get(id(part.old)), new_numbers.get(id(part.new)))

    return Redline(old, new, tuple(map(mark, plan.parts)))
