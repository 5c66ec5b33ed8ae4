"""Words written in two ways: against dictionaries, or the book's own glossary."""

import re
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.proof.text.variants import AFTER, BEFORE, VARIANTS
from kanben.trouble import Trouble

VARIANT = re.compile("|".join(sorted(VARIANTS, key=len, reverse=True)))
AS_WELL = re.compile("[^。！？；]*又")
GAPS = re.compile(r"[\s·\-‐]")


def variant_words(galley: Galley) -> Iterator[Trouble]:
    for passage, word in matches(VARIANT, galley):
        if not is_another_word(passage.text, word):
            yield told("variant-word", passage, word.start(), word.end(), VARIANTS[word[0]])


def is_another_word(text: str, word: re.Match[str]) -> bool:
    """Whether its neighbours make other words of the characters; 既使…又… is a pair of conjunctions."""
    before, after = text[: word.start()][-1:], text[word.end() :][:1]
    beside = (before and before in BEFORE.get(word[0], "")) or (after and after in AFTER.get(word[0], ""))
    return bool(beside) or (word[0] == "既使" and bool(AS_WELL.match(text, word.end())))


def two_spellings(galley: Galley) -> Iterator[Trouble]:
    """Names of one entry that differ in capitals or gaps alone: the book takes the term."""
    for names in galley.names:
        term, *others = names
        for other in others:
            if is_spelling(term, other) and said(term, galley):
                for passage, word in matches(re.compile(bounded(other)), galley):
                    yield told("two-spellings", passage, word.start(), word.end(), term, term=term)


def is_spelling(one: str, other: str) -> bool:
    return GAPS.sub("", one).casefold() == GAPS.sub("", other).casefold()


def said(term: str, galley: Galley) -> bool:
    return any(True for _ in matches(re.compile(bounded(term)), galley))


def bounded(word: str) -> str:
    """A Latin word stands alone: not AI in PAIR."""
    return rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word)
