"""Whatever becomes of a run's streams, terminal and parent, it ends with the right code and without a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real_titles import ROOT


def run(folder: Path, script: str, **more: str) -> "subprocess.CompletedProcess[bytes]":
    """Let a shell run kanben, which is `kanben` in the script."""
    kanben = f"kanben() {{ '{sys.executable}' -c 'from kanben.cli import main; main()' \"$@\"; }}; "
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "build"), "LC_ALL": "C.UTF-8", **more}
    return subprocess.run(
        ["bash", "-c", kanben + script], cwd=folder, env=surroundings, capture_output=True, check=False
    )


def test_who_reads_no_further_ends_the_run_in_silence(tmp_path: Path) -> None:
    ran = run(tmp_path, "kanben new a | true; exit ${PIPESTATUS[0]}")
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_a_run_whose_streams_are_closed_does_its_work(tmp_path: Path, closed: str) -> None:
    ran = run(tmp_path, f"kanben new a {closed} && kanben build a --edition print {closed}")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (tmp_path / "out/a/a.pdf").is_file()


@pytest.mark.parametrize("arguments", ["", "--json"])
def test_a_terminal_that_knows_no_chinese_is_told_all_the_same(tmp_path: Path, arguments: str) -> None:
    run(tmp_path, "kanben new 桥 && rm 桥/chapters/*")
    ran = run(tmp_path, f"kanben build 桥 --edition web {arguments}", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 1
    assert b"\\u6865/title.yaml" in ran.stdout + ran.stderr
    assert b"Traceback" not in ran.stderr


NO_THREADS = """
import sys, threading
def start(self):
    raise RuntimeError("can't start new thread")
if "serve(" in sys.orig_argv[-1]:
    threading.Thread.start = start
"""


def test_a_layout_process_that_gets_no_thread_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_THREADS, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT / "build")))
    ran = run(tmp_path, "kanben new a >/dev/null && kanben build a --edition print", PYTHONPATH=path)
    assert (ran.returncode, ran.stderr.splitlines()[0]) == (
        1,
        b"kanben: the system refused: Resource temporarily unavailable [system-refused]",
    )
    assert b"Traceback" not in ran.stderr
