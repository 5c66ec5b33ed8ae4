"""Give what the independent checkers say one shape."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a checker has to say about one place."""

    severity: str
    code: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.severity}: {self.what} [{self.code}]"


def run(command: Sequence[str], timeout: float = 300) -> subprocess.CompletedProcess[str]:
    """Run a checker; its exit code is the caller's to judge, its output is always text."""
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=timeout, check=False)
