"""The door to pandoc: what goes in comes out, and every failure is a trouble at the editor's place."""

import os
from pathlib import Path

import pytest

from kanben.pandoc import program
from kanben.pandoc.program import run_pandoc
from kanben.place import Place
from kanben.trouble import Stop

CHAPTER = Place("chapters/01.md", 7)


def fake(folder: Path, script: str) -> str:
    path = folder / "pandoc"
    path.write_text("#!/bin/sh\n" + script, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_chinese_goes_through_whole() -> None:
    assert run_pandoc(["-f", "markdown", "-t", "plain"], "**强调**“文字”".encode(), CHAPTER) == "强调“文字”\n".encode()


def test_the_locale_of_the_shell_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert run_pandoc(["-f", "markdown", "-t", "plain"], "刊本".encode(), CHAPTER) == "刊本\n".encode()


def test_the_shipped_program_is_preferred() -> None:
    assert program.find_pandoc().endswith("pypandoc/files/pandoc")


def test_without_the_package_the_path_is_searched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    expected = fake(tmp_path, "echo here")
    monkeypatch.setattr(program, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert program.find_pandoc.__wrapped__() == expected


def test_readers_open_no_file_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    source = f".. include:: {secret}\n".encode()
    assert run_pandoc(["-f", "rst", "-t", "plain"], source, CHAPTER) == b"\n"
    monkeypatch.setattr(program, "OPTIONS", ())
    assert run_pandoc(["-f", "rst", "-t", "plain"], source, CHAPTER) == b"secret words\n"


def test_a_refusal_carries_pandocs_words_on_one_line() -> None:
    with pytest.raises(Stop) as stop:
        run_pandoc(["-f", "json", "-t", "json"], b"{", CHAPTER)
    said = str(stop.value)
    assert said.startswith("chapters/01.md:7: pandoc refused this with exit code ")
    assert len(said.splitlines()) == 2
    assert "[pandoc-failed]" in said


def test_a_run_that_does_not_end_is_stopped() -> None:
    with pytest.raises(Stop) as stop:
        run_pandoc(["-f", "markdown", "-t", "json"], b"[" * 40, CHAPTER, seconds=1)
    assert str(stop.value).startswith(
        "chapters/01.md:7: pandoc did not finish within 1 seconds [pandoc-timeout]\n    mend: look near here for"
    )


@pytest.mark.parametrize("where", ["", "/nowhere/pandoc"])
def test_a_missing_program_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(program, "find_pandoc", lambda: where)
    with pytest.raises(Stop) as stop:
        run_pandoc([], b"", CHAPTER)
    assert str(stop.value) == (
        "chapters/01.md:7: the pandoc program is missing or cannot be started [missing-pandoc]\n"
        "    mend: type: pip install pypandoc-binary"
    )


def test_a_failure_without_words_is_still_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dumb = fake(tmp_path, "exit 3")
    monkeypatch.setattr(program, "find_pandoc", lambda: dumb)
    with pytest.raises(Stop) as stop:
        run_pandoc([], b"", CHAPTER)
    assert "exit code 3: pandoc gave no reason" in str(stop.value)


def test_a_pandoc_that_is_killed_is_told_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shot = fake(tmp_path, "kill -KILL $$")
    monkeypatch.setattr(program, "find_pandoc", lambda: shot)
    with pytest.raises(Stop) as stop:
        run_pandoc([], b"", CHAPTER)
    assert str(stop.value).startswith("chapters/01.md:7: pandoc was ended from outside, by signal 9 [pandoc-killed]")
