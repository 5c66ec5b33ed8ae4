"""Loaded by each Python process of a watched run: write down what it opens, changes, starts and asks of a network."""

import os
import sys
from pathlib import Path
from typing import Any

CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NOTES = os.open(Path(os.environ["WATCHED"]) / str(os.getpid()), os.O_WRONLY | os.O_CREAT)


def note(kind: str, *things: object) -> None:
    for thing in things:
        if isinstance(thing, str | bytes | os.PathLike):
            os.write(NOTES, f"{kind}\t{Path(os.fsdecode(thing)).absolute()}\n".encode(errors="replace"))


def watch(event: str, facts: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = facts
        note("write" if flags & WRITING or set(mode or "") & set("wax+") else "read", path)
    elif event in CHANGES and not within_a_folder(facts):
        note("write", *facts[:2])
    elif event == "subprocess.Popen":
        note("run", facts[0])
    elif event.startswith("socket."):
        note("network", event)


def within_a_folder(facts: tuple[Any, ...]) -> bool:
    """Whether the last fact is the handle of a folder that was opened before, below which the name stands."""
    return isinstance(facts[-1], int) and facts[-1] > 2 and not Path(os.fsdecode(facts[0])).is_absolute()


sys.addaudithook(watch)
