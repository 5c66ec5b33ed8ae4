"""Hands: forks of this process that do a share of its work, where the machine has cores to spare.

What one gives is a help, never needed: who hires does the work himself where a hand fell silent, for whatever reason.
"""

import os
import resource
import signal
import sys
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import SimpleQueue
from select import poll
from threading import Thread
from typing import Any, ClassVar

MOST = 3
"""So many are hired at most: what they cannot share takes longer then than what they do."""
Work = Callable[[Connection], None]


class Crew:
    """How many hands may be hired in this process; none, unless who started it says so."""

    spare: ClassVar[int] = 0


def spare_cores() -> int:
    """How many hands this machine has work for. Other systems than Linux do not bear forks of what draws fonts."""
    return min(MOST, len(os.sched_getaffinity(0)) - 1) if sys.platform == "linux" else 0


class Hand:
    """One fork, which does some work and sends what it made through a pipe."""

    def __init__(self, work: Work) -> None:
        self.pipe, theirs = Pipe()
        with warnings.catch_warnings():
            # The one other thread waits for the end of a pipe, and holds nothing that the fork could want.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            do(work, theirs)
        theirs.close()
        self.made: SimpleQueue[Any] = SimpleQueue()
        self.has_gone = False

    def send(self, value: Any) -> None:
        with suppress(OSError):  # it has gone, which is heard
            self.pipe.send(value)

    def next(self) -> Any:
        """What it made next; None when it has gone, now and whenever it is asked."""
        made = None if self.has_gone else self.made.get()
        self.has_gone = made is None
        return made

    def listen(self) -> None:
        """Hear it while others work; where the system gives no thread for that, it counts as gone."""
        try:
            Thread(target=self.hear, daemon=True).start()
        except RuntimeError:
            self.made.put(None)

    def hear(self) -> None:
        """Take what it sends at once, so that it never waits."""
        try:
            while True:
                self.made.put(self.pipe.recv())
        except Exception:  # it has gone, or was killed in the middle of a word
            self.made.put(None)

    def dismiss(self) -> None:
        os.kill(self.pid, signal.SIGKILL)  # it has nothing to put away
        os.waitpid(self.pid, 0)
        self.pipe.close()


def hire(works: Iterable[Work]) -> list[Hand]:
    """Hands for some works in their order, for the first of them alone where the system gives no more.

    They are heard when all are there: no fork may see the threads that this takes.
    """
    hands: list[Hand] = []
    with suppress(OSError):
        hands += map(Hand, works)
    for hand in hands:
        hand.listen()
    return hands


def do(work: Work, pipe: Connection) -> None:
    """The whole life of a fork: nothing of what its maker had open is its own."""
    try:
        leave_all_but(pipe.fileno())
        limit_to_share()
        Thread(target=end_with, args=(pipe.fileno(),), daemon=True).start()
        work(pipe)
    finally:
        os._exit(0)


def leave_all_but(kept: int) -> None:
    """Close all files but one and the standard ones; there is nothing to read."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


def limit_to_share() -> None:
    """All hands together may have a third of the memory that their maker may: it has to do what they cannot."""
    most, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if most != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_DATA, (most // (3 * MOST), hard))


def end_with(pipe: int) -> None:
    """End at once when the other side of a pipe is gone, whatever is being made: nobody waits for it."""
    hung_up = poll()
    hung_up.register(pipe, 0)
    hung_up.poll()
    os._exit(1)
