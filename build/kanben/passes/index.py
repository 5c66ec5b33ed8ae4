"""Make the index: find its places in the text, and put its entries in order under their heads."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kanben.book.book import Book, Part
from kanben.book.entries import Index, IndexEntry, IndexGroup, SeeEntry
from kanben.book.inlines import IndexMark
from kanben.book.walk import walk
from kanben.keep import kept
from kanben.passes.finding import Names
from kanben.passes.index_faults import amount_fault, tell_references, tell_unfound
from kanben.passes.index_places import Marker
from kanben.passes.index_tree import Path, Tree
from kanben.passes.sorting import DIGITS, OTHERS, in_order, sorter_or_tell
from kanben.trouble import Tell, trouble

HEAD_IDS = {DIGITS: "digits", OTHERS: "signs", "": "all"}


def make_index(book: Book, tell: Tell) -> Book:
    """Complete the index of a book that has one; without entries it is left out, heading and all."""
    index = next((block for part in book.parts for block in part.blocks if isinstance(block, Index)), None)
    if not index:
        tell_unplaced(book, tell)
        return book
    entries = index.groups[0].entries
    tree = Tree(entries)
    paths = dict(words_to_find(entries))
    names = Names({word: word for entry in entries for word in (entry.term, *entry.also)})
    marker = Marker(tree, names, paths)
    parts = tuple(marker.mark_part(part) for part in book.parts)
    if fault := amount_fault(tree):
        tell(fault)
        return book
    if book.whole:
        tell_unfound(book, tree, names, tell)
        tell_references(tree, tell)
    groups = tuple(groups_of(tree, book, tell))
    return replace(book, parts=tuple(with_index(parts, index, groups)))


def with_index(parts: tuple[Part, ...], index: Index, groups: tuple[IndexGroup, ...]) -> Iterator[Part]:
    """The parts, that of the index with its entries; without any it is left out."""
    for part in parts:
        if index not in part.blocks:
            yield part
        elif groups:
            blocks = (replace(index, groups=groups) if block == index else block for block in part.blocks)
            yield replace(part, blocks=tuple(blocks))


def tell_unplaced(book: Book, tell: Tell) -> None:
    """Marks that no index gathers."""
    mark = next(filter(None, (kept(part.id, first_mark, part) for part in book.parts)), None)
    if mark and book.whole:
        tell(trouble("unplaced-index", mark.place))


def first_mark(part: Part) -> IndexMark | None:
    return next((node for node in walk(part) if isinstance(node, IndexMark)), None)


def words_to_find(entries: tuple[IndexEntry, ...]) -> Iterator[tuple[str, Path]]:
    """Each word to look for, and the entry that lists it; an entry that only refers to another looks for none."""
    for entry in entries:
        if entry.find and not entry.see:
            yield from ((word, (entry.under, entry.term)) for word in (entry.term, *entry.also))


# ---- the entries in order ------------------------------------------------------------------------------------


def groups_of(tree: Tree, book: Book, tell: Tell) -> Iterator[IndexGroup]:
    """The entries under their heads."""
    order = book.settings.index_order
    shown = tuple(finished(tree, path, book, tell) for path in tree.drafts if not path[0] and tree.is_shown(path))
    sorter = sorter_or_tell(order, tell)
    if not sorter or not shown:
        return
    for head, entries in groupby(in_order(shown, order, tell), lambda entry: sorter.head(entry.term, entry.sort)):
        yield IndexGroup(head, tuple(entries), id=f"index-{HEAD_IDS.get(head, head.rstrip('画').lower())}")


def finished(tree: Tree, path: Path, book: Book, tell: Tell) -> IndexEntry:
    draft = tree.drafts[path]
    below = [(path[1], lower.term) for lower in tree.shown_below(path[1])] if not path[0] else []
    return IndexEntry(
        draft.term,
        id=draft.id,
        sort=draft.sort,
        under=path[0],
        see=tuple(resolved(tree, draft.see)),
        see_also=tuple(resolved(tree, draft.see_also)),
        locators=tuple(draft.locators),
        entries=in_order(tuple(finished(tree, each, book, tell) for each in below), book.settings.index_order, tell),
        place=draft.place,
    )


def resolved(tree: Tree, references: list[SeeEntry]) -> Iterator[SeeEntry]:
    """The references whose entries there are; the others are told."""
    for reference in references:
        if path := tree.named(reference.words):
            yield replace(reference, target=tree.drafts[path].id)
