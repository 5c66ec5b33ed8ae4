"""The command line: arguments, printing, exit codes. Nothing else in kanben prints."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def ending_without_a_word() -> Iterator[None]:
    """While the program is loaded nobody can tell what Ctrl-C found it at: the system ends it then."""
    before = signal.getsignal(signal.SIGINT)
    with suppress(ValueError):  # another thread than the first
        if before is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGINT, before)


with ending_without_a_word():
    from kanben.cli.main import main

__all__ = ["main"]
