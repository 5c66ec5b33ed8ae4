"""Bound a process's memory: a title that asks for too much ends with a word, and not with the machine."""

import os
import resource
import sys
from collections.abc import Callable
from threading import Thread
from time import sleep

from kanben.limits import MEMORY

LOOK = 0.2  # seconds
HEEDED = sys.platform != "darwin"
"""Whether the system keeps a process to its limit. macOS takes one, or refuses it, and never heeds any."""
KILOBYTES = 1 if sys.platform == "darwin" else 1024  # of getrusage


def most_memory() -> int:
    """The bytes that one process may have; the system and an editor's other programs keep the rest."""
    return MEMORY.most * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 100


def limit_memory(most: int, give_up: Callable[[], object]) -> None:
    """From now on asking for more is a MemoryError, here and in the programs that are started here.

    Where the system heeds no such limit, this process looks at itself, and `give_up` has to end it. Whatever ends them,
    none leaves its memory in a file (core), which would hold the title.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if HEEDED:
        limit_data(most)
    else:
        Thread(target=watch, args=(most, give_up), daemon=True).start()


def limit_data(most: int) -> None:
    """Data is counted, not addresses, of which V8 and pandoc take more than any machine has."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def watch(most: int, give_up: Callable[[], object]) -> None:
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES <= most:
        sleep(LOOK)
    give_up()


def gigabytes(most: int) -> str:
    return f"{most / 1e9:.1f}"
