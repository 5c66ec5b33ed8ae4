"""List all that kanben needs outside its own code."""

from dataclasses import dataclass
from typing import Literal

from kanben.proof.outside.tools import CHECKERS, PROGRAMS, Tool

Purpose = Literal["build", "check"]
"""What goes without: making editions, or only the checkers that `kanben check` and the tests ask."""

PYTHON = (3, 11)
WEASYPRINT = "70."  # the composition layer is written against this series


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to be found; `missing` is the code of the trouble when it is not."""

    name: str
    purpose: Purpose
    missing: str
    apt: str
    brew: str


def _package(name: str, pip: str) -> Need:
    return Need(name, "build", "package-missing", f"pip install '{pip}'", f"pip install '{pip}'")


def _font(name: str, apt: str, brew: str) -> Need:
    return Need(name, "build", "font-missing", f"sudo apt-get install {apt}", f"brew install --cask {brew}")


def _library(name: str, apt: str, brew: str) -> Need:
    return Need(name, "build", "library-missing", f"sudo apt-get install {apt}", f"brew install {brew}")


def _checker(tool: Tool) -> Need:
    return Need(tool.name, "check", "checker-missing", tool.apt, tool.brew)


RARE = Need(
    "HanaMinB", "check", "rare-font-missing", "sudo apt-get install fonts-hanazono", "open https://fonts.jp/hanazono/"
)
FONTS = (
    _font("Noto Serif CJK SC", "fonts-noto-cjk", "font-noto-serif-cjk-sc"),
    _font("Noto Sans CJK SC", "fonts-noto-cjk", "font-noto-sans-cjk-sc"),
    _font("LXGW WenKai", "fonts-lxgw-wenkai", "font-lxgw-wenkai"),
    RARE,
)

NEEDS = (
    Need("Python", "build", "python-too-old", "sudo apt-get install python3 python3-venv", "brew install python@3.13"),
    _package("pandoc", "pypandoc-binary"),
    _package("WeasyPrint", f"weasyprint=={WEASYPRINT}*"),
    _package("Pagefind", "pagefind-bin"),
    _package("OpenCC", "opencc"),
    _library("Pango", "libpango-1.0-0 libpangoft2-1.0-0", "pango"),
    _library("HarfBuzz subset", "libharfbuzz-subset0", "harfbuzz"),
    _library("fontconfig", "fontconfig", "fontconfig"),
    *FONTS,
    Need("CMYK profile", "build", "profile-absent", "sudo apt-get install ghostscript", "brew install ghostscript"),
    *map(_checker, PROGRAMS),
    Need("poppler", "check", "poppler-missing", "sudo apt-get install poppler-utils", "brew install poppler"),
    *map(_checker, CHECKERS),
)
