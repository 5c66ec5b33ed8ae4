"""Finished files are written whole, by one run at a time, and a run that was killed leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path

import pytest

from kanben.cli.ending import Ended, ending_in_order
from kanben.cli.output import refuse_filled, write_files
from kanben.trouble import Stop
from tests.titles import write_title

OLD = {f"web/{n}.html": f"旧{n}".encode() * 9999 for n in range(30)}
NEW = {f"web/{n}.html": f"新{n}".encode() * 9999 for n in range(30)}
WRITER = """
import sys
from pathlib import Path
from kanben.cli.output import refuse_filled, write_files
word = sys.argv[2]
for turn in range(int(sys.argv[3])):
    pages = {f"web/{n}.html": f"{word}{n}".encode() * 9999 for n in range(30)}
    write_files(Path(sys.argv[1]), pages | {f"web/{word}.html": b""}, "web")
"""

LATER = """
import sys
from pathlib import Path
from kanben.cache import Cache
from kanben.cli.output import refuse_filled, write_files
from kanben.trouble import Stop
out = Path(sys.argv[1])
print(Cache(out / "web" / "cache").remember(b"?", lambda: b"asked"))
try:
    write_files(out, {"a.pdf": b"2", "web/a.html": b"2"}, "web")
except Stop as stop:
    print(stop)
"""


def writer(folder: Path, word: str, turns: int) -> "subprocess.Popen[bytes]":
    """Another process that writes an edition of its own, over and over."""
    home = Path(__file__).parents[2] / "build"
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), word, str(turns)], env={"PYTHONPATH": str(home)}
    )


def names_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_large_file_is_compared_without_holding_the_old_one(tmp_path: Path) -> None:
    book = bytes(20_000_000)
    write_files(tmp_path, {"a.pdf": book})
    tracemalloc.start()
    write_files(tmp_path, {"a.pdf": book})
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    write_files(tmp_path, {"a.pdf": book[:-1] + b"1"})

    assert most < len(book) / 2
    assert (tmp_path / "a.pdf").read_bytes().endswith(b"1")


def test_a_file_whose_bytes_are_the_same_is_not_touched(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.epub": b"1", "b.pdf": b"1"})
    stamps = {name: (tmp_path / name).stat().st_mtime_ns for name in ("a.epub", "b.pdf")}
    time.sleep(0.01)
    write_files(tmp_path, {"a.epub": b"1", "b.pdf": b"2"})
    changed = [name for name, stamp in stamps.items() if (tmp_path / name).stat().st_mtime_ns != stamp]
    assert changed == ["b.pdf"]


def test_a_record_that_was_spoiled_stops_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, {"web/a.html": "桥".encode()}, kept="web")
    (tmp_path / ".made-web").write_bytes(b"\xff\xfe\nweb/a.html\n")
    write_files(tmp_path, {"web/b.html": "石".encode()}, kept="web")
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["b.html"]


def test_what_is_made_later_stays_until_it_is_made(tmp_path: Path) -> None:
    write_files(tmp_path, {"web/a.html": b"1", "web/b.html": b"1", "web/search/1": b"1", "web/search/2": b"1"}, "web")
    write_files(tmp_path, {"web/a.html": b"2"}, "web", "web/search/")
    assert names_in(tmp_path) == [".made-web", "web/a.html", "web/search/1", "web/search/2"]
    write_files(tmp_path, {"web/a.html": b"2", "web/search/1": b"2"}, "web")
    assert names_in(tmp_path) == [".made-web", "web/a.html", "web/search/1"]


def test_a_run_that_is_killed_leaves_whole_files_and_the_next_one_sweeps_up(tmp_path: Path) -> None:
    whole = {word: {sha256(f"{word}{n}".encode() * 9999).hexdigest() for n in range(30)} for word in ("旧", "新")}
    for pause in (0.0, 0.003, 0.007, 0.02):
        running = writer(tmp_path, "新", 10_000)
        while not (tmp_path / "web" / "新.html").exists():  # from then on it writes, sweeps and compares in turn
            time.sleep(0.001)
        time.sleep(pause)
        running.kill()
        running.wait()
        found = {sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "web").glob("[0-9]*.html")}
        assert found <= whole["新"] | whole["旧"]
        write_files(tmp_path, OLD, "web")
        assert names_in(tmp_path) == sorted([".made-web", *OLD])


def killed_at_a_file(monkeypatch: pytest.MonkeyPatch, ending: Callable[[], None]) -> None:
    """Let a run end as its sixth file takes its place."""
    moved: list[Path] = []
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) == 6:
            ending()
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)


def kill() -> None:
    raise GeneratorExit  # as nothing else is: no one of ours catches it


def test_what_a_killed_run_had_ready_is_put_there_by_the_next_one_whatever_that_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD | {"web/旧.html": b""}, "web")
    with monkeypatch.context() as patched, pytest.raises(GeneratorExit):
        killed_at_a_file(patched, kill)
        write_files(tmp_path, NEW, "web")
    write_files(tmp_path, {"a.epub": b"1"})
    assert names_in(tmp_path) == sorted([".made-web", "a.epub", *NEW])
    assert {name: (tmp_path / name).read_bytes() for name in NEW} == NEW


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_asked_to_end_while_files_take_their_places_ends_behind_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    write_files(tmp_path, OLD, "web")
    killed_at_a_file(monkeypatch, lambda: os.kill(os.getpid(), number))
    with pytest.raises(Ended) as ended, ending_in_order():
        write_files(tmp_path, NEW, "web")
    assert ended.value.code == 128 + number
    assert names_in(tmp_path) == sorted([".made-web", *NEW])
    assert {name: (tmp_path / name).read_bytes() for name in NEW} == NEW


def test_what_stands_in_the_way_of_a_file_is_told_before_any_takes_its_place(tmp_path: Path) -> None:
    write_files(tmp_path, OLD, "web")
    (tmp_path / "web" / "新.html").mkdir()
    with pytest.raises(Stop) as stop:
        write_files(tmp_path, NEW | {"web/新.html": b""}, "web")
    assert str(stop.value).startswith(f"{tmp_path}/web/新.html: the file cannot be written: Is a directory")
    assert {name: (tmp_path / name).read_bytes() for name in OLD} == OLD
    assert not list(tmp_path.glob(".kanben-*"))


def test_two_runs_at_once_leave_the_edition_of_one_of_them(tmp_path: Path) -> None:
    both = [writer(tmp_path, word, 12) for word in ("甲", "乙")]
    assert [each.wait() for each in both] == [0, 0]
    words = {(tmp_path / "web" / f"{n}.html").read_text("utf-8")[0] for n in range(30)}
    assert len(words) == 1
    assert (tmp_path / "web" / f"{words.pop()}.html").exists()
    assert len(names_in(tmp_path)) == 32
    assert not list(tmp_path.glob(".kanben-*"))


def said_of(folder: Path, files: dict[str, bytes], kept: str = "") -> str:
    with pytest.raises(Stop) as stop:
        write_files(folder, files, kept)
    return str(stop.value)


def test_a_link_that_came_with_a_title_takes_no_files_elsewhere(tmp_path: Path) -> None:
    title, elsewhere = write_title(tmp_path / "title"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (title / "out").symlink_to(elsewhere)
    assert said_of(title / "out" / "title", NEW) == (
        f"{title}/out/title: a link leads from here to another place, and nothing is written through it [link-in-out]\n"
        "    mend: take the link away, and name the folder that is meant: --out"
    )
    assert list(elsewhere.iterdir()) == []


def test_an_editors_own_link_to_out_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "elsewhere")
    write_files(tmp_path / "out" / "title", NEW, "web")
    assert names_in(tmp_path / "elsewhere" / "title") == sorted([".made-web", *NEW])


def test_a_link_below_out_takes_no_files_elsewhere_and_none_away(tmp_path: Path) -> None:
    """Not even with a record, or with a run that was killed, that says what is to be taken away."""
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    write_files(elsewhere, {"kept.html": b""})
    out.mkdir()
    (out / "web").symlink_to(elsewhere)
    (out / ".made-web").write_text("web/kept.html\nweb/../../elsewhere/kept.html\n../elsewhere/kept.html\n")
    assert said_of(out, NEW, "web").startswith(f"{out}/web: a link leads from here to another place")
    (out / ".kanben-ready" / "new").mkdir(parents=True)
    (out / ".kanben-ready" / "stale").write_text("web/kept.html\n../elsewhere/kept.html\n")
    write_files(out, {"a.epub": b"1"})
    assert names_in(elsewhere) == ["kept.html"]


def test_a_link_that_a_killed_run_did_not_leave_takes_no_place(tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    (tmp_path / "out" / ".kanben-ready" / "new").mkdir(parents=True)
    (tmp_path / "out" / ".kanben-ready" / "stale").touch()
    (tmp_path / "out" / ".kanben-ready" / "new" / "a.epub").symlink_to(tmp_path / "secret")
    write_files(tmp_path / "out", {"b.pdf": b"1"})
    assert names_in(tmp_path / "out") == ["b.pdf"]


@pytest.mark.parametrize("rights", [0o555, 0o000])
def test_what_another_owner_locks_keeps_every_file_as_it_was(tmp_path: Path, rights: int) -> None:
    """Not only those in the locked folder: the editions of one run belong together."""
    write_files(tmp_path, {"a.pdf": b"1", "web/a.html": b"1"}, "web")
    (tmp_path / "web").chmod(rights)
    said = as_anybody(sys.executable, "-c", LATER, str(tmp_path))
    (tmp_path / "web").chmod(0o755)
    assert said == (
        f"b'asked'\n{tmp_path}/web/a.html: the file cannot be written: Permission denied [cannot-write]\n"
        "    mend: make room, get the right to write there, or choose another folder\n"
    )
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "web" / "a.html").read_bytes() == b"1"
    assert not list(tmp_path.glob(".kanben-*"))


def as_anybody(*command: str) -> str:
    """What a program says that may write no more than its user may: the machine's owner may everywhere."""
    rightless = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "build")}
    return subprocess.run([*rightless, *command], env=surroundings, capture_output=True, text=True, check=True).stdout


def test_a_disk_that_fills_up_leaves_no_folders_of_a_title_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        raise OSError(ENOSPC, os.strerror(ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Stop):
        write_files(tmp_path / "title", {"chapters/01.md": b"1"})
    assert list((tmp_path / "title").iterdir()) == []


def test_what_a_killed_run_left_is_not_taken_for_an_editors_files(tmp_path: Path) -> None:
    (tmp_path / ".kanben-killed" / "new" / "chapters").mkdir(parents=True)
    refuse_filled(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_title_that_a_killed_run_had_ready_is_put_there_and_not_written_over(tmp_path: Path) -> None:
    (tmp_path / ".kanben-ready" / "new").mkdir(parents=True)
    (tmp_path / ".kanben-ready" / "new" / "title.yaml").write_bytes(b"1")
    (tmp_path / ".kanben-ready" / "stale").touch()
    with pytest.raises(Stop, match="not-empty"):
        refuse_filled(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["title.yaml"]
