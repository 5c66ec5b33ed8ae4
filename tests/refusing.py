"""Let the system refuse a call: the N-th that a block makes, or all from the N-th on, as a disk does that breaks."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EIO
from threading import get_ident
from typing import ClassVar

CALLS = {
    "fcntl.flock",
    "open",
    "os.link",
    "os.listdir",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.scandir",
}
"""Python's audit events of calls that read and change folders; what their hook raises, the caller gets."""


class Refusing:
    """Which call of which thread is refused; none while `thread` is 0, for a hook stays as long as the process."""

    thread: ClassVar[int] = 0
    made: ClassVar[int] = 0
    first: ClassVar[int] = 0
    on: ClassVar[bool] = False


def refuse(event: str, _: object) -> None:
    if event in CALLS and get_ident() == Refusing.thread:
        Refusing.made += 1
        if Refusing.made == Refusing.first or (Refusing.on and Refusing.made > Refusing.first):
            raise OSError(EIO, os.strerror(EIO))


@contextmanager
def refusing(first: int, on: bool = False) -> Iterator[None]:
    """Refuse the call of this number within a block, and with `on` all behind it."""
    Refusing.made, Refusing.first, Refusing.on, Refusing.thread = 0, first, on, get_ident()
    try:
        yield
    finally:
        Refusing.thread = 0


sys.addaudithook(refuse)
