"""The other side of press/worker: a process that calls what it is asked for, and sends back each value it yields.

A message is a pickle. Asked: (module, function, arguments). Answered: ("value", …) for each value that the function
yields, and ("told", …) for what it tells meanwhile; then ("end", None); or ("stop", a Stop); or ("memory", None), where
there is too little; or ("refused", what the system denied); or ("fault", an account of a bug).

The parts of a book are pickled apart, and so is the branch of each in the contents: one that came before is the same
object again, and need not be read.
"""

import ctypes.util
import gc
import importlib
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from select import select
from threading import Thread
from typing import Any, BinaryIO, ClassVar

from kanben.book.book import ContentsEntry, Part
from kanben.fault import account_of
from kanben.hands import Crew, end_with
from kanben.place import TITLE_YAML
from kanben.press.later import later
from kanben.press.memory import limit_memory
from kanben.press.work import Work
from kanben.refusal import refusal
from kanben.trouble import Stop, trouble

AT_ONCE = 0.3  # seconds
TURNS = 10
FULL = 75  # with which a process ends that finds itself beyond its memory
DEEPEST = 6000  # Python frames; layout calls itself for every level of nesting
Apart = Part | ContentsEntry
SELDOM = ("fontTools.subset", "fontTools.varLib.instancer", "fontTools.ttLib.woff2")
"""What WeasyPrint loads and few books need: for fonts that HarfBuzz cannot cut, variable ones, those of the web."""


class PartsApart(pickle.Pickler):
    """Pickles a message, and each part and branch within it as bytes."""

    written: ClassVar[dict[int, tuple[Apart, bytes]]] = {}
    """Those of the last message: one that is the same object has the same pickle."""

    def dump(self, obj: Any) -> None:
        self.before, PartsApart.written = PartsApart.written, {}
        super().dump(obj)
        PartsApart.written = PartsApart.written or self.before

    def reducer_override(self, thing: Any) -> Any:
        if type(thing) is not Part and type(thing) is not ContentsEntry:
            return NotImplemented
        known = self.before.get(id(thing))
        if known is None or known[0] is not thing:
            known = thing, pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        PartsApart.written[id(thing)] = known
        return part_of, (known[1],)


class Parts:
    """The parts and branches that came with the last messages, by their pickles."""

    now: ClassVar[dict[bytes, Apart]] = {}
    before: ClassVar[dict[bytes, Apart]] = {}

    @classmethod
    def turn(cls) -> None:
        """Another message comes: forget what the last one did not have."""
        if cls.now:
            cls.before, cls.now = cls.now, {}


def part_of(data: bytes) -> Apart:
    """A part or a branch by its pickle, the same object as before where it came before."""
    part = Parts.now.get(data) or Parts.before.get(data) or pickle.loads(data)
    return Parts.now.setdefault(data, part)


def send(pipe: BinaryIO, message: Any) -> None:
    """Write a message; what is large in it, pictures and editions, goes to the pipe as it is, and no copy is made."""
    PartsApart(pipe, pickle.HIGHEST_PROTOCOL).dump(message)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """The next message; raises EOFError when the other side has gone."""
    Parts.turn()
    try:
        return pickle.load(pipe)
    except pickle.UnpicklingError as cut_off:
        raise EOFError from cut_off


class Telling:
    """The last argument of a call whose asker listens: it sends what it is given at once, while the function runs."""

    pipe: ClassVar[BinaryIO]
    work: ClassVar[Work]

    def __call__(self, value: Any) -> None:
        Telling.work.go_on()
        say(Telling.pipe, ("told", value))


def say(pipe: BinaryIO, message: Any) -> None:
    """Send an answer; where there is no memory for it the process ends with the code, for half of one says nothing."""
    try:
        send(pipe, message)
    except MemoryError:
        os._exit(FULL)


def answer(pipe: BinaryIO, module: str, name: str, arguments: tuple[Any, ...]) -> None:
    say(pipe, called(pipe, module, name, arguments))


def called(pipe: BinaryIO, module: str, name: str, arguments: tuple[Any, ...]) -> tuple[str, Any]:
    """Send each value; give how the call ended. What filled the memory is let go before anyone is told of it."""
    Telling.work.begin()
    try:
        for value in getattr(importlib.import_module(module), name)(*arguments):
            say(pipe, ("value", value))
            Telling.work.begin()
        return "end", None
    except Exception as fault:  # the asker decides what an editor is told of it
        return ending_of(fault)


def ending_of(fault: Exception) -> tuple[str, Any]:
    if isinstance(fault, Stop):
        return "stop", fault
    if isinstance(fault, MemoryError):
        return "memory", None
    return ("refused", fault) if refusal(fault) else ("fault", account_of(fault))


def tidy(pipe: BinaryIO, turn: int) -> None:
    """Look for garbage where no other call comes at once: the asker is not kept waiting, and memory does not grow.

    What is kept is looked through every so many turns: that takes half a second of a long book.
    """
    if select([pipe], [], [], AT_ONCE)[0]:
        return
    if turn % TURNS == 0:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


@contextmanager
def by_file_names() -> Iterator[None]:
    """On Linux load libraries by the names of their files alone.

    WeasyPrint tries the names of other systems first, for each of which ldconfig, gcc and ld are run: 0.2 s in all.
    """
    look = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = look


def ready(module: str) -> tuple[str, Any] | None:
    """See to it that this process ends with its asker, and import a room; where that fails, what calls are answered."""
    try:
        Thread(target=end_with, args=(0,), daemon=True).start()
        with by_file_names(), later(SELDOM):
            importlib.import_module(module)
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno is None:  # a library of the system is missing
            fault = Stop((trouble("layout-died", TITLE_YAML),))
        return ending_of(fault)
    return None


def serve(module: str, memory: int, hands: int, seconds: float, pace: float) -> None:
    """Import a room ahead of the first call, then answer until the asker closes the pipe.

    `memory` is in bytes; so many `hands` may help; what `seconds` and `pace` are, press/work.py says.
    """
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    Telling.pipe, Telling.work = answers, Work(seconds, pace)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not get among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to both; the asker ends this process
    limit_memory(memory, partial(os._exit, FULL))
    Crew.spare = hands
    sys.setrecursionlimit(DEEPEST)
    gc.disable()  # a layout keeps nearly all it makes; searching it for garbage is a tenth of the time
    warnings.filterwarnings("ignore", "No fonts configured")  # that is told as missing-font, where print is made
    broken = ready(module)
    gc.freeze()
    for turn in count(1):
        tidy(asked, turn)
        try:
            call = receive(asked)
        except EOFError:
            return
        except Exception as fault:
            broken = ending_of(fault)
        if broken:
            say(answers, broken)
        else:
            answer(answers, *call)
