"""Run a program that the tests alone ask: where it stands, with all that this machine tells it."""

import subprocess
from collections.abc import Sequence


def run(command: Sequence[str], timeout: float = 300) -> subprocess.CompletedProcess[str]:
    """Run a checker; its exit code is the caller's to judge, its output is always text."""
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=timeout, check=False)
