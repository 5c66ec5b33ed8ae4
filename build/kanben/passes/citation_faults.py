"""Tell what is wrong between citations and works."""

import re
from collections.abc import Collection, Iterator, Sequence

from kanben.book.book import Book, Part
from kanben.book.entries import ReferenceEntry, References
from kanben.book.inlines import Cite, CiteItem, Text
from kanben.book.node import Node
from kanben.book.walk import walk
from kanben.keep import kept, kept_telling
from kanben.passes.citation_styles import Form
from kanben.place import NOWHERE, Place
from kanben.trouble import Tell, nearest, trouble


def placed(nodes: Iterator[Node]) -> Iterator[tuple[Node, Place]]:
    """Each node with its place, or that of the last node before it that has one."""
    last = NOWHERE
    for node in nodes:
        last = node.place if node.place != NOWHERE else last
        yield node, last


def tell_faults(book: Book, entries: Sequence[ReferenceEntry], known: Collection[str], form: Form, tell: Tell) -> None:
    """Tell unknown keys, keys that were not read as citations, works that nothing cites, and a missing list."""
    cites = [each for part in book.parts for each in kept(part.id, cites_in, part)]
    for cite, place in cites:
        for item in cite.items:
            tell_item(item, place, known, form, tell)
    tell_glued(book, known, tell)
    if form != "note" and cites and known and not has_list(book):
        tell(trouble("no-reference-list", cites[0][1]))
    cited = {item.key for cite, _ in cites for item in cite.items}
    for entry in entries:
        if book.whole and entry.key not in cited and not entry.further:
            tell(trouble("uncited-reference", entry.place, key=entry.key))


def cites_in(part: Part) -> tuple[tuple[Cite, Place], ...]:
    return tuple((node, place) for node, place in placed(walk(part)) if isinstance(node, Cite))


def has_list(book: Book) -> bool:
    return book.settings.references_lists == "chapter" or any(
        isinstance(block, References) for part in book.parts for block in part.blocks
    )


def tell_item(item: CiteItem, place: Place, known: Collection[str], form: Form, tell: Tell) -> None:
    if item.key not in known:
        tell(trouble("unknown-reference", place, near=meant(item.key, known), key=item.key))
    elif item.mode == "author-in-text" and form == "note":
        tell(trouble("author-in-note-style", place, key=item.key))


def meant(key: str, known: Collection[str]) -> str:
    """Guess the key: 韩 of @han2024韩 is taken into the key by pandoc, else the nearest spelling."""
    ascii_part = re.match(r"[!-~]*", key)
    whole = ascii_part[0] if ascii_part else ""
    return whole if whole in known else nearest(key, known)


def tell_glued(book: Book, known: Collection[str], tell: Tell) -> None:
    """Tell each @key of the running text: pandoc reads no citation where a letter or a Han stands before the @."""
    if not known:
        return
    keys = "|".join(map(re.escape, sorted(known, key=lambda key: (-len(key), key))))
    for part in book.parts:
        kept_telling(part.id, tell, tell_glued_in, part, rf"(?<![A-Za-z0-9._-])@({keys})(?![A-Za-z0-9_])")


def tell_glued_in(part: Part, pattern: str, tell: Tell) -> None:
    glued = re.compile(pattern)
    for node, place in placed(walk(part)):
        if isinstance(node, Text):
            for match in glued.finditer(node.text):
                tell(trouble("not-a-citation", place, key=match[1]))
