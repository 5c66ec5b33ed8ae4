"""Where the checkers of others are on this machine, and how to get those that are not."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from os import environ
from pathlib import Path

from kanben.proof.outside.remark import Absent

NODE_MODULES = "KANBEN_NODE_MODULES"
"""The variable that names a folder node_modules, where the checkers of npm are in none that is looked into."""
CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing to be found, with what to type for it; `find` gives its path, or nothing."""

    name: str
    apt: str
    brew: str
    find: Callable[[], str]

    def need(self) -> str:
        """Give its path; where there is none, say what to type on this machine."""
        if found := self.find():
            return found
        has_brew = shutil.which("brew") or (sys.platform == "darwin" and not shutil.which("apt-get"))
        raise Absent(self.name, self.brew if has_brew else self.apt)


def on_path(*names: str) -> Callable[[], str]:
    """Find a program on PATH, or beside this Python."""
    beside = str(Path(sys.executable).parent)
    return lambda: next(filter(None, (shutil.which(name) or shutil.which(name, path=beside) for name in names)), "")


def in_package(name: str, file: str = "__init__.py") -> Callable[[], str]:
    """Find a file of a Python package, without importing it."""

    def find() -> str:
        spec = find_spec(name)
        there = Path(spec.origin).with_name(file) if spec and spec.origin else None
        return str(there) if there and there.is_file() else ""

    return find


def in_modules(file: str) -> Callable[[], str]:
    """Find a file of an npm package."""
    return lambda: next((str(path) for folder in modules() if (path := folder / file).is_file()), "")


def modules() -> Iterator[Path]:
    """The folders node_modules: the one that is named, that of a checkout's tests, npm's own.

    Never that of the folder that kanben runs in: what lies beside a stranger's file is the stranger's.
    """
    if named := environ.get(NODE_MODULES):
        yield Path(named)
    yield Path(__file__).parents[4] / "tests" / "node_modules"
    for root in (Path(shutil.which("node") or "/usr/bin/node").parents[1], Path("/usr/local")):
        yield root / "lib" / "node_modules"


def program(name: str, apt: str, brew: str, *names: str) -> Tool:
    return Tool(name, f"sudo apt-get install {apt}", f"brew install {brew}", on_path(*names))


def package(name: str, pip: str, find: Callable[[], str]) -> Tool:
    return Tool(name, f"pip install {pip}", f"pip install {pip}", find)


def npm(name: str, packages: str, file: str) -> Tool:
    command = f"npm install --global --ignore-scripts {packages}"
    return Tool(name, f"sudo {command}", command, in_modules(file))


JAVA = program("Java", "default-jre-headless", "temurin", "java")
NODE = program("Node", "nodejs npm", "node", "node")
CHROMIUM = program("Chromium", "chromium", "google-chrome", *CHROMIUMS)
QPDF = program("qpdf", "qpdf", "qpdf", "qpdf")
GHOSTSCRIPT = program("Ghostscript", "ghostscript", "ghostscript", "gs")

EPUBCHECK = package("EPUBCheck", "epubcheck", in_package("epubcheck", "epubcheck.jar"))
PAGE_VALIDATION = package("page-validation", "page-validation", in_package("page"))
PLAYWRIGHT = package("Playwright", "playwright", in_package("playwright"))
OUTLOUD = package("outloud", "outloud", on_path("outloud"))
NU = npm("Nu Html Checker", "vnu-jar", "vnu-jar/build/dist/vnu.jar")
ACE = npm("DAISY Ace", "@daisy/ace-cli @daisy/ace-axe-runner-puppeteer", "@daisy/ace-cli/bin/ace.js")
AXE = npm("axe-core", "axe-core", "axe-core/axe.min.js")

PROGRAMS = (JAVA, NODE, CHROMIUM, QPDF, GHOSTSCRIPT)
"""What other programs run on, and what tells its own version."""
CHECKERS = (EPUBCHECK, PAGE_VALIDATION, PLAYWRIGHT, OUTLOUD, NU, ACE, AXE)
