"""The other side of press/worker: a process that calls what it is asked for, and sends back each value it yields.

A message is a pickle behind its length (8 bytes). Asked: (module, function, arguments). Answered: ("value", …) for each
value that the function yields, then ("end", None); or ("fault", traceback), which is our own bug.
"""

import gc
import importlib
import os
import pickle
import signal
import sys
import traceback
from typing import Any, BinaryIO

LENGTH = 8
DEEPEST = 6000  # Python frames; layout calls itself for every level of nesting


def send(pipe: BinaryIO, message: Any) -> None:
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(LENGTH, "big") + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """The next message; raises EOFError when the other side has gone."""
    head = pipe.read(LENGTH)
    data = pipe.read(int.from_bytes(head, "big")) if len(head) == LENGTH else b""
    if not data:
        raise EOFError
    return pickle.loads(data)


def answer(pipe: BinaryIO, module: str, name: str, arguments: tuple[Any, ...]) -> None:
    try:
        for value in getattr(importlib.import_module(module), name)(*arguments):
            send(pipe, ("value", value))
        send(pipe, ("end", None))
    except Exception:  # the asker decides what an editor is told of it
        send(pipe, ("fault", traceback.format_exc()))


def serve(module: str) -> None:
    """Import a room ahead of the first call, then answer until the asker closes the pipe."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not get among the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to both; the asker ends this process
    sys.setrecursionlimit(DEEPEST)
    gc.disable()  # a layout keeps nearly all it makes; searching it for garbage is a tenth of the time
    importlib.import_module(module)
    while True:
        try:
            call = receive(asked)
        except EOFError:
            return
        answer(answers, *call)


if __name__ == "__main__":
    serve(sys.argv[1])
