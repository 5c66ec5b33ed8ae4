"""Make the table of contents."""

from dataclasses import replace

from kanben.book.bare import bare
from kanben.book.blocks import Heading
from kanben.book.book import Book, ContentsEntry, Part
from kanben.keep import kept
from kanben.trouble import Tell

DEEPEST = 3


def make_contents(book: Book, tell: Tell) -> Book:
    """List every part and its headings of levels 2 and 3, nested, without notes, citations and links."""
    return replace(book, contents=tuple(kept(part.id, entry, part) for part in book.parts))


def entry(part: Part) -> ContentsEntry:
    headings = [block for block in part.blocks if isinstance(block, Heading) and block.level <= DEEPEST]
    return nest([part.heading, *headings], part.id)[0]


def nest(headings: list[Heading], part: str) -> tuple[ContentsEntry, ...]:
    """Each heading with those below it that are deeper, up to the next of its own level."""
    found = []
    while headings:
        first, *rest = headings
        depth = next((n for n, heading in enumerate(rest) if heading.level <= first.level), len(rest))
        below, headings = rest[:depth], rest[depth:]
        found.append(ContentsEntry(first.id, part, first.label, bare(first.children, cites=False), nest(below, part)))
    return tuple(found)
