"""Run pandoc: the only place that knows where the program is and how it fails."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kanben.place import Place
from kanben.trouble import Stop, trouble

MEMORY_LIMIT = ("+RTS", "-M1G", "-RTS")
"""A hostile page must not eat the machine's memory: pandoc's own runtime stops at this much."""

OPTIONS = ("--sandbox", *MEMORY_LIMIT)
"""Always given. In the sandbox readers and writers open no file, so everything goes in by stdin (a CSL style as a
data: address in the metadata, works as the `references` of the metadata)."""


@cache
def find_pandoc() -> str:
    """Give the path of the pandoc that pypandoc-binary ships, else the one on PATH, else nothing."""
    package = find_spec("pypandoc")  # found, not imported: the import alone costs 60 ms
    if package and package.origin and (shipped := Path(package.origin).parent / "files" / "pandoc").is_file():
        return str(shipped)
    return shutil.which("pandoc") or ""


def run_pandoc(arguments: Sequence[str], stdin: bytes, place: Place, seconds: float = 20) -> bytes:
    """Give pandoc's standard output; a failure of any kind is a Stop whose trouble stands at `place`."""
    program = find_pandoc()
    if not program:
        raise Stop((trouble("missing-pandoc", place),))
    command = [program, *OPTIONS, *arguments]
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=seconds, env=surroundings, check=False)
    except subprocess.TimeoutExpired as late:
        raise Stop((trouble("pandoc-timeout", place, seconds=f"{seconds:g}"),)) from late
    except OSError as fault:
        raise Stop((trouble("missing-pandoc", place),)) from fault
    if done.returncode:
        raise Stop((trouble("pandoc-failed", place, exit=done.returncode, words=one_line(done.stderr)),))
    return done.stdout


def one_line(stderr: bytes) -> str:
    """Put what pandoc says on one line, without the Haskell call stack."""
    words = stderr.decode("utf-8", "replace").partition("HasCallStack")[0]
    return " ".join(words.split()) or "pandoc gave no reason"
