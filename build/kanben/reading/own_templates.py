"""Look through a title's own templates before an edition uses them: text of the title folder, and no other."""

import os
from collections.abc import Iterator
from pathlib import Path

from kanben.limits import TEMPLATE_FILE
from kanben.place import Place
from kanben.reading.decode import decode
from kanben.reading.drawing_faults import drawing_fault
from kanben.reading.files import read_inside
from kanben.trouble import Tell, too_much, trouble

HOME = "templates"
TEXTS = (".css", ".html", ".svg", ".xhtml", ".xml")
SCRIPT = ".js"


def own_templates(folder: Path) -> Path | None:
    """The folder of a title's own templates, where it has one."""
    home = folder / HOME
    return home if home.is_dir() else None


def check_templates(folder: Path, tell: Tell) -> None:
    """A name that leads nowhere is the lock of a program that has the file open."""
    for path in sorted(files_and_links(folder / HOME)):
        name = path.relative_to(folder).as_posix()
        if path.suffix == SCRIPT:
            tell(trouble("live-template", Place(name, 1), problem=path.name))
        data = read_inside(folder, name, Place(name), tell) if path.exists() else None
        if data is None or path.suffix not in TEXTS:
            continue
        if len(data) > TEMPLATE_FILE.most:
            tell(too_much(TEMPLATE_FILE, len(data), Place(name, 1)))
            continue
        decode(data, name, tell)
        if path.suffix == ".svg" and (problem := drawing_fault(data)):
            tell(trouble("bad-image", Place(name, 1), file=name, problem=problem))


def files_and_links(home: Path) -> Iterator[Path]:
    """Every file, and every folder that is a link: what stands behind it is no part of the title."""
    if home.is_symlink():
        yield home
        return
    for root, folders, names in os.walk(home):
        yield from (Path(root) / name for name in names)
        yield from (Path(root) / name for name in folders if (Path(root) / name).is_symlink())
