"""Look through a title's own templates before an edition uses them: text of the title folder, and no other."""

import os
from pathlib import Path

from kanben.place import Place
from kanben.reading.decode import decode
from kanben.reading.files import read_inside
from kanben.trouble import Tell

HOME = "templates"
TEXTS = (".css", ".html", ".js", ".svg", ".xhtml", ".xml")


def check_templates(folder: Path, tell: Tell) -> None:
    """A name that leads nowhere is the lock of a program that has the file open."""
    for path in sorted(Path(root) / name for root, _, names in os.walk(folder / HOME) for name in names):
        name = path.relative_to(folder).as_posix()
        data = read_inside(folder, name, Place(name), tell) if path.exists() else None
        if data is not None and path.suffix in TEXTS:
            decode(data, name, tell)
