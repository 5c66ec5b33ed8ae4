"""What a finished PDF must be beyond its pages: read aloud (PDF/UA-1), kept for long (PDF/A-3u), fit for the press."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kanben.editions.print.composer.guard import Layer
from kanben.editions.print.standards import artifacts, tags

CHECKED = {"70.0": "a456d73530b6a8f0"}
"""WeasyPrint version: fingerprint of the functions that were studied, and that the tests run with."""
REPLACEMENTS = (*artifacts.REPLACEMENTS, *tags.REPLACEMENTS)
RELIED_ON = (*artifacts.RELIED_ON, *tags.RELIED_ON)


@contextmanager
def tagged(pages: Sequence[Any]) -> Iterator[bool]:
    """Tag what is written within a block by our own rules; false, and WeasyPrint's hold, on an untested version."""
    with Layer(CHECKED, REPLACEMENTS, RELIED_ON).installed() as ours:
        if ours:
            tags.prepare(pages)
        yield ours
