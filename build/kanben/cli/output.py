"""Write finished editions: whole files, each beside its place and then moved there, and only where bytes changed."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kanben.place import Place
from kanben.trouble import Stop, trouble


def write_files(folder: Path, files: Mapping[str, bytes], owned: tuple[str, ...] = ()) -> int:
    """Put files below a folder and give how many changed; `owned` folders lose what is no longer made.

    All are written to a scratch folder first, so a full disk or a lost right leaves the old ones as they were.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        changed = {name: data for name, data in files.items() if not same(folder / name, data)}
        with tempfile.TemporaryDirectory(prefix=".kanben-", dir=folder) as scratch:
            for name, data in changed.items():
                spot = Path(scratch) / name
                spot.parent.mkdir(parents=True, exist_ok=True)
                spot.write_bytes(data)
            for name in changed:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (Path(scratch) / name).replace(folder / name)
        for name in owned:
            drop_stale(folder, name, files)
    except OSError as error:
        place = Place(str(error.filename or folder))
        raise Stop((trouble("cannot-write", place, problem=error.strerror or error),)) from error
    return len(changed)


def same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def drop_stale(folder: Path, owned: str, files: Mapping[str, bytes]) -> None:
    """Take away files of an earlier build that this one did not make."""
    for path in sorted((folder / owned).rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not any(path.iterdir()):
            shutil.rmtree(path)
        elif path.is_file() and name not in files:
            path.unlink()
