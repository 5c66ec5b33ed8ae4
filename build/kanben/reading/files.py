"""Read files of a title folder, and none outside it."""

from pathlib import Path

from kanben.place import Place
from kanben.trouble import Tell, trouble


def read_inside(folder: Path, name: str, place: Place, tell: Tell, missing: str = "missing-file") -> bytes | None:
    """The bytes of a file named from the title folder; None, having told why, when it may not or cannot be read."""
    try:
        path = (folder / name).resolve()
        if "\\" in name or not path.is_relative_to(folder.resolve()):
            tell(trouble("outside-path", place, file=name))
        elif not path.exists():
            tell(trouble(missing, place, file=name))
        elif not path.is_file():
            tell(trouble("unreadable-file", place, file=name, problem="not a file"))
        else:
            return path.read_bytes()
    except RuntimeError:
        tell(trouble("unreadable-file", place, file=name, problem="a circle of links"))
    except (OSError, ValueError) as error:  # no permission; a NUL in the name
        tell(trouble("unreadable-file", place, file=name, problem=getattr(error, "strerror", None) or error))
    return None
