"""Write finished files: whole, each beside its place and then moved there, and only where bytes changed."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kanben.place import Place
from kanben.trouble import Stop, trouble

RECORD = ".made-{}"
"""Beside a folder that kanben keeps, the names of the files that it put there: a user's own are never taken away."""


SCRATCH = ".kanben-"


def write_files(folder: Path, files: Mapping[str, bytes], kept: str = "", later: str = "") -> None:
    """Put files below a folder; its folder `kept` loses what an earlier run put there and this one does not.

    All are written to a scratch folder first, so a full disk or a lost right leaves the old ones as they were, and
    one run writes at a time. Names that begin with `later` stay as they are: they are made at another time.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder):
            before = made_before(folder, kept) if kept else set()
            waiting = {name for name in before if later and name.startswith(later)}
            names = files.keys() | waiting
            put_files(folder, {**files, **record_of(names, kept)} if kept else files)
            drop_stale(folder / kept, [folder / name for name in sorted(before - names)])
    except OSError as error:
        raise cannot_write(Path(error.filename2 or error.filename or folder), error) from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other run writes below a folder; a run that is killed lets it go, and its scraps are swept up."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for scrap in folder.glob(f"{SCRATCH}*"):
            shutil.rmtree(scrap, ignore_errors=True)
        yield
    finally:
        os.close(handle)


def refuse_filled(folder: Path) -> None:
    """A new title is never written among an editor's files."""
    try:
        filled = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise cannot_write(folder, error) from error
    if filled:
        raise Stop((trouble("not-empty", Place(str(folder))),))


def cannot_write(path: Path, error: OSError) -> Stop:
    """The path is told in full: it is none of a title's own."""
    return Stop((trouble("cannot-write", Place(str(path.absolute())), problem=error.strerror or error),))


def put_files(folder: Path, files: Mapping[str, bytes]) -> None:
    changed = {name: data for name, data in files.items() if not same(folder / name, data)}
    with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder) as scratch:
        for name, data in changed.items():
            spot = Path(scratch) / name
            spot.parent.mkdir(parents=True, exist_ok=True)
            spot.write_bytes(data)
        for name in sorted(changed, key=leads_to):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(scratch) / name).replace(folder / name)


def leads_to(name: str) -> tuple[bool, bool, str]:
    """The order in which files take their places: what pages need, the pages, and last what says that all is made."""
    return name == "manifest.json", name.endswith(".html"), name


def same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def record_of(names: Iterable[str], kept: str) -> dict[str, bytes]:
    own = sorted(name for name in names if name.startswith(f"{kept}/"))
    return {RECORD.format(kept): "".join(f"{name}\n" for name in own).encode()}


def made_before(folder: Path, kept: str) -> set[str]:
    record = folder / RECORD.format(kept)
    return set(record.read_text(encoding="utf-8").splitlines()) if record.is_file() else set()


def drop_stale(kept: Path, files: list[Path]) -> None:
    """Take files away, and the folder that one leaves empty; none that lies outside the kept folder."""
    for path in files:
        if path.resolve().is_relative_to(kept.resolve()):
            path.unlink(missing_ok=True)
            with suppress(OSError):  # another file is still there
                path.parent.rmdir()


def write_once(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Put files into a folder that takes its place whole, by one rename; say whether it was made now.

    A folder that is there already holds these very files, or the first that differs is told.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with alone(folder.parent):
            if folder.exists():
                refuse_others(folder, files)
                return False
            with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder.parent) as scratch:
                made = Path(scratch) / folder.name
                made.mkdir()
                put_files(made, files)
                made.rename(folder)
        return True
    except OSError as error:
        raise cannot_write(Path(error.filename2 or error.filename or folder), error) from error


def refuse_others(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        if not same(folder / name, data):
            raise Stop((trouble("released-before", Place(str(folder.absolute())), version=folder.name, file=name),))
