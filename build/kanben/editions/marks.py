"""The marks of note calls: ① to ㊿, and [51] beyond."""

CIRCLED = "".join(
    chr(first + step) for first, count in ((0x2460, 20), (0x3251, 15), (0x32B1, 15)) for step in range(count)
)


def note_mark(number: int) -> str:
    """Give the mark of the nth note, of a page in print and of a part elsewhere."""
    return CIRCLED[number - 1] if 1 <= number <= len(CIRCLED) else f"[{number}]"
