"""Chinese composition inside WeasyPrint: the only room that replaces its private functions.

Rules and choices are in kanben.composition; here its lines are given to WeasyPrint's boxes, and notes stay with calls.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from kanben.editions.print.composer import lines, note_lines, note_slices
from kanben.editions.print.composer.guard import is_tested

CHECKED = {"70.0": "525899cbac90783d"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
REPLACEMENTS = (*lines.REPLACEMENTS, *note_lines.REPLACEMENTS, *note_slices.REPLACEMENTS)
RELIED_ON = (*lines.RELIED_ON, *note_lines.RELIED_ON, *note_slices.RELIED_ON)


def install() -> bool:
    """Compose all paragraphs laid out from now on; false, and nothing is done, on an untested WeasyPrint."""
    if not is_tested(CHECKED, RELIED_ON):
        return False
    for replacement in REPLACEMENTS:
        replacement.put_in()
    return True


def remove() -> None:
    """Put WeasyPrint's own functions back."""
    for replacement in REPLACEMENTS:
        replacement.take_out()


@contextmanager
def composed() -> Iterator[bool]:
    """Compose within a block; gives what install() gave."""
    try:
        yield install()
    finally:
        remove()


TESTED = ", ".join(CHECKED)
"""The versions of WeasyPrint that composition works with, for a message."""

__all__ = ["TESTED", "composed", "install", "remove"]
