"""A program that the system cannot start for want of something is not told as missing."""

import os
import subprocess
from collections.abc import Callable
from errno import EACCES, EAGAIN, EMFILE, ENOENT, ENOEXEC
from pathlib import Path

import pytest

from kanben.editions.fonts import find_font
from kanben.editions.web import search_program
from kanben.pandoc import program
from kanben.place import Place
from kanben.release.embedded import font_files
from kanben.revisions import found
from kanben.trouble import Stop

STARTED: dict[str, Callable[[], object]] = {
    "missing-pandoc": lambda: program.ask_pandoc("pandoc", [], b"", Place("chapters/01.md"), 1),
    "missing-pagefind": search_program.start,
    "missing-git": lambda: found([], Path()),
}


def refusing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(subprocess, "Popen", refused)


@pytest.mark.parametrize("number", [EAGAIN, EMFILE])
@pytest.mark.parametrize("start", [*STARTED.values(), lambda: find_font("HanaMinB"), font_files])
def test_a_machine_that_is_short_of_something_is_no_missing_program(
    monkeypatch: pytest.MonkeyPatch, start: Callable[[], object], number: int
) -> None:
    refusing(monkeypatch, number)
    with pytest.raises(OSError, match=os.strerror(number)):
        start()


@pytest.mark.parametrize("number", [ENOENT, EACCES, ENOEXEC])
@pytest.mark.parametrize("code", STARTED)
def test_a_program_that_is_not_there_or_cannot_be_run_is_missing(
    monkeypatch: pytest.MonkeyPatch, code: str, number: int
) -> None:
    refusing(monkeypatch, number)
    with pytest.raises(Stop, match=code):
        STARTED[code]()
