"""Doubt chapters that lie beside those of a title and are named nowhere."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from posixpath import normpath

from kanben.place import Place
from kanben.trouble import Tell, trouble


def check_unlisted(folder: Path, names: Iterable[str], tell: Tell) -> None:
    """Only folders below the title's own that hold a named file are looked into: notes to oneself may lie elsewhere."""
    named = {normpath(name) for name in names if name.endswith(".md")}
    beside = {str(PurePosixPath(name).parent) for name in named} - {"."}
    for place in sorted(beside):
        if not place.startswith(("..", "/")):
            for path in sorted((folder / place).glob("*.md")):
                if f"{place}/{path.name}" not in named and path.is_file():
                    tell(trouble("unlisted-file", Place(f"{place}/{path.name}")))
