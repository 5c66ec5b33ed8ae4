"""Open the files of strangers: only regular ones, of a size that is taken."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kanben.limits import EDITION, YAML, Limit
from kanben.place import Place
from kanben.trouble import Stop, too_much, trouble


@contextmanager
def readable(file: Path) -> Iterator[None]:
    """Turn a file that the system does not give us into a trouble; of another file it is told as what it is."""
    try:
        yield
    except OSError as problem:
        if not Path(str(problem.filename)).is_relative_to(file):
            raise
        place = Place(file.name)
        raise Stop((trouble("unreadable-file", place, file=file.name, problem=problem.strerror),)) from problem


def refuse_endless(file: Path, limit: Limit = EDITION) -> None:
    """Stop at what is no regular file, for a pipe or a device may never end; at one too large, or not to be read."""
    with readable(file):
        found = file.stat()
    place = Place(file.name)
    if not stat.S_ISREG(found.st_mode):
        raise Stop((trouble("unreadable-file", place, file=file.name, problem="not a file"),))
    if found.st_size > limit.most:
        raise Stop((too_much(limit, found.st_size, place),))
    with readable(file), file.open("rb"):
        pass


def read_record(file: Path) -> bytes:
    """What is written beside editions: a manifest, a release's record, its checksums."""
    refuse_endless(file, YAML)
    with readable(file):
        return file.read_bytes()
