"""Write the marks of notes, and where a term or a work is used."""

from kanben.book.nodes import Use

CIRCLED = tuple(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
"""① to ㊿, which Unicode keeps in three places."""


def note_mark(number: int) -> str:
    """The mark of a note: ① … ㊿, then [51]."""
    return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else f"[{number}]"


def uses_by_section(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """The first use in each section, for one section's name is enough for a reader."""
    first: dict[tuple[str, str], Use] = {}
    for use in uses:
        first.setdefault((use.part, use.label), use)
    return tuple(first.values())
