"""List the changes of each part, as they stand in it, by what they are and a few words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kanben.book.book import Part
from kanben.book.changes import Change, ChangedBlocks
from kanben.book.entries import GlossaryEntry, IndexEntry
from kanben.book.inlines import Image
from kanben.book.node import Node
from kanben.book.text import text_of
from kanben.book.walk import fields_of, walk

Sign = Literal["增", "删", "改", "移", "式"]
LONGEST, CONTEXT = 30, 8
"""In characters: of a passage that is listed, and of what stands before and behind a shorter one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One change: what was done, where it stands, and its words within those around them."""

    sign: Sign
    target: str
    words: str


def changes_in(part: Part) -> tuple[Listed, ...]:
    """The changes of a part whose changes have ids, in reading order."""
    return tuple(listed((part.heading, *part.blocks)))


def listed(value: Any) -> Iterator[Listed]:
    if isinstance(value, tuple):
        for n, item in enumerate(value):
            if isinstance(item, Change) and item.id:
                yield Listed(sign_of(item), item.id, in_context(value, n, item) + unseen(item))
            yield from listed(item)
    elif isinstance(value, IndexEntry | GlossaryEntry) and value.change:
        yield Listed("增" if value.change == "added" else "删", value.id, value.term)
    elif isinstance(value, ChangedBlocks) and value.id:
        if value.blocks or not value.move:
            words = shortened(words_of(value)) + unseen(value)
            yield Listed("移" if value.move else sign_of(value), value.id, words)
        if value.move:
            yield from listed(value.blocks)
    elif isinstance(value, Node):
        for name in fields_of(value):
            yield from listed(getattr(value, name))


def sign_of(change: Change | ChangedBlocks) -> Sign:
    if change.restyled:
        return "式"
    now = change.children if isinstance(change, Change) else change.blocks
    return "改" if now and change.was else "增" if now else "删"


def unseen(change: Change | ChangedBlocks) -> str:
    """What was changed in words that stay as they were, in brackets."""
    return f"（{change.unseen}）" if change.unseen else ""


def in_context(words: tuple[Any, ...], n: int, change: Change) -> str:
    """…前文〔旧→新〕后文…; a long passage alone."""
    old, new = one_line(text_of(change.was)), one_line(text_of(change.children))
    inside = f"{old}→{new}" if old and new and not change.restyled else new or old
    if len(inside) > LONGEST - 2 * CONTEXT:
        return shortened(inside)
    before, after = one_line(text_of(words[:n])), one_line(text_of(words[n + 1 :]))
    head = f"…{before[-CONTEXT:]}" if len(before) > CONTEXT else before
    tail = f"{after[:CONTEXT]}…" if len(after) > CONTEXT else after
    return f"{head}〔{inside}〕{tail}" if head or tail else inside


def words_of(change: ChangedBlocks) -> str:
    """What blocks say; of a figure its caption, or what it shows."""
    blocks = change.blocks or change.was
    return text_of(blocks) or "".join(node.alt for node in walk(blocks) if isinstance(node, Image))


def shortened(words: str) -> str:
    words = one_line(words)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def one_line(words: str) -> str:
    return " ".join(words.split())
