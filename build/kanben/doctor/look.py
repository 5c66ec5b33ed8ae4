"""Look at this machine: the only file of the room that runs anything."""

import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kanben.doctor.machine import Machine, System
from kanben.doctor.needs import FONTS
from kanben.proof.outside.tools import CHROMIUMS

PATIENCE = 30.0  # seconds; a first Java or font cache may be slow, but a hung tool must not hang the doctor

# Asked of a Python of its own: an import of WeasyPrint without Pango prints a page of advice, and may not come back.
PYTHON_PROBE = """
import contextlib, json, warnings
warnings.simplefilter("ignore")
found = {}
with contextlib.suppress(Exception):
    import pypandoc
    found["pandoc"] = str(pypandoc.get_pandoc_version())
with contextlib.suppress(Exception):
    from importlib.metadata import version
    found["WeasyPrint"] = version("weasyprint")
with contextlib.suppress(Exception):
    from importlib.metadata import version
    from pagefind_bin import get_executable
    get_executable()
    found["Pagefind"] = version("pagefind-bin")
with contextlib.suppress(Exception):
    import opencc
    found["OpenCC"] = opencc.__version__
with contextlib.suppress(Exception), contextlib.redirect_stdout(None):
    from weasyprint.text import ffi
    number = ffi.pango.pango_version()  # 15012 is 1.50.12
    found["Pango"] = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    if ffi.harfbuzz_subset is not None:
        found["HarfBuzz subset"] = "loaded"
with contextlib.suppress(Exception):
    from kanben.editions.press_profile import find_profile
    if path := find_profile():
        found["CMYK profile"] = str(path)
with contextlib.suppress(Exception):
    from kanben.proof.outside.tools import CHECKERS
    found |= {tool.name: where for tool in CHECKERS if (where := tool.find())}
print(json.dumps(found))
"""

PROGRAMS: dict[str, tuple[Sequence[str], ...]] = {
    "fontconfig": (["fc-list", "--version"],),
    "Java": (["java", "-version"],),
    "Node": (["node", "--version"],),
    "Chromium": tuple([name, "--version"] for name in CHROMIUMS),
    "qpdf": (["qpdf", "--version"],),
    "poppler": (["pdftotext", "-v"],),
    "Ghostscript": (["gs", "--version"],),
}

Run = Callable[[Sequence[str]], str]
"""Runs a command and gives what it printed, nothing when it is not there or fails."""


def run(command: Sequence[str]) -> str:
    """Run a program of this machine; some tell their version on standard error."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return (done.stdout or done.stderr).strip()


def look(run: Run = run) -> Machine:
    """Find what there is of everything that kanben may need."""
    found = {"Python": platform.python_version()}
    found |= _python_things(run)
    found |= {name: said for name, commands in PROGRAMS.items() if (said := _first_line(run, commands))}
    found |= dict(_fonts(run))
    return Machine(_system(), found)


def _python_things(run: Run) -> dict[str, str]:
    said = run([sys.executable, "-P", "-c", PYTHON_PROBE])
    return {str(name): str(version) for name, version in json.loads(said or "{}").items()}


def _first_line(run: Run, commands: Sequence[Sequence[str]]) -> str:
    said = next(filter(None, map(run, commands)), "")
    return said.partition("\n")[0]


def _fonts(run: Run) -> Iterator[tuple[str, str]]:
    for need in FONTS:
        if files := sorted(set(run(["fc-list", f":family={need.name}", "file"]).splitlines())):
            yield need.name, ", ".join(Path(file.rstrip(": ")).name for file in files)


def _system() -> System:
    if shutil.which("apt-get"):
        return "apt"
    return "brew" if shutil.which("brew") or sys.platform == "darwin" else "other"
