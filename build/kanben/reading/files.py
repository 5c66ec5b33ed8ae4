"""Read files of a title folder, and none outside it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import normpath

from kanben.limits import ANY_FILE
from kanben.place import Place
from kanben.trouble import Tell, too_much, trouble

DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)


class Reads:
    """Whom to tell which files are read; one for the process, for parts are read in threads."""

    noted: dict[str, bytes] | None = None


@contextmanager
def noting(files: dict[str, bytes]) -> Iterator[None]:
    """Note every file that is read within a block, by its name in the title folder."""
    Reads.noted = files
    try:
        yield
    finally:
        Reads.noted = None


def read_inside(folder: Path, name: str, place: Place, tell: Tell, missing: str = "missing-file") -> bytes | None:
    """The bytes of a file named from the title folder; None, having told why, when it may not or cannot be read."""
    try:
        home = folder.resolve()
        path = (home / name).resolve()
        if "\\" in name or not path.is_relative_to(home):
            tell(trouble("outside-path", place, file=name))
        elif not path.exists():
            tell(trouble(missing, place, file=name))
        elif not path.is_file():
            tell(trouble("unreadable-file", place, file=name, problem="not a file"))
        elif (size := path.stat().st_size) > ANY_FILE.most:
            tell(too_much(ANY_FILE, size, place, file=name))
        else:
            data = path.read_bytes()
            if Reads.noted is not None:
                Reads.noted[normpath(name)] = data
            return data
    except RuntimeError:
        tell(trouble("unreadable-file", place, file=name, problem="a circle of links"))
    except (OSError, ValueError) as error:  # no permission; a NUL in the name
        tell(trouble("unreadable-file", place, file=name, problem=getattr(error, "strerror", None) or error))
    return None


def is_seen(name: str) -> bool:
    """Whether nothing hides in a name: no break, no control, no byte that is not UTF-8, which is half a character."""
    return name.replace("\u3000", " ").isprintable()


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name for a device, whatever its ending: a reader there could not unpack it."""
    return bool(DEVICE.match(name))
