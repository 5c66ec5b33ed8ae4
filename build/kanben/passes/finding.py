"""Find names in the words of a block, also where a name is half in emphasis, and put something around them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kanben.book.chinese import HAN
from kanben.book.inlines import IndexMark, Styled, Term, Text
from kanben.book.node import Inline, Inlines

QUOTED_TITLE = re.compile("《[^》]*》")
LATIN = "[A-Za-z0-9]"
BOUNDARY = re.compile(f"(?<={HAN})(?={LATIN})|(?<={LATIN})(?={HAN})")
MARKS = {"“": "[“‘]", "‘": "[“‘]", "”": "[”’]", "’": "[”’]"}
"""A quotation within a quotation has the other marks."""
SINGLE = str.maketrans("‘’", "“”")
CLOSED = "\ufffc"
"""Stands for what is no words of the sentence: a note, a citation, a link, a linked term. No name holds it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start` to `end` of a block's letters are a name; `name` is its spelling in the file."""

    start: int
    end: int
    name: str


class Names:
    """Words to look for; where several fit, the longest is taken."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` maps each spelling to what it is a name of."""
        self.ids = {plain(name): target for name, target in names.items()}
        self.spellings = {plain(name): name for name in names}
        longest_first = sorted(names, key=lambda name: len(plain(name)), reverse=True)
        self.pattern = re.compile("|".join(map(pattern_of, longest_first)) or "(?!)")

    def target(self, words: str) -> str:
        """What a spelling is a name of; empty when it is none."""
        return self.ids.get(plain(words), "")

    def find(self, text: str, in_titles: bool = False) -> Iterator[Found]:
        """The names in a text, in order; titles in 《》 are names of their own."""
        titles = [] if in_titles else [match.span() for match in QUOTED_TITLE.finditer(text)]
        for match in self.pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in titles):
                yield Found(*match.span(), self.spellings[plain(match[0])])


def plain(name: str) -> str:
    """A name without white space, in double quotation marks: however it is typed, it is one name."""
    return "".join(name.split()).translate(SINGLE)


def pattern_of(name: str) -> str:
    """A pattern for a name; one that begins or ends in Latin is no part of a longer word: AI, but not in AIM."""
    before = f"(?<!{LATIN})" if re.match(LATIN, name) else ""
    after = f"(?!{LATIN})" if re.match(LATIN, name[-1]) else ""
    return before + r"\s?".join(map(spelling, BOUNDARY.split(name.strip()))) + after


def spelling(piece: str) -> str:
    return r"\s+".join("".join(MARKS.get(mark, re.escape(mark)) for mark in word) for word in re.split(r"\s+", piece))


# ---- letters and words ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Letters:
    """Reads a block's words as one string of characters, through inlines of the types `open`."""

    open: tuple[type, ...]

    def of(self, words: Inlines) -> str:
        return "".join(word.text if isinstance(word, Text) else self.inner(word) for word in words)

    def inner(self, word: Inline) -> str:
        return self.of(children_of(word)) if isinstance(word, self.open) else CLOSED

    def length(self, word: Inline) -> int:
        return len(word.text) if isinstance(word, Text) else len(self.inner(word))

    def closed(self, words: Inlines, at: int = 0) -> Iterator[tuple[int, Inline]]:
        """Each inline that is no words of the sentence, with the character that stands for it."""
        for word in words:
            if isinstance(word, self.open):
                yield from self.closed(children_of(word), at)
            elif not isinstance(word, Text):
                yield at, word
            at += self.length(word)

    def wrapped(self, words: Inlines, start: int, end: int, around: Term | IndexMark) -> Inlines:
        """Put a link or a mark around the characters from `start` to `end`; emphasis that they only share is split."""
        at = 0
        for n, word in enumerate(words):
            size = self.length(word)
            if isinstance(word, self.open) and at <= start and end <= at + size:
                inside = self.wrapped(children_of(word), start - at, end - at, around)
                return (*words[:n], with_children(word, inside), *words[n + 1 :])
            at += size
        before, rest = self.cut(words, start)
        middle, after = self.cut(rest, end - start)
        return (*before, replace(around, children=middle), *after)

    def cut(self, words: Inlines, at: int) -> tuple[Inlines, Inlines]:
        """The words before a character and those from it on."""
        for n, word in enumerate(words):
            size = self.length(word)
            if at <= 0:
                return words[:n], words[n:]
            if at < size:
                first, second = self.halves(word, at)
                return (*words[:n], first), (second, *words[n + 1 :])
            at -= size
        return words, ()

    def halves(self, word: Inline, at: int) -> tuple[Inline, Inline]:
        """A word cut in two; what is marked keeps its id where it begins."""
        if isinstance(word, Text):
            return replace(word, text=word.text[:at]), replace(word, text=word.text[at:])
        before, after = self.cut(children_of(word), at)
        rest = with_children(word, after)
        return with_children(word, before), replace(rest, id="") if isinstance(rest, IndexMark) else rest


def children_of(word: Inline) -> Inlines:
    return word.children if isinstance(word, Styled | IndexMark | Term) else ()


def with_children(word: Inline, children: Inlines) -> Inline:
    return replace(word, children=children) if isinstance(word, Styled | IndexMark | Term) else word
