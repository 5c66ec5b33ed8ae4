"""With which code a command ends."""

from collections.abc import Iterable

from kanben.trouble import Trouble

FAULTY = 1
TOOL_MISSING = 3
BUG = 70  # sysexits.h EX_SOFTWARE
NOBODY_READS = 141  # 128 and the number of SIGPIPE, as shells count
TOOLS = {"missing-git", "missing-pandoc", "missing-pagefind"}


def code_of(troubles: Iterable[Trouble]) -> int:
    """That of what stopped a title: a missing tool is none of its faults."""
    return TOOL_MISSING if {fault.code for fault in troubles} & TOOLS else FAULTY


def leaves_all(troubles: Iterable[Trouble]) -> bool:
    """Whether what was made before stands as it was."""
    return all(fault.code != "half-written" for fault in troubles)
