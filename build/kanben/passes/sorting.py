"""Put entries into an order that readers know: by pinyin or by strokes, as GB/T 13418 compares, character by character.

The tables of readings and of strokes are loaded by the first title that asks for them.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeVar

from kanben.book.book import Order
from kanben.book.entries import GlossaryEntry, IndexEntry
from kanben.place import TITLE_YAML
from kanben.trouble import Tell, trouble

DIGITS, OTHERS = "0–9", "#"
Step = tuple[int, str, int, str, int, str]
"""A character's place: its kind, its letter, Latin before Han, its syllable, its tone, itself."""
Key = tuple[Step, ...]
Entry = TypeVar("Entry", GlossaryEntry, IndexEntry)


class Doubt(NamedTuple):
    """A first character that can be read otherwise than it was."""

    character: str
    reading: str
    others: tuple[str, ...]


class Sorter(Protocol):
    def key(self, term: str, sort: str) -> Key: ...

    def head(self, term: str, sort: str) -> str: ...

    def doubt(self, term: str) -> Doubt | None: ...


def sorter_for(order: Order) -> Sorter:
    """The order of a title; raises ImportError where its table is not installed."""
    if order == "stroke":
        from kanben.passes.strokes import ByStrokes  # its table is an extra that few titles need

        return ByStrokes()
    from kanben.passes.pinyin import ByPinyin  # 47,000 phrases: a tenth of a second

    return ByPinyin()


def in_order(entries: tuple[Entry, ...], order: Order, tell: Tell) -> tuple[Entry, ...]:
    """The entries sorted; a first character whose reading is not sure is told."""
    sorter = sorter_or_tell(order, tell) if order != "given" else None
    if not sorter:
        return entries
    for entry in entries:
        if not entry.sort and (doubt := sorter.doubt(entry.term)):
            facts = doubt._asdict() | {"others": "、".join(doubt.others)}
            tell(trouble("polyphone", entry.place, term=entry.term, **facts))
    return tuple(sorted(entries, key=lambda entry: sorter.key(entry.term, entry.sort)))


def sorter_or_tell(order: Order, tell: Tell) -> Sorter | None:
    try:
        return sorter_for(order)
    except ImportError:
        tell(trouble("no-stroke-counts", TITLE_YAML))
        return None


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff" or character == "〇"


def plain_steps(text: str) -> Iterator[Step | str]:
    """The place of each digit, letter and other sign in words; Han characters are given as they are, marks left out."""
    for character in text:
        if is_han(character):
            yield character
        elif character.isdigit():
            yield 0, "", 0, "", 0, character
        elif character.isascii() and character.isalpha():
            yield 1, character.lower(), 0, "", 0, character
        elif character.isalpha():
            yield 2, character, 0, "", 0, character


def head_of(key: Key) -> str:
    """What stands above an entry: a letter, or one head for all digits and one for all other signs."""
    kind, letter = key[0][:2] if key else (2, "")
    if kind == 1:
        return letter.upper() if letter.isascii() else OTHERS  # a character that nobody can read sorts behind Z
    return OTHERS if kind else DIGITS
