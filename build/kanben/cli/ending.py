"""End a run that is asked to end (Ctrl-C, SIGTERM, a terminal that closes) in order: nothing of it is left behind."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import ClassVar

ASKING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(BaseException):
    """The run was asked to end; `code` is 128 and the number of the signal, as shells count."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


class Held:
    """Whether the run may not end now, and the signal that waits for it."""

    now: ClassVar[bool] = False
    waiting: ClassVar[int] = 0


def ask_to_end(number: int, frame: FrameType | None) -> None:
    """Raise Ended where the run stands; what asks a second time finds it on its way out."""
    if Held.waiting:
        return
    Held.waiting = number
    if not Held.now:
        raise Ended(number)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Heed the signals within a block, but those that whoever started the run wants ignored (nohup)."""
    before = {number: signal.getsignal(number) for number in ASKING}
    heeded = [number for number in ASKING if before[number] is not signal.SIG_IGN]
    try:
        for number in heeded:
            signal.signal(number, ask_to_end)
        yield
    finally:
        for number in heeded:
            signal.signal(number, before[number])
        Held.waiting = 0


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let a block that would leave things half done come to its end first."""
    Held.now = True
    try:
        yield
    finally:
        Held.now = False
    if Held.waiting:
        raise Ended(Held.waiting)
