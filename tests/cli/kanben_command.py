"""Run the command line as an editor does, within the test's own process."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kanben.cli import main


@dataclass(frozen=True)
class Ran:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        """The lines of a run with --json, but for those of its progress."""
        return [row for row in self.events if row["event"] != "progress"]

    @property
    def events(self) -> list[dict[str, object]]:
        """The lines of a run with --json."""
        return [json.loads(line) for line in self.out.splitlines()]


class Kanben:
    """The command, in a working folder, under a locale."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys
        monkeypatch.chdir(folder)
        self.locale("C.UTF-8")

    def locale(self, name: str) -> None:
        self.monkeypatch.setenv("LC_ALL", name)

    def __call__(self, *arguments: str) -> Ran:
        self.monkeypatch.setattr(sys, "argv", ["kanben", *arguments])
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self.capsys.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, printed.out, printed.err)
