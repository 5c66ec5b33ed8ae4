"""Let files that are written take their places: all of them or, where the system refuses one, none."""

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from kanben.place import Place
from kanben.trouble import Stop, trouble

SCRATCH = ".kanben-"
READY = ".kanben-ready"
"""The scratch folder of a run that has written all: from then on its files take their places, even if it is killed."""
BACK = ".kanben-back"
"""The same after a place was refused: from then on what stood there before goes back."""
NEW, OLD, FRESH, STALE, DONE = "new", "old", "fresh", "stale", ".kanben-done"


def keep_old(scratch: Path, folder: Path, new: Iterable[str], stale: Iterable[str]) -> None:
    """Keep what new files will replace and what is to be dropped, and note names that nothing bears yet."""
    for name in new:
        if not is_below(folder, name):
            raise link_in_out((folder / name).parent)
    going = [name for name in stale if is_below(folder, name)]
    fresh = [name for name in (*new, *going) if not os.path.lexists(folder / name)]
    for name in {*new, *going}.difference(fresh):
        keep(folder / name, scratch / OLD / name)
    note_names(scratch / FRESH, fresh)
    note_names(scratch / STALE, going)


def keep(file: Path, kept: Path) -> None:
    """Give a file a second name or, where the disk has no such thing, a second copy."""
    if file.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(file))
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, kept)
    except OSError:
        shutil.copy2(file, kept, follow_symlinks=False)


def take_places(folder: Path) -> None:
    """Let files that are ready take their places, and drop what is stale; where one is refused, all go back."""
    ready = folder / READY
    if is_ours(ready):
        try:
            for name in sorted(names_below(ready / NEW), key=leads_to):
                if not (ready / NEW / name).is_symlink():  # no build makes one
                    put(ready / NEW, folder, name)
            for name in names_in(ready / STALE):
                drop(folder, name)
            let_go(ready)
        except Exception:
            ready.rename(folder / BACK)
            take_back(folder)
            raise


def take_back(folder: Path) -> None:
    """Let what stood there before return to its places, and drop what is new."""
    back = folder / BACK
    if is_ours(back):
        for name in names_below(back / OLD):
            if not stands(folder / name, back / OLD / name):  # else its folder may still refuse any change
                put(back / OLD, folder, name)
        for name in names_in(back / FRESH):
            drop(folder, name)
        let_go(back)


def is_unsettled(folder: Path) -> bool:
    """Whether files of two builds stand side by side: the next run brings them all to their places first."""
    return is_ours(folder / READY) or is_ours(folder / BACK)


def is_ours(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink()


def stands(file: Path, kept: Path) -> bool:
    if kept.is_symlink():
        return file.is_symlink() and file.readlink() == kept.readlink()
    return file.is_file() and filecmp.cmp(file, kept, shallow=False)


def let_go(scratch: Path) -> None:
    """A folder that is half removed is neither ready nor on its way back."""
    shutil.rmtree(scratch.rename(scratch.parent / DONE), ignore_errors=True)


def put(source: Path, folder: Path, name: str) -> None:
    if not is_below(folder, name):
        raise link_in_out((folder / name).parent)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (source / name).replace(folder / name)


def drop(folder: Path, name: str) -> None:
    """Take a file away, and the folders that it leaves empty; none that lies outside the folder."""
    if is_below(folder, name):
        (folder / name).unlink(missing_ok=True)
        with suppress(OSError):  # another file is still there
            for room in Path(name).parents[:-1]:
                (folder / room).rmdir()


def link_in_out(path: Path) -> Stop:
    return Stop((trouble("link-in-out", Place(str(path.absolute()))),))


def is_below(folder: Path, name: str) -> bool:
    """Whether a file of that name stands below a folder, and no link on the way leads elsewhere."""
    return (folder / name).parent.resolve().is_relative_to(folder.resolve())


def leads_to(name: str) -> tuple[bool, bool, str]:
    """The order in which files take their places: what pages need, the pages, and last what says that all is made."""
    return name == "manifest.json", name.endswith(".html"), name


def names_below(folder: Path) -> Iterator[str]:
    files = [path for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return (str(path.relative_to(folder)) for path in files)


def note_names(file: Path, names: Iterable[str]) -> None:
    file.write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")


def names_in(file: Path) -> list[str]:
    """The names that a file holds, one a line; of one that was spoiled, those that can be read."""
    return file.read_text(encoding="utf-8", errors="replace").splitlines()
