"""Propose the readings of words that an editor marked `{.pinyin}`; what is not certain is told."""

from dataclasses import replace

from kanben.book.book import Book, Part
from kanben.book.inlines import Ruby
from kanben.book.node import Node
from kanben.book.walk import rebuild, walk
from kanben.keep import kept
from kanben.trouble import Tell, trouble


def propose_readings(book: Book, tell: Tell) -> Book:
    """Give each Ruby without a reading that of its words by pypinyin, tones and all."""
    if not any(kept(part.id, has_unread, part) for part in book.parts):
        return book
    from kanben.passes.pinyin import doubtful_readings, spoken  # 0.1 s, where a book wants it

    def read(node: Node) -> Node:
        if not isinstance(node, Ruby) or node.reading:
            return node
        syllables = spoken(node.base)
        for character, syllable in zip(node.base, syllables, strict=True):
            if not syllable:
                tell(trouble("no-reading", node.place, words=node.base, character=character))
                return node
        reading = " ".join(syllables)
        for doubt in doubtful_readings(node.base):
            taken, others = syllables[doubt.at], "、".join(doubt.others)
            facts = {"words": node.base, "character": node.base[doubt.at], "taken": taken, "others": others}
            tell(trouble("uncertain-reading", node.place, reading=reading, **facts))
        return replace(node, reading=reading)

    whole: Book = rebuild(book, read)
    return whole


def has_unread(part: Part) -> bool:
    return any(isinstance(node, Ruby) and not node.reading for node in walk(part))
