"""Find where Unicode and the hyphenation patterns would let a line end."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import pyphen
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import get_log_attrs

from kanben.composition.characters import WEB_ADDRESS
from kanben.editions.print.composer.text_atoms import read_text

WORD = re.compile("(?<![0-9@/.&_-])[A-Za-z\u00c0-\u024f]{5,}(?![0-9@/&_-])")
LINE_BREAK = 1
"""The bit of a PangoLogAttr that says that a line may start here."""
SOFT_HYPHEN = "\u00ad"


def unicode_breaks(atoms: list[str], language: str | None) -> set[int]:
    """Give the atoms that may start a line by UAX 14."""
    starts = [0, *accumulate(map(len, atoms))]
    attributes = get_log_attrs("".join(atoms), language)
    bits = memoryview(ffi.buffer(attributes)).cast("B").cast("I")
    return {i for i in range(1, len(atoms)) if bits[starts[i]] & LINE_BREAK}


def hyphens(atoms: list[str], styles: list[Any]) -> dict[int, float]:
    """Give the atoms before which a hyphen may end a line, with the hyphen's width in px."""
    soft = {i + 1: _width(styles[i]) for i, atom in enumerate(atoms[:-1]) if atom.endswith(SOFT_HYPHEN)}
    return soft | dict(_by_patterns(atoms, styles))


def _by_patterns(atoms: list[str], styles: list[Any]) -> Iterator[tuple[int, float]]:
    text, starts = "".join(atoms), [0, *accumulate(map(len, atoms))]
    addresses = [address.span() for address in WEB_ADDRESS.finditer(text)]
    for match in WORD.finditer(text):
        if any(begin <= match.start() < end for begin, end in addresses):
            continue
        style = styles[bisect_left(starts, match.start())]
        for k in _positions(match[0], style):
            i = bisect_left(starts, match.start() + k)
            if starts[i] == match.start() + k:  # not inside a ligature
                yield i, _width(style)


def _positions(word: str, style: Any) -> list[int]:
    total, left, right = style["hyphenate_limit_chars"]
    language = _language(style["lang"] or "", word) if style["hyphens"] == "auto" else None
    if not language or len(word) < total:
        return []
    return list(pyphen.Pyphen(lang=language, left=left, right=right).positions(word))


def _language(language: str, word: str) -> str | None:
    """Give the patterns' language of a word; amid Chinese a plain word is taken for English, a name or code is not."""
    if language.lower().startswith("zh"):
        return "en_US" if word.islower() else None
    return pyphen.language_fallback(language) if language else None


def _width(style: Any) -> float:
    return sum(read_text(style["hyphenate_character"], style).widths)
