"""Open what titles are pressed with: the answers kept from earlier runs, and the process that lays out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kanben.cache import Cache
from kanben.pandoc.program import no_memory, remembering
from kanben.press.worker import Worker, worker

CACHE = Path(".cache/kanben")


@contextmanager
def workshop(no_cache: bool = False) -> Iterator[Worker]:
    with remembering(no_memory if no_cache else Cache(CACHE).remember), worker() as layout:
        yield layout
