"""Tell where a term or a work is used."""

from kanben.book.entries import Use


def uses_by_section(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """The first use in each section, for one section's name is enough for a reader."""
    first: dict[tuple[str, str], Use] = {}
    for use in uses:
        first.setdefault((use.part, use.label), use)
    return tuple(first.values())
