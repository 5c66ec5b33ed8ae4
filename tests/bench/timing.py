"""Run a command to its end, and say what it took."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * (1024 if sys.platform == "darwin" else 1)  # macOS counts bytes, Linux kilobytes


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of all processors, of a command and all that it started; MB of the largest process."""

    wall: float
    cpu: float
    memory: float


class Failed(Exception):
    """A command failed; its last words."""


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder."""
    with tempfile.TemporaryFile() as words:
        begin = time.perf_counter()
        # Compiled modules and templates are kept, as they are for users; some machines for tests forbid it.
        quiet = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": ""}
        process = subprocess.Popen(command, cwd=folder, stdout=words, stderr=words, env=quiet)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            words.seek(0)
            raise Failed(f"{' '.join(command)}\n{words.read().decode(errors='replace')[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE)
