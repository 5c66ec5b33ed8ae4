"""Ask axe-core whether everybody can use the pages of a web edition."""

import json
import os
import sys
from pathlib import Path

from kanben.place import Place
from kanben.proof.outside.ace import IMPACTS
from kanben.proof.outside.remark import Remark, Silent
from kanben.proof.outside.running import room, run
from kanben.proof.outside.spots import line_of
from kanben.proof.outside.tools import AXE, CHROMIUM, NODE_MODULES, PLAYWRIGHT

PROGRAM = "kanben.proof.outside.axe_pages"


def axe(folder: Path) -> tuple[Remark, ...]:
    """Open each page of a folder and give axe-core's violations, one per element."""
    script = Path(AXE.need()).parents[1]
    PLAYWRIGHT.need()
    CHROMIUM.need()
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    with room() as home:
        paths = os.pathsep.join(filter(None, sys.path))
        command = [sys.executable, "-P", "-m", PROGRAM, str(folder.absolute()), *names]
        done = run(command, home, {"PYTHONPATH": paths, NODE_MODULES: str(script)})
    if done.code:
        raise Silent(done.last_words)
    return tuple(remark_of(folder, each) for each in json.loads(done.out))


def remark_of(folder: Path, told: dict[str, str]) -> Remark:
    place = Place(told["page"], line_of((folder / told["page"]).read_bytes(), told["selector"], told["page"]))
    return Remark(IMPACTS.get(told["impact"], "warning"), told["code"], place, told["what"], told["selector"])
