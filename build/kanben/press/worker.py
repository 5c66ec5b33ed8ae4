"""Run layout in a process of its own: it starts while the title is read, it can be ended, and it uses a second core."""

import importlib
import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from kanben.place import Place
from kanben.trouble import Stop, trouble

PRINT = "kanben.editions.print.edition"
COVER = "kanben.editions.print.cover"
SECONDS = 600.0  # for one task; ten times the report takes a tenth of it


class Worker:
    """One spawned process that knows WeasyPrint; this process never imports it."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self.pool = pool
        pool.submit(load, PRINT)

    def call(self, module: str, name: str, *arguments: Any) -> "Future[Any]":
        return self.pool.submit(call_there, module, name, *arguments)


@contextmanager
def worker() -> Iterator[Worker]:
    """Start a worker, and end it whatever it is doing."""
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    processes: dict[int, Any] = getattr(pool, "_processes", {})
    try:
        yield Worker(pool)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in list(processes.values()):
            process.terminate()
            process.join()


def result(future: "Future[Any]", seconds: float = SECONDS) -> Any:
    """What a task gives; a worker that died or does not end becomes a Stop."""
    try:
        return future.result(seconds)
    except TimeoutError as late:
        raise Stop((trouble("layout-timeout", Place("title.yaml"), seconds=f"{seconds:g}"),)) from late
    except BrokenProcessPool as dead:
        raise Stop((trouble("layout-died", Place("title.yaml")),)) from dead


def load(module: str) -> None:
    """Import a room in the worker, ahead of its first task."""
    importlib.import_module(module)


def call_there(module: str, name: str, *arguments: Any) -> Any:
    """Call a function by name: the caller need not import its room. Deep nesting is layout's own way to fail."""
    sys.setrecursionlimit(6000)
    return getattr(importlib.import_module(module), name)(*arguments)
