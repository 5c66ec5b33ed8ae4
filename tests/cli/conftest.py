"""Fixtures of the command line's tests."""

from pathlib import Path

import pytest

from tests.cli.kanben_command import Kanben


@pytest.fixture
def kanben(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kanben:
    return Kanben(tmp_path, monkeypatch, capsys)
