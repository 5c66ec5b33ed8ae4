"""Fixtures of the command line's tests."""

from pathlib import Path

import pytest

from kanben.proof.outside import tools
from tests.checkers.tiny_epub import tiny_epub
from tests.cli.kanben_command import Kanben


@pytest.fixture
def kanben(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kanben:
    return Kanben(tmp_path, monkeypatch, capsys)


@pytest.fixture
def epub(tmp_path: Path) -> Path:
    """A small EPUB with a link to nowhere."""
    return tiny_epub(tmp_path / "书.epub", '<h1>第一章</h1>\n<p>见<a href="#x">下文</a>。</p>')


@pytest.fixture
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the checkers of others: they would take seconds each."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(tools, "find_spec", lambda name: None)
