"""Let atheris explore what reads strangers' files: a glance in `make test`, some minutes for each in `make soak`."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.budgets import SOAK
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
GLANCED_AT = ("record",)
BUDGET = "-max_total_time=150" if SOAK else "-runs=100"
HAS_ATHERIS = (sys.platform, platform.machine()) == ("linux", "x86_64") and sys.version_info < (3, 14)
"""Elsewhere it comes without wheels, and wants a compiler of its own."""
on_its_platform = pytest.mark.skipif(
    not HAS_ATHERIS, reason="atheris is made for Linux on x86-64 and Python up to 3.13"
)


def explore(room: Path, name: str, *options: object, before: str = "") -> "subprocess.CompletedProcess[str]":
    program = f"{before}\nimport sys; from tests.fuzz.explore import explore; explore({name!r}, sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, options), f"-artifact_prefix={room}/"],
        cwd=ROOT,
        env={"PYTHONPATH": "build:."},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


@on_its_platform
@pytest.mark.parametrize("name", TARGETS if SOAK else GLANCED_AT)
def test_no_bytes_lead_astray(tmp_path: Path, name: str) -> None:
    known = ROOT / "tests" / "fuzz" / "corpus" / name
    ran = explore(tmp_path, name, tmp_path, *[known] * known.is_dir(), BUDGET)
    assert ran.returncode == 0, ran.stderr[-4000:]


@on_its_platform
def test_what_leads_astray_is_noticed(tmp_path: Path) -> None:
    broken = "import kanben.release.verifying as verifying; verifying.claim_of = None"
    ran = explore(tmp_path, "record", "-runs=2", before=broken)
    assert ran.returncode and "'NoneType' object is not callable" in ran.stdout + ran.stderr
