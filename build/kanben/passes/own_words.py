"""Gather the words that are the book's own: a heading on a screen does not split them."""

from collections.abc import Iterator
from dataclasses import replace

from kanben.book.book import Book
from kanben.book.entries import Glossary, GlossaryEntry, Index, IndexEntry
from kanben.book.node import Block
from kanben.trouble import Tell


def gather_own_words(book: Book, tell: Tell) -> Book:
    """Let the book know its own words."""
    return replace(book, own_words=own_words(book))


def own_words(book: Book) -> tuple[str, ...]:
    """The terms of the glossary and the index by all their names, and the subjects of the record, each once."""
    entries = (entry for part in book.parts for block in part.blocks for entry in entries_in(block))
    words = (name for entry in entries for name in (entry.term, *entry.also))
    return tuple(dict.fromkeys((*words, *book.record.subjects)))


def entries_in(block: Block) -> Iterator[GlossaryEntry | IndexEntry]:
    """All entries, those of the index with the ones below them."""
    if isinstance(block, Glossary):
        yield from block.entries
    elif isinstance(block, Index):
        for above in (entry for group in block.groups for entry in group.entries):
            yield above
            yield from above.entries
