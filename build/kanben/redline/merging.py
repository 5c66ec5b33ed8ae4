"""Make one tree of what stood there and what stands there now, every change marked where it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any, get_args

from kanben.book.blocks import Cell, CodeBlock, Definition, Equation, Figure, FigureGroup, Item, Row, Table
from kanben.book.book import Part
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import GlossaryEntry, IndexEntry, IndexGroup, ReferenceEntry
from kanben.book.inlines import Image, Note
from kanben.book.node import Block, Blocks, Fate, Inlines, Node
from kanben.book.text import text_of
from kanben.redline.columns import ColumnMerger, is_grid, spans, stays
from kanben.redline.couples import Couple, change_of, couples, line_of, notes_in
from kanben.redline.likeness import Profiles
from kanben.redline.plan import Pairs, PartPlan, Plan
from kanben.redline.sequences import Pair, aligned
from kanben.redline.tokens import Token, canonical, put_together, with_ids_once
from kanben.redline.twins import Twin
from kanben.redline.words import changes_between

MEMBERS = Item | Row | Definition | GlossaryEntry | IndexEntry | ReferenceEntry
"""What is marked as a whole where it is new or gone, for no block can stand around it."""
BY_PLACE = (Cell, Figure)
"""Members that are paired by their place, if they are as many."""
OF_PASSES = {"place", "before"}


class NoMerge(Exception):
    """Two pieces differ in more than their words and members: the one stands in place of the other."""


@dataclass(frozen=True, slots=True)
class Merger:
    """Merges pieces of one book; `language` is that of its words."""

    plan: Plan
    language: str

    @property
    def profiles(self) -> Profiles:
        return self.plan.profiles

    # ---- parts and blocks ------------------------------------------------------------------------------------

    def part(self, plan: PartPlan) -> Part:
        """A part with all that changed in it; one that is new or gone stands as it is."""
        if not plan.old or not plan.new:
            side = plan.new or plan.old
            assert side
            whole: Part = replace(side.made, blocks=self.blocks(plan.pairs))
            return whole
        old, new = plan.old.inner("heading").inner("children"), plan.new.inner("heading").inner("children")
        part: Part = plan.new.made
        heading = replace(part.heading, children=self.words(old, new))
        return replace(part, heading=heading, blocks=self.blocks(plan.pairs))

    def blocks(self, pairs: Pairs) -> Blocks:
        """Blocks, and around those that are new, gone or moved what says so; neighbours of one fate share it."""
        found: list[Block] = []
        for fate, run in groupby(pairs, self.fate):
            each = list(run)
            if fate == "both":
                found += [self.pair(old, new) for old, new in each if old and new]
            else:
                found.append(self.changed(fate, each))
        return tuple(found)

    def fate(self, pair: Pair[Twin]) -> str:
        """both, was, new; or was and new with the name of a move."""
        old, new = pair
        if old and new:
            return "both"
        one = old or new
        return ("was" if old else "new") + self.plan.moves.get(id(one), (None, ""))[1]

    def changed(self, fate: str, run: list[Pair[Twin]]) -> ChangedBlocks:
        move = fate[3:]
        if fate.startswith("was"):
            return ChangedBlocks(was=tuple(old.made for old, _ in run if old), move=move)
        blocks = (self.pair(self.plan.moves[id(new)][0], new) if move else new.made for _, new in run if new)
        return ChangedBlocks(blocks=tuple(blocks), move=move)

    def pair(self, old: Twin, new: Twin) -> Block:
        """A block that stayed, with the changes in it; or both blocks, where no words tell the difference."""
        try:
            block: Block = self.node(old, new)
            return block
        except NoMerge:
            return ChangedBlocks(was=(old.made,), blocks=(new.made,), restyled=same_words(old.typed, new.typed))

    # ---- what is in a block ----------------------------------------------------------------------------------

    def node(self, old: Twin, new: Twin) -> Any:
        """A piece with what changed in it."""
        if old.typed == new.typed:
            return new.made
        if type(old.typed) is not type(new.typed):
            raise NoMerge
        if isinstance(new.typed, Table):
            return self.table(old, new)
        return self.fields(old, new, new.made)

    def fields(self, old: Twin, new: Twin, made: Any, apart: Sequence[str] = ()) -> Any:
        """A piece with what changed in its fields, but for those that were seen to before."""
        changed: dict[str, Any] = {}
        for name, kind in kinds_of(new.typed).items():
            before, after = old.inner(name), new.inner(name)
            if before.typed != after.typed and name not in apart:
                changed[name] = self.field(kind, before, after)
        return replace(made, **changed)

    def table(self, old: Twin, new: Twin) -> Any:
        """A table; where some of its columns are new or gone, with the columns of both."""
        if not is_grid(old.typed) or not is_grid(new.typed):
            if spans(old.typed) != spans(new.typed):
                raise NoMerge
            return self.fields(old, new, new.made)
        merger = ColumnMerger(self.node, self.profiles.likeness)
        stay = list(map(stays, columns := merger.columns(old, new)))
        if all(stay):
            return self.fields(old, new, new.made)
        if any(stay):
            return self.fields(old, new, merger.table(columns, old, new), apart=("head", "body"))
        raise NoMerge

    def field(self, kind: str, old: Twin, new: Twin) -> Any:
        match kind:
            case "words":
                return self.words(old, new)
            case "blocks":
                return self.blocks(self.inner_pairs(old.each(), new.each()))
            case "members":
                return tuple(self.members(old.each(), new.each()))
            case "lines":
                return tuple(self.words(before, after) for before, after in by_place(old, new))
            case "cells":
                return tuple(self.node(before, after) for before, after in by_place(old, new))
        raise NoMerge

    def inner_pairs(self, old: list[Twin], new: list[Twin]) -> Pairs:
        """The blocks of a cell, an item or a note; where there is but one it is the same one, however it was edited."""
        if len(old) == len(new) == 1 and type(old[0].typed) is type(new[0].typed):
            return [(old[0], new[0])]
        return aligned(old, new, lambda twin: twin.typed, self.profiles.likeness)

    def members(self, old: Sequence[Twin], new: Sequence[Twin]) -> Iterable[Node]:
        for before, after in aligned(old, new, lambda twin: twin.typed, self.profiles.likeness):
            try:
                if before and after:
                    yield self.node(before, after)
                    continue
            except NoMerge:
                pass
            if before:
                yield marked(before.made, "deleted")
            if after:
                yield marked(after.made, "added")

    # ---- words -----------------------------------------------------------------------------------------------

    def words(self, old: Twin, new: Twin) -> Inlines:
        """Words with a Change wherever they differ."""
        if old.typed == new.typed:
            return canonical(new.made)
        before, after = couples(old), couples(new)
        if before is None or after is None:
            return (Change(was=old.made, children=new.made),)
        found: list[Any] = []
        at = self.notes_apart(before, after)
        a = c = 0
        for change in changes_between(line_of(before, self.language, at[0]), line_of(after, self.language, at[1])):
            found += self.stayed(before[a : change.a], after[c : change.c])
            marked = change_of(before[change.a : change.b], after[change.c : change.d])
            found += [marked] if marked.was or marked.children else []  # a mark of the index shows no words
            a, c = change.b, change.d
        return with_ids_once((*found, *self.stayed(before[a:], after[c:])))

    def stayed(self, old: list[Couple], new: list[Couple]) -> Inlines:
        """Words that stayed, with the changes in their notes."""
        pairs = zip(old, new, strict=True)
        return put_together(self.token(before, after) for before, after in pairs if after[1])

    def token(self, old: Couple, new: Couple) -> Token:
        shown = new[1]
        assert shown
        if not isinstance(new[0].atom, Note) or old[0].atom == new[0].atom or not old[1]:
            return shown
        before, after = Twin(old[0].atom, old[1].atom), Twin(new[0].atom, shown.atom)
        if len(after.typed.blocks) != len(after.made.blocks) or len(before.typed.blocks) != len(before.made.blocks):
            return shown  # a later call of a note, whose words stand at the first
        return replace(shown, atom=self.node(before, after))

    def notes_apart(self, old: list[Couple], new: list[Couple]) -> tuple[dict[int, str], dict[int, str]]:
        """What notes are compared by: those alike, in order, by one name."""
        a, b = notes_in(old), notes_in(new)
        pairs = aligned(a, b, lambda note: note[1].typed, lambda x, y: self.alike(x[1], y[1]))
        names: tuple[dict[int, str], dict[int, str]] = ({}, {})
        for n, pair in enumerate(pairs):
            for side, note in zip(names, pair, strict=True):
                if note:
                    side[note[0]] = f"note {n}"
        return names

    def alike(self, old: Twin, new: Twin) -> float:
        return self.profiles.likeness(old, new)


def marked(member: Any, change: Fate) -> Any:
    if not isinstance(member, MEMBERS):
        if isinstance(member, IndexGroup):
            return replace(member, entries=tuple(marked(entry, change) for entry in member.entries))
        raise NoMerge
    return replace(member, change=change)


def by_place(old: Twin, new: Twin) -> list[tuple[Twin, Twin]]:
    if len(old.typed) != len(new.typed):
        raise NoMerge
    return list(zip(old.each(), new.each(), strict=True))


def same_words(old: Any, new: Any) -> bool:
    """Whether a block says the same as another in another form; what is more than words is shown as it was and is."""
    if isinstance(new, Table | FigureGroup | CodeBlock | Equation):
        return False
    if isinstance(new, Figure) and isinstance(old, Figure) and pictured(old) != pictured(new):
        return False
    return type(old) is type(new) and text_of(old, notes=True) == text_of(new, notes=True)


def pictured(figure: Figure) -> Any:
    """What a figure shows: its picture, whatever that is said to be; or its chart."""
    return figure.image.source if isinstance(figure.image, Image) else figure.image


KINDS: dict[type, dict[str, str]] = {}


def kinds_of(node: Node) -> dict[str, str]:
    """What each field of a node holds that editors write."""
    kind = type(node)
    if kind not in KINDS:
        KINDS[kind] = {field.name: kind_of(field.type) for field in fields(kind) if field.name not in OF_PASSES}
    return KINDS[kind]


def kind_of(held: Any) -> str:
    if held == Inlines:
        return "words"
    if held == Blocks:
        return "blocks"
    if held == tuple[Inlines, ...]:
        return "lines"
    if held == "tuple[IndexEntry, ...]":
        return "members"
    inner = next(iter(get_args(held)), None)
    if isinstance(inner, type) and issubclass(inner, BY_PLACE):
        return "cells"
    return "members" if isinstance(inner, type) and issubclass(inner, (*get_args(MEMBERS), IndexGroup)) else "fact"
