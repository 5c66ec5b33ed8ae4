"""The cache: what is kept is given back, and what is damaged is asked for anew."""

import os
from errno import ENOSPC
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from kanben.cache import Cache
from kanben.pandoc import program
from kanben.pandoc.program import remembering, run_pandoc
from kanben.place import Place
from kanben.trouble import Stop
from tests.titles import write_title

ARGUMENTS, HERE = ("-f", "markdown", "-t", "plain"), Place("chapters/01.md")


class Asked:
    """Counts how often pandoc really runs."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        self.real = program.ask_pandoc
        monkeypatch.setattr(program, "ask_pandoc", self)

    def __call__(self, *question: Any) -> bytes:
        self.times += 1
        return self.real(*question)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


def answer(folder: Path, text: bytes = "甲".encode()) -> bytes:
    with remembering(Cache(folder).remember):
        return run_pandoc(ARGUMENTS, text, HERE)


def test_the_same_question_runs_pandoc_once(tmp_path: Path, asked: Asked) -> None:
    assert answer(tmp_path) == answer(tmp_path) == "甲\n".encode()
    assert asked.times == 1


def test_another_text_is_another_question(tmp_path: Path, asked: Asked) -> None:
    assert answer(tmp_path, b"a") != answer(tmp_path, b"b")
    assert asked.times == 2


@pytest.mark.parametrize("damage", [b"", b"short", b"0" * 200])
def test_a_damaged_answer_is_noticed_and_mended(tmp_path: Path, asked: Asked, damage: bytes) -> None:
    answer(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert answer(tmp_path) == "甲\n".encode()
    assert answer(tmp_path) == "甲\n".encode()
    assert asked.times == 2


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    with remembering(Cache(tmp_path).remember), pytest.raises(Stop):
        run_pandoc(("-f", "no-such-format"), b"", HERE)
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert answer(tmp_path / "file" / "cache") == "甲\n".encode()


def test_outside_the_block_nothing_is_remembered(tmp_path: Path, asked: Asked) -> None:
    answer(tmp_path)
    run_pandoc(ARGUMENTS, "甲".encode(), HERE)
    assert asked.times == 2


def test_an_answer_for_which_the_disk_has_no_room_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    assert answer(tmp_path) == "甲\n".encode()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_half_written_is_written_anew_and_through_no_link(tmp_path: Path, asked: Asked) -> None:
    """A title that somebody sent may have links in its cache."""
    answer(tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.unlink()
    (tmp_path / "elsewhere").touch()
    (tmp_path / "cache" / f".new-{kept.name}").symlink_to(tmp_path / "elsewhere")
    answer(tmp_path / "cache")
    assert [*(tmp_path / "cache").iterdir()] == [kept]
    assert (tmp_path / "elsewhere").read_bytes() == b""


def test_the_cache_that_came_with_a_title_is_not_believed(tmp_path: Path, asked: Asked) -> None:
    """Whoever sends a title could send answers with it."""
    answer(tmp_path / "theirs")
    copytree(tmp_path / "theirs", tmp_path / "ours")
    assert answer(tmp_path / "ours") == "甲\n".encode()
    assert asked.times == 2


def test_a_link_in_a_title_takes_no_cache_elsewhere(tmp_path: Path, asked: Asked) -> None:
    title, elsewhere = write_title(tmp_path / "title"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (title / ".cache").symlink_to(elsewhere)
    assert answer(title / ".cache" / "kanben") == answer(title / ".cache" / "kanben") == "甲\n".encode()
    assert (asked.times, list(elsewhere.iterdir())) == (2, [])


def test_an_editors_own_link_to_a_cache_is_followed(tmp_path: Path, asked: Asked) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere")
    assert answer(tmp_path / ".cache") == answer(tmp_path / ".cache")
    assert asked.times == 1
