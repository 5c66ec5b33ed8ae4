"""Find where Unicode and the hyphenation patterns would let a line end."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import pyphen
from weasyprint.text.line_break import get_log_attrs

from kanben.editions.print.composer.text_atoms import read_text

WORD = re.compile("[A-Za-z\u00c0-\u024f]{5,}")
SOFT_HYPHEN = "\u00ad"


def unicode_breaks(atoms: list[str], language: str | None) -> set[int]:
    """Give the atoms that may start a line by UAX 14."""
    starts = [0, *accumulate(map(len, atoms))]
    attributes = get_log_attrs("".join(atoms), language)
    return {i for i in range(1, len(atoms)) if attributes[starts[i]].is_line_break}


def hyphens(atoms: list[str], styles: list[Any]) -> dict[int, float]:
    """Give the atoms before which a hyphen may end a line, with the hyphen's width in px."""
    soft = {i + 1: _width(styles[i]) for i, atom in enumerate(atoms[:-1]) if atom.endswith(SOFT_HYPHEN)}
    return soft | dict(_by_patterns(atoms, styles))


def _by_patterns(atoms: list[str], styles: list[Any]) -> Iterator[tuple[int, float]]:
    starts = [0, *accumulate(map(len, atoms))]
    for match in WORD.finditer("".join(atoms)):
        style = styles[bisect_left(starts, match.start())]
        for k in _positions(match[0], style):
            i = bisect_left(starts, match.start() + k)
            if starts[i] == match.start() + k:  # not inside a ligature
                yield i, _width(style)


def _positions(word: str, style: Any) -> list[int]:
    total, left, right = style["hyphenate_limit_chars"]
    language = style["hyphens"] == "auto" and style["lang"] and pyphen.language_fallback(style["lang"])
    if not language or len(word) < total:
        return []
    return list(pyphen.Pyphen(lang=language, left=left, right=right).positions(word))


def _width(style: Any) -> float:
    return sum(read_text(style["hyphenate_character"], style).widths)
