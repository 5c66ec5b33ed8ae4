"""The same title gives the same bytes, whenever, wherever and under whatever name of the folder above it."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.real_titles import DIGEST, ROOT

BUILD = [sys.executable, "-c", "from kanben.cli import main; main()", "build"]


def build(title: Path, out: Path, zone: str) -> dict[str, bytes]:
    """Run the command line in a process and a time zone of its own; give all files that it made."""
    surroundings = {**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT / "build"), "PYTHONHASHSEED": str(len(zone))}
    done = subprocess.run(
        [*BUILD, title, "--out", out, "--no-cache"], env=surroundings, capture_output=True, cwd=out.parent
    )
    assert done.returncode == 0, done.stderr.decode()
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_two_builds_in_two_folders_and_two_time_zones_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    twin = shutil.copytree(DIGEST, tmp_path / "elsewhere" / DIGEST.name)
    first = build(DIGEST, tmp_path / "a", "Asia/Shanghai")
    time.sleep(2)  # zip archives count in steps of two seconds
    second = build(twin, tmp_path / "b", "America/Los_Angeles")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
