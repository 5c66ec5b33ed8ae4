"""Tie each number of a citation of several works to its own work: [1，3-5]."""

import re
from typing import NamedTuple

from kanben.book.nodes import Cite, Inlines
from kanben.book.text import text_of

BRACKETS = re.compile(r"(\[[^\]]*\])")
NUMBERS = re.compile(r"(\d+)")


class Run(NamedTuple):
    """Words of a citation, and the id of the work to which they lead; empty where they lead nowhere."""

    words: str
    target: str


def cite_runs(cite: Cite, words: Inlines) -> list[Run]:
    """Cut the raised numbers of a citation, for works bear their number as id (r3 is [3]).

    One work's number stays whole, brackets and locator with it; a range leads to its first and its last work.
    """
    said = text_of(words)
    found = [run for piece in BRACKETS.split(said) if piece for run in runs_of(piece, cite.targets)]
    if len(cite.targets) == 1 or not any(run.target for run in found):
        return [Run(said, cite.targets[0])]
    return found


def runs_of(piece: str, targets: tuple[str, ...]) -> list[Run]:
    """A piece in brackets number by number; what stands between brackets is a locator."""
    if not piece.startswith("["):
        return [Run(piece, "")]
    if (whole := f"r{piece[1:-1]}") in targets:
        return [Run(piece, whole)]
    ids = ((words, f"r{words}") for words in NUMBERS.split(piece) if words)
    return [Run(words, target if target in targets else "") for words, target in ids]
