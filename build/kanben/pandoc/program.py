"""Run pandoc: the only place that knows where the program is and how it fails."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from signal import SIGXCPU
from subprocess import PIPE

from kanben.limits import PANDOC, PATIENCE
from kanben.place import Place
from kanben.refusal import needing
from kanben.trouble import Stop, Trouble, trouble

MEMORY = ("+RTS", "-M1G", "-A16M", "-RTS")
"""A hostile page must not eat the machine's memory: pandoc's own runtime stops at a gigabyte. It looks for garbage
after each 16 megabytes, not after each 4, which is a tenth of a chapter's time."""

OPTIONS = ("--sandbox", *MEMORY)
"""Always given. In the sandbox readers and writers open no file, so everything goes in by stdin (a CSL style as a
data: address in the metadata, works as the `references` of the metadata)."""


@cache
def find_pandoc() -> str:
    """Give the path of the pandoc that pypandoc-binary ships, else the one on PATH, else nothing."""
    package = find_spec("pypandoc")  # found, not imported: the import alone costs 60 ms
    if package and package.origin and (shipped := Path(package.origin).parent / "files" / "pandoc").is_file():
        return str(shipped)
    return shutil.which("pandoc") or ""


Memory = Callable[[bytes, Callable[[], bytes]], bytes]
"""Gives the answer to a question: a kept one, else what asking gives."""


def no_memory(question: bytes, ask: Callable[[], bytes]) -> bytes:
    return ask()


class Door:
    """Through which memory the program is asked; one for the process, as the program is."""

    memory: Memory = staticmethod(no_memory)


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Let a cache answer for pandoc within a block: the same program, arguments and input give the same output.

    Whoever presses a title may let it answer for other slow work of that kind.
    """
    Door.memory = staticmethod(memory)
    try:
        yield
    finally:
        Door.memory = staticmethod(no_memory)


def run_pandoc(arguments: Sequence[str], stdin: bytes, place: Place, seconds: int = PANDOC.most) -> bytes:
    """Give pandoc's standard output; a failure of any kind is a Stop whose trouble stands at `place`.

    `seconds` are those of a processor.
    """
    program = find_pandoc()
    if not program:
        raise Stop((trouble("missing-pandoc", place),))
    question = b"\0".join([version(program), *(argument.encode() for argument in arguments), stdin])
    return Door.memory(question, lambda: ask_pandoc(program, arguments, stdin, place, seconds))


@cache
def version(program: str) -> bytes:
    """What changes when another pandoc is installed; asking it would take as long as a small chapter."""
    try:
        known = Path(program).stat()
    except OSError:
        return b""  # asking it will tell why
    return f"{program} {known.st_size} {known.st_mtime_ns}".encode()


def told_version() -> str:
    """3.9, as the program says of itself; nothing where there is none."""
    try:
        done = subprocess.run([find_pandoc(), "--version"], capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.partition("\n")[0].rpartition(" ")[2]


def ask_pandoc(program: str, arguments: Sequence[str], stdin: bytes, place: Place, seconds: int) -> bytes:
    command = [program, *OPTIONS, *arguments]
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8"}
    with (
        needing("missing-pandoc", place),
        subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=surroundings) as running,
    ):
        limit_time(running.pid, seconds)
        said, complaints = answer_of(running, stdin, seconds * PATIENCE)
    if running.returncode:
        raise Stop((failure(running.returncode, complaints, place, seconds),))
    return said


def limit_time(process: int, seconds: int) -> None:
    """Let the system end a process after so much work, also when kanben is there no more; macOS cannot."""
    if sys.platform == "linux":
        with suppress(OSError):  # it has ended already
            resource.prlimit(process, resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


def answer_of(running: "subprocess.Popen[bytes]", stdin: bytes, seconds: int) -> tuple[bytes, bytes]:
    """What a program says, to its standard output and error; one that does not end is ended as it is for its work."""
    try:
        return running.communicate(stdin, seconds)
    except subprocess.TimeoutExpired:
        running.send_signal(SIGXCPU)
        return running.communicate()
    except BaseException:
        running.kill()
        raise


def failure(code: int, complaints: bytes, place: Place, seconds: int) -> Trouble:
    if code == -SIGXCPU:
        return trouble("pandoc-timeout", place, seconds=seconds)
    if code < 0:
        return trouble("pandoc-killed", place, signal=-code)
    return trouble("pandoc-failed", place, exit=code, words=one_line(complaints))


def one_line(stderr: bytes) -> str:
    """Put what pandoc says on one line, without the Haskell call stack."""
    words = stderr.decode("utf-8", "replace").partition("HasCallStack")[0]
    return " ".join(words.split()) or "pandoc gave no reason"
