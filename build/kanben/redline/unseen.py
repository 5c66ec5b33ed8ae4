"""Tell what changed where no printed word did: where links lead, and what is said to those who do not see a picture."""

from collections.abc import Iterator
from itertools import zip_longest

from kanben.book.changes import Change, ChangedBlocks
from kanben.book.inlines import CrossReference, Image, Link
from kanben.book.node import Node
from kanben.book.walk import walk

NONE = "无"
Fact = tuple[str, str]
"""What it is called, and what it says."""


def unseen_changes(change: Change | ChangedBlocks) -> str:
    """`链接：旧→新；替代文字：旧→新`, or nothing where only the style is another."""
    now = change.children if isinstance(change, Change) else change.blocks
    old, new = facts_in(change.was), facts_in(now)
    return "；".join(told for name in old | new for told in differing(name, old.get(name, []), new.get(name, [])))


def facts_in(nodes: tuple[Node, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, says in (fact for node in walk(nodes) for fact in facts_of(node)):
        found.setdefault(name, []).append(says)
    return found


def facts_of(node: Node) -> Iterator[Fact]:
    match node:
        case Link(target) | CrossReference(target):
            yield "链接", target
        case Image(_, alt):
            yield "替代文字", alt


def differing(name: str, old: list[str], new: list[str]) -> Iterator[str]:
    for before, after in zip_longest(old, new, fillvalue=""):
        if before != after:
            yield f"{name}：{before or NONE}→{after or NONE}"
