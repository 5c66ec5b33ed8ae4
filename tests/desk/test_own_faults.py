"""Where kanben itself fails, an editor reads so at the desk, sees the last good editions, and goes on writing."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kanben.desk.run import Desk
from kanben.place import Place
from kanben.trouble import Trouble, trouble
from tests.desk.running import Running, looped, running

FAILING = """
import os
import kanben.desk.run
import kanben.press.live
from kanben.desk.pages import PagePictures

read, watch = kanben.press.live.finished_book, kanben.desk.run.awatch

def reading(folder, tell, tell_progress):
    book = read(folder, tell, tell_progress)
    if "塌" in (folder / "chapters/01.md").read_text("utf-8"):
        raise ValueError("桥塌了")
    return book

def watching(*where, force_polling=None, **how):
    if not force_polling:
        raise OSError("no notices are left")
    return watch(*where, force_polling=True, **how)

def drawing(self, document, number):
    raise ZeroDivisionError

kanben.press.live.finished_book, kanben.desk.run.awatch, PagePictures.draw = reading, watching, drawing
"""
"""The system gives no notices of changes, a word in a chapter is the builder's undoing, and no page can be drawn."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with running(tmp_path, locale="C.UTF-8", before=FAILING) as opened:
        yield opened


@pytest.fixture
def news(desk: Running) -> Iterator[Iterator[dict[str, Any]]]:
    """What the desk is told, as it comes."""
    with closing(HTTPConnection("127.0.0.1", desk.port, timeout=120)) as connection:
        connection.request("GET", "/news")
        with connection.getresponse() as answer:
            yield (json.loads(line[6:]) for line in answer if line.startswith(b'data: {"'))


def in_phase(told: Iterator[dict[str, Any]], phase: str) -> dict[str, Any]:
    return next(state for state in told if state["phase"] == phase)


def report_in(state: dict[str, Any]) -> str:
    (trouble,) = state["troubles"]
    assert trouble["code"] == "own-fault"
    return Path(trouble["place"]).read_text("utf-8")


def test_a_fault_of_our_own_is_told_and_the_desk_stays_open(desk: Running, news: Iterator[dict[str, Any]]) -> None:
    in_phase(news, "settled")
    page = desk.ask("/edition/web/ch01.html")[2]
    chapter = desk.title / "chapters/01.md"
    text = chapter.read_text("utf-8")

    chapter.write_text(text + "\n桥塌。\n", encoding="utf-8")
    assert report_in(in_phase(news, "stopped")).endswith("\nValueError: □□□\n")
    assert desk.ask("/edition/web/ch01.html")[2] == page
    assert (desk.out / "web/ch01.html").read_bytes() == page

    chapter.write_text(text + "\n桥成。\n", encoding="utf-8")
    settled = in_phase(news, "settled")
    assert settled["troubles"] == []
    assert "桥成。" in desk.ask("/edition/web/ch01.html")[2].decode()

    assert desk.ask(f"/page/{settled['pages']['name']}/0.bmp")[0] == 500
    assert report_in(in_phase(news, "stopped")).endswith("\nZeroDivisionError: \n")
    assert desk.leave() == 0


def test_a_fault_that_nobody_waited_for_is_told_but_no_browser_that_hung_up(tmp_path: Path) -> None:
    def report(fault: Exception) -> Trouble:
        return trouble("own-fault-unwritten", Place("kanben"), words=fault)

    with closing(asyncio.new_event_loop()) as loop:
        desk = Desk(SimpleNamespace(folder=tmp_path), lambda files, later: None, "en", print, report)
        desk.in_passing(loop, {"exception": ConnectionResetError()})
        assert "troubles" not in desk.hub.state
        desk.in_passing(loop, {"message": "a fault", "exception": ValueError("x")})
        assert [told["code"] for told in desk.hub.state["troubles"]] == ["own-fault-unwritten"]


def test_of_two_edits_within_a_second_the_later_is_seen_where_files_are_only_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.desk.run.SECOND", 0.05)

    async def read_once_more(looking: bool) -> bool:
        desk = Desk(SimpleNamespace(folder=tmp_path), lambda files, later: None, "en", print, print)
        desk.changed(looking)
        assert desk.builder.dirty.is_set()
        desk.builder.dirty.clear()
        return await asyncio.to_thread(desk.builder.dirty.wait, 60 if looking else 0.3)

    assert looped(read_once_more(looking=True))
    assert not looped(read_once_more(looking=False))


def test_what_was_edited_while_nobody_watched_is_read_when_somebody_does_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.desk.run.PATIENCE", 0)
    folder = tmp_path / "bridges"
    folder.mkdir()
    watches: list[str] = []
    reads: list[bool] = []

    async def watch(left: asyncio.Event) -> None:
        desk = Desk(SimpleNamespace(folder=folder), lambda files, later: None, "en", print, print)

        async def quiet(*_: object) -> AsyncIterator[set[object]]:
            """No notice ever comes; while the folder is watched first, another takes its place."""
            watches.append("begun")
            if len(watches) == 1:
                folder.rename(tmp_path / "old")
                folder.mkdir()
                yield set()
            desk.builder.dirty.clear()
            for _ in range(2):
                yield set()
                reads.append(desk.builder.dirty.is_set())
                desk.builder.dirty.clear()
            left.set()

        monkeypatch.setattr(desk, "changes", quiet)
        await desk.watch(left)

    looped(watch(asyncio.Event()))

    assert (watches, reads) == (["begun", "begun"], [True, False])
