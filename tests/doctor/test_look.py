"""The doctor looks at a machine through the programs on it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kanben.doctor import look
from kanben.doctor.look import run


def test_what_no_program_tells_is_not_found() -> None:
    assert look(lambda command: "").found.keys() == {"Python"}


def test_the_first_chromium_that_answers_counts() -> None:
    def only_chrome(command: Sequence[str]) -> str:
        return "Google Chrome 150\nmore words" if command[0] == "google-chrome" else ""

    assert look(only_chrome).found["Chromium"] == "Google Chrome 150"


def test_a_typeface_is_found_by_its_own_name_and_told_by_its_files() -> None:
    def one_font(command: Sequence[str]) -> str:
        return "/f/Serif-Bold.ttc: \n/f/Serif.ttc: \n/f/Serif.ttc: " if ":family=Noto Serif CJK SC" in command else ""

    found = look(one_font).found
    assert found["Noto Serif CJK SC"] == "Serif-Bold.ttc, Serif.ttc"
    assert "Noto Sans CJK SC" not in found


def test_a_program_that_is_absent_or_fails_says_nothing() -> None:
    assert run(["no-such-program-anywhere"]) == ""
    assert run([sys.executable, "-c", "print('half'); raise SystemExit(1)"]) == ""


def test_a_version_told_on_standard_error_is_heard() -> None:
    assert run([sys.executable, "-c", "import sys; sys.stderr.write('version 17')"]) == "version 17"


def test_the_doctor_runs_nothing_of_the_folder_that_it_is_asked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert "WeasyPrint" in look(lambda command: run(command) if command[0] == sys.executable else "").found


def test_this_machine_can_run_the_tests_so_it_has_all_that_editions_need() -> None:
    found = look().found
    assert found["WeasyPrint"].startswith("70.")
    assert {"pandoc", "Pagefind", "OpenCC", "Pango", "HarfBuzz subset", "LXGW WenKai"} <= found.keys()
    assert {"Noto Serif CJK SC", "Noto Sans CJK SC", "CMYK profile"} <= found.keys()
