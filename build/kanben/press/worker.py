"""Run layout in a process of its own: it starts while the title is read, it can be ended, and it uses a second core."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

from kanben.place import Place
from kanben.press.serve import receive, send
from kanben.trouble import Stop, trouble

PRINT = "kanben.editions.print.edition"
COVER = "kanben.editions.print.cover"
SECONDS = 600.0  # for one answer; ten times the report takes a tenth of it
HOME = str(Path(__file__).parents[2])


class Worker:
    """One process that knows WeasyPrint; this process never imports it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds, self.late = seconds, False
        paths = os.pathsep.join(filter(None, [HOME, os.environ.get("PYTHONPATH", "")]))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kanben.press.serve", PRINT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )

    def ask(self, module: str, name: str, *arguments: Any) -> None:
        """Call a generator function there by name; its values are read by `answers`, in the order of asking."""
        try:
            send(self.pipe("stdin"), (module, name, arguments))
        except OSError as dead:
            raise self.gone() from dead

    def answers(self) -> Iterator[Any]:
        """The values that the earliest unread call yields; a worker that died or does not end is a Stop."""
        while True:
            kind, value = self.next()
            if kind == "end":
                return
            if kind == "fault":
                raise RuntimeError(value)
            yield value

    def next(self) -> Any:
        timer = Timer(self.seconds, self.give_up)
        timer.start()
        try:
            return receive(self.pipe("stdout"))
        except (EOFError, OSError) as dead:
            raise self.gone() from dead
        finally:
            timer.cancel()

    def give_up(self) -> None:
        self.late = True
        self.process.kill()

    def gone(self) -> Stop:
        if self.late:
            return Stop((trouble("layout-timeout", Place("title.yaml"), seconds=f"{self.seconds:g}"),))
        return Stop((trouble("layout-died", Place("title.yaml")),))

    def pipe(self, name: str) -> Any:
        return getattr(self.process, name)


@contextmanager
def worker() -> Iterator[Worker]:
    """Start a worker, and end it whatever it is doing."""
    helper = Worker()
    try:
        yield helper
    finally:
        helper.process.kill()
        helper.process.communicate()
