"""The shelf of a run: what several tests look at is made once, by the worker that wants it first."""

import fcntl
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kanben.press.kinds import Script
from kanben.press.title import finished_book, press
from kanben.press.worker import worker
from tests.real_titles import RealTitle

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that all workers know."""

    room: Path

    def title(self, folder: Path, script: Script = "simplified") -> RealTitle:
        """Give all editions of a title."""
        return self.get(f"{folder.name}-{script}", lambda: real_title(folder, script))

    def get(self, name: str, make: Callable[[], Made]) -> Made:
        """Give what lies there under a name; who finds nothing makes it, and others wait for that."""
        place = self.room / name
        with (self.room / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not place.exists():
                unready = place.with_suffix(".unready")
                unready.write_bytes(pickle.dumps(make()))
                unready.rename(place)
        made: Made = pickle.loads(place.read_bytes())
        return made


def real_title(folder: Path, script: Script = "simplified") -> RealTitle:
    """Press a title now, whatever lies on the shelf."""
    with worker() as layout:
        pressed = press(folder, layout, script=script)
    return RealTitle(folder, finished_book(folder, lambda _: None), pressed)
