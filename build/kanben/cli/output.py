"""Write finished files: whole, each beside its place and then moved there, and only where bytes changed."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kanben.cache import leads_out_of_a_title
from kanben.cli.ending import undisturbed
from kanben.cli.places import (
    NEW,
    READY,
    SCRATCH,
    is_unsettled,
    keep_old,
    link_in_out,
    names_in,
    take_back,
    take_places,
)
from kanben.place import Place
from kanben.reading.files import is_seen
from kanben.trouble import Stop, trouble

RECORD = ".made-{}"
"""Beside a folder that kanben keeps, the names of the files that it put there: a user's own are never taken away."""
AT_ONCE = 1 << 20
"""Bytes of an old file that are looked at together."""


def write_files(folder: Path, files: Mapping[str, bytes], kept: str = "", later: str = "") -> None:
    """Put files below a folder; its folder `kept` loses what an earlier run put there and this one does not.

    All are written to a scratch folder first, so a full disk or a lost right leaves the old ones as they were, and
    one run writes at a time. Names that begin with `later` stay as they are: they are made at another time.
    """
    refuse_link(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder):
            before = made_before(folder, kept) if kept else set()
            waiting = {name for name in before if later and name.startswith(later)}
            names = files.keys() | waiting
            put_files(folder, {**files, **record_of(names, kept)} if kept else files, before - names)
    except OSError as error:
        raise cannot_write(folder, error) from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other run writes below a folder.

    A run that is killed lets it go: what it had ready takes its place, or goes back if it was going, and its scraps are
    swept up.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        take_back(folder)
        take_places(folder)
        for scrap in folder.glob(f"{SCRATCH}*"):
            shutil.rmtree(scrap, ignore_errors=True)
        yield
    finally:
        os.close(handle)


def refuse_strange(folder: Path) -> None:
    """A new title has a name with which it can be made."""
    if not is_seen(folder.resolve().name):
        raise Stop((trouble("strange-name", Place(str(folder))),))


def refuse_filled(folder: Path) -> None:
    """A new title is never written among an editor's files; what a run left that was killed is none."""
    try:
        if any(folder.glob(f"{SCRATCH}*")):
            with alone(folder):
                pass
        filled = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise cannot_write(folder, error) from error
    if filled:
        raise Stop((trouble("not-empty", Place(str(folder))),))


def cannot_write(folder: Path, error: OSError) -> Stop:
    """The path is told in full: it is none of a title's own."""
    code = "half-written" if is_unsettled(folder) else "cannot-write"
    place = Place(str(failed_at(error, folder).absolute()))
    return Stop((trouble(code, place, problem=error.strerror or error),))


def failed_at(error: OSError, folder: Path) -> Path:
    """Where writing failed, as an editor knows it: a scratch folder stands for the one that it lies in."""
    path = Path(error.filename2 or error.filename or folder)
    return next((each.parent for each in (path, *path.parents) if each.name.startswith(SCRATCH)), path)


def put_files(folder: Path, files: Mapping[str, bytes], stale: Collection[str] = ()) -> None:
    """Put files below a folder, and take others away: all of it, or nothing. A full disk has room for nothing new."""
    changed = {name: data for name, data in files.items() if not same(folder / name, data)}
    if not changed and not stale:
        return
    scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=folder))
    try:
        keep_old(scratch, folder, changed, stale)
        write_all(scratch / NEW, changed)
        with undisturbed():
            scratch.rename(folder / READY)
            take_places(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files below a folder that is nobody's yet."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def refuse_link(folder: Path) -> None:
    """A link that came with a title takes no files elsewhere; one of the editor's own, outside the title, may."""
    if leads_out_of_a_title(folder):
        raise link_in_out(folder)


def same(path: Path, data: bytes) -> bool:
    """Whether a file holds these bytes; it is looked at piece by piece, and never held as well."""
    if not path.is_file() or path.stat().st_size != len(data):
        return False
    with path.open("rb") as file:
        return all(file.read(AT_ONCE) == data[at : at + AT_ONCE] for at in range(0, len(data), AT_ONCE))


def record_of(names: Iterable[str], kept: str) -> dict[str, bytes]:
    own = sorted(name for name in names if name.startswith(f"{kept}/"))
    return {RECORD.format(kept): "".join(f"{name}\n" for name in own).encode()}


def made_before(folder: Path, kept: str) -> set[str]:
    record = folder / RECORD.format(kept)
    return set(names_in(record)) if record.is_file() else set()


def write_once(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Put files into a folder that takes its place whole, by one rename; say whether it was made now.

    A folder that is there already holds these very files, or the first that differs is told.
    """
    refuse_link(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with alone(folder.parent):
            if folder.exists():
                refuse_others(folder, files)
                return False
            with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder.parent, ignore_cleanup_errors=True) as scratch:
                made = Path(scratch) / folder.name
                made.mkdir()
                write_all(made, files)
                made.rename(folder)
        return True
    except OSError as error:
        raise cannot_write(folder, error) from error


def refuse_others(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        if not same(folder / name, data):
            raise Stop((trouble("released-before", Place(str(folder.absolute())), version=folder.name, file=name),))
