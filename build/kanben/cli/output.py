"""Write finished files: whole, each beside its place and then moved there, and only where bytes changed."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, EISDIR
from pathlib import Path

from kanben.cache import leads_out_of_a_title
from kanben.cli.ending import undisturbed
from kanben.place import Place
from kanben.reading.files import is_seen
from kanben.trouble import Stop, trouble

RECORD = ".made-{}"
"""Beside a folder that kanben keeps, the names of the files that it put there: a user's own are never taken away."""


SCRATCH = ".kanben-"
READY = ".kanben-ready"
"""The scratch folder of a run that has written all: from then on its files take their places, even if it is killed."""
NEW, STALE, DONE = "new", "stale", ".kanben-done"


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
        raise cannot_write(failed_at(error, folder), error) from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other run writes below a folder.

    A run that is killed lets it go: what it had ready takes its place, and its scraps are swept up.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
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


def cannot_write(path: Path, error: OSError) -> Stop:
    """The path is told in full: it is none of a title's own."""
    return Stop((trouble("cannot-write", Place(str(path.absolute())), problem=error.strerror or error),))


def failed_at(error: OSError, folder: Path) -> Path:
    """Where writing failed, as an editor knows it: a scratch folder stands for the one that it lies in."""
    path = Path(error.filename2 or error.filename or folder)
    return next((each.parent for each in (path, *path.parents) if each.name.startswith(SCRATCH)), path)


def put_files(folder: Path, files: Mapping[str, bytes], stale: Iterable[str] = ()) -> None:
    """Put files below a folder, and take others away: all of it, or nothing."""
    changed = {name: data for name, data in files.items() if not same(folder / name, data)}
    scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=folder))
    try:
        (scratch / NEW).mkdir()
        for name, data in changed.items():
            make_room(scratch / NEW, name)
            (scratch / NEW / name).write_bytes(data)
        for name in changed:  # on a full disk not even folders are left behind
            make_room(folder, name)
        refuse_locked({(folder / name).parent for name in (*changed, *stale)})
        (scratch / STALE).write_text("".join(f"{name}\n" for name in sorted(stale)), encoding="utf-8")
        with undisturbed():
            scratch.rename(folder / READY)
            take_places(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def take_places(folder: Path) -> None:
    """Let files that are ready take their places, and drop what is stale."""
    ready = folder / READY
    if not ready.is_dir() or ready.is_symlink():
        return
    files = (path for path in (ready / NEW).rglob("*") if path.is_file() and not path.is_symlink())
    names = [str(path.relative_to(ready / NEW)) for path in files]
    for name in sorted(names, key=leads_to):
        make_room(folder, name)
        (ready / NEW / name).replace(folder / name)
    for name in names_in(ready / STALE):
        drop(folder, name)
    done = ready.rename(folder / DONE)  # a folder that is half removed is not ready
    shutil.rmtree(done)


def refuse_link(folder: Path) -> None:
    """A link that came with a title takes no files elsewhere; one of the editor's own, outside the title, may."""
    if leads_out_of_a_title(folder):
        raise link_in_out(folder)


def link_in_out(path: Path) -> Stop:
    return Stop((trouble("link-in-out", Place(str(path.absolute()))),))


def is_below(folder: Path, name: str) -> bool:
    """Whether a file of that name stands below a folder, and no link on the way leads elsewhere."""
    return (folder / name).parent.resolve().is_relative_to(folder.resolve())


def make_room(folder: Path, name: str) -> None:
    """Make the folder of a file that is to be written, or say what is in its way."""
    path = folder / name
    if not is_below(folder, name):
        raise link_in_out(path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))


def refuse_locked(folders: Iterable[Path]) -> None:
    """One folder where another owner lets nobody write keeps all files from their places, not some."""
    for folder in sorted(folders):
        if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(EACCES, os.strerror(EACCES), str(folder))


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
    return set(names_in(record)) if record.is_file() else set()


def names_in(file: Path) -> list[str]:
    """The names that a file holds, one a line; of one that was spoiled, those that can be read."""
    return file.read_text(encoding="utf-8", errors="replace").splitlines()


def drop(folder: Path, name: str) -> None:
    """Take a file away, and the folder that it leaves empty; none that lies outside the folder."""
    path = folder / name
    if is_below(folder, name):
        path.unlink(missing_ok=True)
        with suppress(OSError):  # another file is still there
            path.parent.rmdir()


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
            with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder.parent) as scratch:
                made = Path(scratch) / folder.name
                made.mkdir()
                put_files(made, files)
                made.rename(folder)
        return True
    except OSError as error:
        raise cannot_write(failed_at(error, folder), error) from error


def refuse_others(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        if not same(folder / name, data):
            raise Stop((trouble("released-before", Place(str(folder.absolute())), version=folder.name, file=name),))
