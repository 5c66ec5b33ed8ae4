"""A checker runs in a folder of its own, without a network, and no longer than it may."""

import json
import os
import sys
from pathlib import Path

import pytest

from kanben.proof.outside.remark import Silent
from kanben.proof.outside.running import NOWHERE, room, run


def python(words: str, home: Path) -> str:
    return run([sys.executable, "-c", words], home).out


def test_it_is_at_home_in_a_folder_that_is_cleared() -> None:
    with room() as home:
        told = python(
            "import os, json; print(json.dumps([os.getcwd(), os.environ['HOME'], os.environ['TMPDIR']]))", home
        )
        assert {Path(each).resolve() for each in json.loads(told)} == {home.resolve()}
    assert not home.exists()


def test_it_knows_nothing_of_the_callers_surroundings_and_no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "1")
    with room() as home:
        told = json.loads(python("import os, json; print(json.dumps(dict(os.environ)))", home))
    assert "SECRET_TOKEN" not in told
    assert {told[name] for name in ("http_proxy", "https_proxy", "HTTP_proxy", "HTTPS_proxy")} == {NOWHERE}


def test_one_that_does_not_end_is_ended_with_all_that_it_started() -> None:
    with room() as home:
        with pytest.raises(Silent, match=r"not ready after 2 s"):
            run(["sh", "-c", "sleep 600 & echo $! >child; wait"], home, seconds=2)
        assert not lives(int((home / "child").read_text()))


def lives(process: int) -> bool:
    """Whether a process runs; one that has ended and is not yet reaped does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_program_that_is_not_there_is_silent() -> None:
    with room() as home, pytest.raises(Silent, match="No such file"):
        run(["no-such-program-anywhere"], home)
