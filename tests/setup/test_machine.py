"""What `make` does on a machine where something is missing, played with programs that only pretend."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kanben.doctor import NEEDS
from kanben.proof.outside.tools import CHECKERS

ROOT = Path(__file__).parents[2]
NAMES = {  # machine.sh's word for each of the doctor's needs
    "python": "Python",
    "pango": "Pango",
    "harfbuzz-subset": "HarfBuzz subset",
    "fontconfig": "fontconfig",
    "serif": "Noto Serif CJK SC",
    "sans": "Noto Sans CJK SC",
    "kai": "LXGW WenKai",
    "cmyk": "CMYK profile",
    "java": "Java",
    "node": "Node",
    "chromium": "Chromium",
    "qpdf": "qpdf",
    "poppler": "poppler",
    "ghostscript": "Ghostscript",
}
Pretend = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def pretend(tmp_path: Path) -> Pretend:
    """Run words of machine.sh where some programs are replaced by a line of shell each."""

    def pretend(words: str, **programs: str) -> subprocess.CompletedProcess[str]:
        for name, line in programs.items():
            program = tmp_path / name.replace("_", "-")
            program.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
            program.chmod(0o755)
        script = f'set -euo pipefail; PATH="{tmp_path}:$PATH"; . .ci/machine.sh; {words}'
        return subprocess.run(
            ["bash", "-c", script], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    return pretend


def test_where_nothing_may_be_installed_it_says_what_to_type(pretend: Pretend, tmp_path: Path) -> None:
    log = tmp_path / "log"
    told = pretend("need serif kai", fc_list="", apt_get=f"touch {log}", id="echo 1000", sudo="exit 1")
    assert told.returncode == 3
    assert "missing on this machine: serif kai" in told.stderr
    assert "sudo apt-get update && sudo apt-get install -y fonts-lxgw-wenkai fonts-noto-cjk" in told.stderr
    assert not log.exists()


def test_what_is_there_already_is_not_installed_again(pretend: Pretend, tmp_path: Path) -> None:
    log = tmp_path / "log"
    told = pretend("need serif kai", fc_list="echo /f/some.ttc:", apt_get=f"touch {log}")
    assert (told.returncode, told.stderr, log.exists()) == (0, "", False)


def test_root_installs_what_is_missing_and_only_that(pretend: Pretend, tmp_path: Path) -> None:
    installed, log = tmp_path / "installed", tmp_path / "log"
    told = pretend(
        "need kai qpdf",
        fc_list=f"[ -e {installed} ] && echo /f/some.ttf:; true",
        apt_get=f'echo "$@" >> {log}; [ "$1" = update ] || touch {installed}',
        id="echo 0",
        qpdf="true",
    )
    assert told.returncode == 0, told.stderr
    assert log.read_text("utf-8").splitlines() == [
        "update -qq",
        "install -qqy --no-install-recommends fonts-lxgw-wenkai",
    ]


def test_a_failed_installation_stops_with_what_to_type(pretend: Pretend) -> None:
    told = pretend("need kai", fc_list="", apt_get="exit 100", id="echo 0")
    assert told.returncode == 3
    assert "sudo apt-get install -y fonts-lxgw-wenkai" in told.stderr


def test_an_installation_that_changes_nothing_is_not_taken_for_success(pretend: Pretend) -> None:
    told = pretend("need kai", fc_list="", apt_get="true", id="echo 0")
    assert (told.returncode, told.stderr.splitlines()[-1]) == (3, "kanben: still missing after installing: kai")


@pytest.mark.parametrize("manager", ["apt", "brew"])
def test_the_doctor_and_the_setup_name_the_same_packages(pretend: Pretend, manager: str) -> None:
    commands = {need.name: getattr(need, manager) for need in NEEDS}
    for word, name in NAMES.items():
        packages = pretend(f"DISTRIBUTION=debian; {manager}_packages {word}").stdout.split()
        assert packages, word
        assert commands[name].split()[-len(packages) :] == packages


def test_every_need_of_the_doctor_but_packages_others_checkers_and_the_font_below_is_set_up() -> None:
    packages = {"pandoc", "WeasyPrint", "Pagefind", "OpenCC"} | {tool.name for tool in CHECKERS}
    assert {need.name for need in NEEDS} - set(NAMES.values()) == packages | {"HanaMinB"}


def test_the_font_of_rare_characters_is_set_up_where_a_package_of_it_is_known(pretend: Pretend) -> None:
    rare = next(need for need in NEEDS if need.name == "HanaMinB")
    assert pretend("apt_packages rare").stdout.split() == rare.apt.split()[-1:]
    assert pretend('uname() { echo Darwin; }; has rare && echo "not missed"', fc_list="").stdout == "not missed\n"
