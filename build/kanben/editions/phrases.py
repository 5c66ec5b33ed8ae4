"""Let the lines of headings end between words on screens: a Book knows nothing of it, nor do contents and searches."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kanben.book.inlines import Cite, CitedWork, CrossReference, Foreign, IndexMark, Link, Styled, Term, Text
from kanben.book.node import Inline, Inlines
from kanben.composition.phrases import phrase_ends

HOLDERS = (Styled, Foreign, Link, CrossReference, Term, IndexMark, Cite, CitedWork)
NO_WORDS = "\ufffc"
"""Stands for what is no words: a formula, a reading."""


@dataclass(frozen=True, slots=True)
class PhraseEnd(Inline):
    """A place at which a line of a heading may end."""


def in_phrases(words: Inlines | str, language: str, own_words: tuple[str, ...] = ()) -> Inlines:
    """The words of a heading with a PhraseEnd wherever a line may end; the book's own words are not parted."""
    if isinstance(words, str):
        words = (Text(words),)
    ends = phrase_ends("".join(spoken(words)), language, own_words)
    return parted(words, ends, 0)[0] if ends else words


def spoken(words: Inlines) -> Iterator[str]:
    for word in words:
        if isinstance(word, HOLDERS):
            yield from spoken(word.children)
        else:
            yield word.text if isinstance(word, Text) else NO_WORDS


def parted(words: Inlines, ends: tuple[int, ...], at: int) -> tuple[Inlines, int]:
    """Part words that begin at a character; give the place behind them as well."""
    found: list[Inline] = []
    for word in words:
        if isinstance(word, HOLDERS):
            children, at = parted(word.children, ends, at)
            found.append(replace(word, children=children))
        elif isinstance(word, Text):
            found += pieces(word, [end - at for end in ends if at <= end < at + len(word.text)])
            at += len(word.text)
        else:
            found.append(word)
            at += len(NO_WORDS)
    return tuple(found), at


def pieces(word: Text, ends: list[int]) -> Iterator[Inline]:
    """A text cut at its ends; one at 0 stands before it."""
    starts = sorted({0, *ends})
    for start, end in pairwise((*starts, len(word.text))):
        if start in ends:
            yield PhraseEnd(place=word.place)
        yield replace(word, text=word.text[start:end])
