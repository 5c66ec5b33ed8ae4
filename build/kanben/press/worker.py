"""Run layout in a process of its own: it starts while the title is read, it can be ended, and it uses a second core."""

import fcntl
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from signal import SIGXCPU
from threading import Lock, Timer
from time import monotonic
from typing import Any, BinaryIO, cast

from kanben.fault import ProcessFault
from kanben.limits import LAYOUT, PATIENCE
from kanben.place import TITLE_YAML, Place
from kanben.press.memory import gigabytes, most_memory
from kanben.press.serve import FULL, Telling, receive, send
from kanben.progress import TellProgress, tell_nobody
from kanben.trouble import Stop, trouble

PRINT = "kanben.editions.print.edition"
COVER = "kanben.editions.print.cover"
SERVING = "from kanben.press.serve import serve; serve({room!r}, {memory}, {hands}, {seconds}, {pace})"
"""Imported, not run as a script: parts that arrive name the functions of that very module."""
HOME = str(Path(__file__).parents[2])


PIPE = 1 << 20
"""Bytes that the pipe of answers may hold: the cover lies there while the asker makes web pages."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker is for: the room that it loads ahead, where its troubles stand, and their codes.

    Each time that it tells how far it is, it has `pace` seconds of a processor more for its answer.
    """

    room: str
    place: Place
    late: str
    full: str
    died: str
    pace: float = 0.0


LAYING_OUT = Errand(PRINT, TITLE_YAML, "layout-timeout", "layout-memory", "layout-died")


class Worker:
    """One process for what this one must not load or bear: WeasyPrint, files of strangers.

    A dead one is replaced at the next call.
    """

    def __init__(
        self, seconds: float = LAYOUT.most, memory: int = 0, hands: int = 0, errand: Errand = LAYING_OUT
    ) -> None:
        """What it may take: a processor's seconds for one answer, and bytes, if not what the machine can spare.

        `hands` may help it with the first book; one that is to make the same book again does better alone, for it keeps
        what it has set itself.
        """
        self.seconds, self.answering = seconds, False
        self.memory, self.hands, self.ending = memory or most_memory(), hands, Lock()
        self.held: Any = None
        self.errand, self.process = errand, start(errand, self.memory, hands, seconds)

    @property
    def patience(self) -> float:
        """Seconds by the clock for one answer, whatever else the machine does."""
        return self.seconds * PATIENCE

    def call(self, module: str, name: str, *arguments: Any, tell: TellProgress = tell_nobody) -> Iterator[Any]:
        """Call a generator function there by name; its values come as it yields them.

        Who wants to hear how far it is has a `tell`: the function gets one as its last argument, and what it tells
        comes before the next value.
        A worker that dies or does not answer in time is a Stop, as is one of the function's; what the system denied it
        is raised here too; all else that it raises is a ProcessFault.
        """
        self.finish()
        self.answering = True
        try:
            asked = arguments if tell is tell_nobody else (*arguments, Telling())
            send(cast(BinaryIO, self.process.stdin), (module, name, asked))
        except OSError as dead:
            raise self.gone() from dead
        return self.answers(tell)

    def answers(self, tell: TellProgress = tell_nobody) -> Iterator[Any]:
        while self.answering:
            kind, value = self.next(tell)
            if kind == "value":
                yield value
                continue
            self.answering = False
            if kind in ("stop", "refused"):
                raise value
            if kind == "memory":
                self.end()
                raise self.full()
            if kind == "fault":
                raise ProcessFault(f"in the process of {self.errand.room}:\n{value}")

    def ready(self, seconds: float, tell: TellProgress = tell_nobody) -> bool:
        """Whether an answer has come, or none will; wait for word so long at most.

        What is told before an answer is passed on, and more is to be waited for.
        """
        if self.held is None and self.speaks(seconds):
            try:
                kind, value = receive(cast(BinaryIO, self.process.stdout))
            except (EOFError, OSError):
                return True  # whoever takes the answer is told of it
            if kind == "told":
                tell(value)
            else:
                self.held = kind, value
        return self.held is not None

    def speaks(self, seconds: float) -> bool:
        """Whether something has begun to come, so many seconds from now at most."""
        pipe = cast(BufferedReader, self.process.stdout)
        if select.select([pipe], [], [], seconds)[0]:
            return True
        os.set_blocking(pipe.fileno(), False)  # what came together with an earlier answer is in the buffer already
        try:
            return bool(pipe.peek(1))
        finally:
            os.set_blocking(pipe.fileno(), True)

    def finish(self) -> None:
        """Let an earlier call come to its end, whose faults nobody waits for, or start anew after one that died."""
        with suppress(Stop, OSError, RuntimeError):
            for _ in self.answers():
                pass
        if self.process.poll() is not None:
            self.process = start(self.errand, self.memory, self.hands, self.seconds)
            self.answering = False

    def next(self, tell: TellProgress) -> Any:
        """The next answer, in time; what is told before it is passed on."""
        until = monotonic() + self.patience
        kind, value = self.message(until)
        while kind == "told":
            tell(value)
            until += self.errand.pace * PATIENCE
            kind, value = self.message(until)
        return kind, value

    def message(self, until: float) -> Any:
        if self.held is not None:
            held, self.held = self.held, None
            return held
        timer = Timer(until - monotonic(), self.give_up)
        try:  # also while it starts: a run that is asked to end would wait for it
            timer.start()
            return receive(cast(BinaryIO, self.process.stdout))
        except (EOFError, OSError) as dead:
            raise self.gone() from dead
        finally:
            timer.cancel()

    def give_up(self) -> None:
        """End it as the system does for its work: see press/work.py."""
        self.process.send_signal(SIGXCPU)

    def gone(self) -> Stop:
        """What is told of a worker that answers no more."""
        self.end()
        if self.process.returncode == -SIGXCPU:
            return Stop((trouble(self.errand.late, self.errand.place, seconds=f"{self.seconds:g}"),))
        if self.process.returncode == FULL:
            return self.full()
        return Stop((trouble(self.errand.died, self.errand.place, limit=gigabytes(self.memory)),))

    def full(self) -> Stop:
        return Stop((trouble(self.errand.full, self.errand.place, limit=gigabytes(self.memory)),))

    def end(self) -> None:
        """End the process; a thread that waits for an answer may do so at the moment when another leaves."""
        with self.ending:
            self.process.kill()
            self.process.communicate()
            self.answering = False


def start(errand: Errand, memory: int, hands: int, seconds: float) -> "subprocess.Popen[bytes]":
    """Start it deaf to the folder that kanben runs in (-P): what lies in a title is no module of Python's."""
    paths = os.pathsep.join(filter(None, [HOME, os.environ.get("PYTHONPATH", "")]))
    serving = SERVING.format(room=errand.room, memory=memory, hands=hands, seconds=seconds, pace=errand.pace)
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", serving],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if sys.stderr else subprocess.DEVNULL,
        process_group=0,  # Ctrl-C is for the asker, who ends this one
        env={**os.environ, "PYTHONPATH": paths},
    )
    widen(process.stdout)
    return process


def widen(pipe: Any) -> None:
    """Let a pipe hold more, where the system can and allows it."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIPE)


@contextmanager
def worker(hands: int = 0) -> Iterator[Worker]:
    """Start a worker, and end it whatever it is doing."""
    helper = Worker(hands=hands)
    try:
        yield helper
    finally:
        helper.end()
