"""Run a checker: in a folder of its own, within a time, and where no network answers."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kanben.proof.outside.remark import Silent

SECONDS = 300.0
"""For one checker and one edition; a book of 600 pages takes a tenth of it."""
LAST_WORDS = 5.0
"""Seconds in which a checker that was told to end may end its browser."""
NOWHERE = "http://127.0.0.1:9"
"""The discard port of this machine: who asks for the network, asks there."""
JAVA_OPTIONS = (
    *("-Xmx1g", "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
    *(f"-D{kind}.proxy{what}" for kind in ("http", "https") for what in ("Host=127.0.0.1", "Port=9")),
)
"""Java's second compiler never pays before a checker ends: without it EPUBCheck takes half the processor's time.

The first compiler's frames are larger, so Nu wants more stack than Java gives.
"""


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def last_words(self) -> str:
        """The end of what it printed, on one line."""
        return " ".join((self.err or self.out).split())[-200:] or f"exit code {self.code}"


@contextmanager
def room() -> Iterator[Path]:
    """Lend a folder that is cleared afterwards."""
    with tempfile.TemporaryDirectory(prefix="kanben-check-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def run(command: Sequence[str], home: Path, more: Mapping[str, str] | None = None, seconds: float = SECONDS) -> Done:
    """Run a program at home in a folder; its exit code is the caller's to judge, its output is always text.

    One that does not end in time is ended, with all that it started.
    """
    proxies = {f"{kind}_proxy": NOWHERE for kind in ("http", "https", "HTTP", "HTTPS")}
    surroundings = {"PATH": os.environ.get("PATH", ""), "HOME": str(home), "TMPDIR": str(home), "LC_ALL": "C.UTF-8"}
    pipe = subprocess.PIPE
    try:
        child = subprocess.Popen(
            command, cwd=home, env={**surroundings, **proxies, **(more or {})},
            stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, start_new_session=True,
        )  # fmt: skip
    except OSError as problem:
        raise Silent(problem.strerror or str(problem)) from problem
    with child:
        try:
            out, err = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as late:
            raise Silent(f"not ready after {seconds:g} s") from late
        finally:
            end(child)
    return Done(child.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))


def end(child: "subprocess.Popen[bytes]") -> None:
    """End a program that still runs: asked first, so that it closes its browser, then at once."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if child.poll() is not None:
            return
        with suppress(ProcessLookupError):
            os.killpg(child.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            child.wait(LAST_WORDS)
