"""Write a book's words in Traditional Chinese, character for character, and remember what was doubtful."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from kanben.book.book import Standard
from kanben.script.choices import CHOICES
from kanben.script.conversion import by_default, converted
from kanben.script.standards import CONVERSIONS

BREAK = "\ufffc"
"""Stands for what is no words of the sentence."""
QUOTES = str.maketrans("“”‘’", "「」『』")
HAN = "\u3400-\u9fff"
KEPT = re.compile(f"(?<=[A-Za-z])’(?=[A-Za-z])|(?<=[A-Za-z0-9,;:] )“[^“”{HAN}]*”|(?<=[A-Za-z0-9,;:] )‘[^‘’{HAN}]*’")
"""The apostrophe, and quotation marks within a run of Latin."""
AHEAD = 5
"""So many characters may a phrase have that begins with a doubtful one."""
BEHIND = (2, 3, 4)
Reason = Literal["conflict", "default", "phrase", "word"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A character with several Traditional forms, at `at` in its text: the form taken, and what decided."""

    at: int
    character: str
    form: str
    reason: Reason


class Writer:
    """Writes texts by one standard; `words` are the title's own, which win over the dictionary.

    The dictionary takes the longest phrase from the left, 素发 in 要素发展; `is_word` knows that 要素 is one.
    """

    def __init__(self, standard: Standard, words: Mapping[str, str], is_word: Callable[[str], bool]) -> None:
        self.conversion, self.words, self.is_word = CONVERSIONS[standard], words, is_word
        self.used: set[str] = set()
        longest_first = sorted(words, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def write(self, text: str) -> str:
        return "".join(self.pieces(text))

    def pieces(self, text: str) -> list[str]:
        """What becomes of each character; a word of the title stands whole at its first."""
        pieces = list(converted(self.conversion, text).translate(QUOTES))
        for at, form in self.conflicts(text, pieces).items():
            if self.begins_a_word(text, at, form):
                pieces[at] = form
        for kept in KEPT.finditer(text):
            pieces[kept.start() : kept.end()] = kept[0]
        for word in self.pattern.finditer(text):
            self.used.add(word[0])
            pieces[word.start() : word.end()] = spread(self.words[word[0]], len(word[0]))
        return pieces

    def begins_a_word(self, text: str, at: int, form: str) -> bool:
        """Whether the word before a doubtful character is whole without it; or the two together are none."""
        if any(size <= at and self.is_word(text[at - size : at]) for size in BEHIND):
            return True
        return form == CHOICES[text[at]][0] and not self.is_word(text[at - 1 : at + 1])

    def conflicts(self, text: str, pieces: list[str]) -> dict[int, str]:
        """The doubtful characters that begin a phrase and end another, each with its form in the one that it begins."""
        starts = [at for at, character in enumerate(text) if character in CHOICES]
        ahead = [text[at : at + AHEAD].replace("\n", " ") for at in starts]
        undecided = by_default("\n".join(ahead))
        found, begin = {}, 0
        for at, phrase, written in zip(
            starts, ahead, converted(self.conversion, "\n".join(ahead)).split("\n"), strict=False
        ):
            if begin not in undecided and written[0] != pieces[at]:
                found[at] = written[0]
            begin += len(phrase) + 1
        return found

    def choices(self, text: str, pieces: list[str]) -> list[Choice]:
        """The characters of a text that could have become others."""
        own = {at for word in self.pattern.finditer(text) for at in range(*word.span())}
        default = by_default(text)
        plain = list(converted(self.conversion, text))
        conflicts = self.conflicts(text, plain)

        def reason(at: int) -> Reason:
            if at in own:
                return "word"
            return "conflict" if at in conflicts else "default" if at in default else "phrase"

        return [Choice(at, each, pieces[at], reason(at)) for at, each in enumerate(text) if each in CHOICES]


def spread(word: str, size: int) -> list[str]:
    """A word over so many characters: one by one where they are as many, else whole at the first."""
    return list(word) if len(word) == size else [word, *[""] * (size - 1)]
