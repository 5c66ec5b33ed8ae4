"""List what is no Python package and shows in the bytes of editions all the same, at its version on this machine."""

import ctypes
import platform
from collections.abc import Iterator
from dataclasses import dataclass

from kanben.pandoc.program import told_version


@dataclass(frozen=True, slots=True)
class Program:
    """A program or a library of this machine, its licence in SPDX's words, and the package that calls it."""

    name: str
    version: str
    licence: str
    address: str
    """Its package address without the version: pkg:generic/pango."""
    kind: str
    caller: str


LIBRARIES = (
    ("pango", "LGPL-2.0-or-later", "pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.dylib")),
    ("harfbuzz", "MIT-Modern-Variant", "hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.dylib")),
)
"""Pango shapes the lines of print, HarfBuzz cuts its fonts."""


def programs() -> Iterator[Program]:
    python = platform.python_version()
    yield Program("python", python, "PSF-2.0", "pkg:generic/python", "platform", "kanben")
    if pandoc := told_version():
        yield Program("pandoc", pandoc, "GPL-2.0-or-later", "pkg:hackage/pandoc", "application", "pypandoc-binary")
    for name, licence, function, files in LIBRARIES:
        if found := library_version(function, files):
            yield Program(name, found, licence, f"pkg:generic/{name}", "library", "weasyprint")


def library_version(function: str, files: tuple[str, ...]) -> str:
    """What a library says of itself; nothing where the loader does not find it."""
    for file in files:
        try:
            ask = getattr(ctypes.CDLL(file), function)
        except (OSError, AttributeError):
            continue
        ask.restype = ctypes.c_char_p
        said: bytes = ask()
        return said.decode()
    return ""
