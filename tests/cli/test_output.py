"""Finished files are written whole, by one run at a time, and a run that was killed leaves nothing behind."""

import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from kanben.cli.output import write_files

OLD = {f"web/{n}.html": f"旧{n}".encode() * 9999 for n in range(30)}
NEW = {f"web/{n}.html": f"新{n}".encode() * 9999 for n in range(30)}
WRITER = """
import sys
from pathlib import Path
from kanben.cli.output import write_files
word = sys.argv[2]
for turn in range(int(sys.argv[3])):
    pages = {f"web/{n}.html": f"{word}{n}".encode() * 9999 for n in range(30)}
    write_files(Path(sys.argv[1]), pages | {f"web/{word}.html": b""}, "web")
"""


def writer(folder: Path, word: str, turns: int) -> "subprocess.Popen[bytes]":
    """Another process that writes an edition of its own, over and over."""
    home = Path(__file__).parents[2] / "build"
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), word, str(turns)], env={"PYTHONPATH": str(home)}
    )


def names_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_whose_bytes_are_the_same_is_not_touched(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.epub": b"1", "b.pdf": b"1"})
    stamps = {name: (tmp_path / name).stat().st_mtime_ns for name in ("a.epub", "b.pdf")}
    time.sleep(0.01)
    write_files(tmp_path, {"a.epub": b"1", "b.pdf": b"2"})
    changed = [name for name, stamp in stamps.items() if (tmp_path / name).stat().st_mtime_ns != stamp]
    assert changed == ["b.pdf"]


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


def test_two_runs_at_once_leave_the_edition_of_one_of_them(tmp_path: Path) -> None:
    both = [writer(tmp_path, word, 12) for word in ("甲", "乙")]
    assert [each.wait() for each in both] == [0, 0]
    words = {(tmp_path / "web" / f"{n}.html").read_text("utf-8")[0] for n in range(30)}
    assert len(words) == 1
    assert (tmp_path / "web" / f"{words.pop()}.html").exists()
    assert len(names_in(tmp_path)) == 32
    assert not list(tmp_path.glob(".kanben-*"))
