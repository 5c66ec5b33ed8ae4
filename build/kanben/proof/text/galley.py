"""The words of a book as a proofreader has them on the desk, and how a fault in them is told."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from kanben.book.passage import OBJECT, Passage
from kanben.trouble import Trouble, trouble

AROUND = 2  # characters that are shown on each side of a fault
LONG = 16
WITHIN_WORD = re.compile("[A-Za-z0-9.]{2}")
HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, as the inside of a class in a pattern."""
CHINESE = re.compile(f"[{HAN}]")
ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:\s?10\.|10\.(?=\d{4,9}/))[!-~]+"  # of the web
    r"|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"  # of mail
    r"|(?:[A-Za-z]:)?[\\/][!-'*-.0-:<-~]*[\\/][!-'*-.0-:<-~]*",  # of a file
    re.ASCII,
)


@dataclass(frozen=True)
class Galley:
    """`names` has the words of each entry of the glossary, the term first."""

    printed: tuple[Passage, ...]
    names: tuple[tuple[str, ...], ...]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Those in the book's language, without addresses."""
        return tuple(without_addresses(each) for each in self.printed if not each.language)

    @cached_property
    def foreign(self) -> tuple[Passage, ...]:
        return tuple(without_addresses(each) for each in self.printed if each.language)


Rule = Callable[[Galley], Iterator[Trouble]]


def without_addresses(passage: Passage) -> Passage:
    return replace(passage, text=ADDRESS.sub(lambda found: OBJECT * len(found[0]), passage.text))


def told(code: str, passage: Passage, start: int, end: int, mended: str | None = None, **facts: str) -> Trouble:
    """A fault of some characters, shown with their neighbours; `mended` is what to write in their place."""
    before, after = neighbours(passage.text, start, end)
    if mended is not None:
        facts["mended"] = shown(before + mended + after)
    words = shown(before + passage.text[start:end] + after)
    return trouble(code, passage.places[start], words=words, **facts)


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands beside some characters: a number or a Latin word in whole, unless it is very long."""
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    while start - first < LONG and WITHIN_WORD.match(text, first - 1):
        first -= 1
    while last - end < LONG and WITHIN_WORD.match(text, last - 1):
        last += 1
    return text[first:start], text[end:last]


def shown(words: str) -> str:
    """What stands for another thing shows as …."""
    return "".join("…" if not character.isprintable() or character == OBJECT else character for character in words)


def matches(pattern: re.Pattern[str], galley: Galley) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every place of a pattern in the book's own language."""
    for passage in galley.passages:
        for found in pattern.finditer(passage.text):
            yield passage, found
