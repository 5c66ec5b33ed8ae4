"""Bound a process's memory: a title that asks for too much ends with a word, and not with the machine."""

import os
import resource

from kanben.limits import MEMORY


def most_memory() -> int:
    """The bytes that one process may have; the system and an editor's other programs keep the rest."""
    return MEMORY.most * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 100


def limit_memory(most: int) -> None:
    """From now on asking for more is a MemoryError, here and in the programs that are started here.

    Data is counted, not addresses, of which V8 and pandoc take more than any machine has. macOS heeds no such limit.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def gigabytes(most: int) -> str:
    return f"{most / 1e9:.1f}"
