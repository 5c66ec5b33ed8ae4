"""Open what titles are pressed with: the answers kept from earlier runs, and the process that lays out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kanben.cache import Cache
from kanben.hands import spare_cores
from kanben.pandoc.program import no_memory, remembering
from kanben.press.worker import Worker, worker

CACHE = Path(".cache/kanben")


@contextmanager
def workshop(no_cache: bool = False, hands: int | None = None) -> Iterator[Worker]:
    """`hands` help with layout; as many as the machine has cores for where nothing is said."""
    helping = spare_cores() if hands is None else hands
    with remembering(no_memory if no_cache else Cache(CACHE).remember), worker(helping) as layout:
        yield layout
