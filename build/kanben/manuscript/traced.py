"""Words that remember where in the manuscript each of their characters stood."""

from collections.abc import Iterable
from dataclasses import dataclass

CALL = "\x01"
"""Stands in traced words where a note is called; control characters of the manuscript never get this far."""


def squeeze(text: str) -> str:
    """Words without any white space: how headings, contents and files are compared."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Traced:
    """`at[i]` is the offset of `text[i]` in the decoded manuscript."""

    text: str
    at: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: "Traced") -> "Traced":
        return Traced(self.text + other.text, self.at + other.at)

    def cut(self, start: int, end: int | None = None) -> "Traced":
        return Traced(self.text[start:end], self.at[start:end])

    def strip(self, marks: str | None = None) -> "Traced":
        """Drop white space, or the given marks, from both ends."""
        start = len(self.text) - len(self.text.lstrip(marks))
        return self.cut(start, max(start, len(self.text.rstrip(marks))))

    def put(self, changes: Iterable[tuple[int, int, str]]) -> "Traced":
        """Put new words in the place of stretches (start, end, words), in order; they stand where the stretch began."""
        pieces, done = [], 0
        for start, end, new in changes:
            pieces += [self.cut(done, start), Traced(new, (self.at[start],) * len(new))]
            done = end
        return joined([*pieces, self.cut(done)]) if pieces else self


NOTHING = Traced("", ())


def joined(pieces: Iterable[Traced]) -> Traced:
    """Set pieces one after another, with nothing between."""
    whole = list(pieces)
    return Traced("".join(piece.text for piece in whole), tuple(spot for piece in whole for spot in piece.at))


def seam(before: Traced, after: Traced) -> Traced:
    """What stands between two joined lines: nothing in Chinese, a space between two Western words."""
    last, first = before.text[-1:], after.text[:1]
    western = last.isascii() and first.isascii() and first.isalpha() and (last.isalpha() or last in ",;:")
    return Traced(" ", (before.at[-1],)) if western else Traced("", ())
