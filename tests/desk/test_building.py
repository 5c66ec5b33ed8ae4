"""What the desk says while a build goes on."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from kanben.desk.building import Builder
from kanben.desk.faults import Faults
from kanben.desk.hub import Hub
from kanben.place import Place
from kanben.progress import Progress, TellProgress
from kanben.trouble import Stop, trouble

REFUSALS = ("cannot-write", "system-refused")


class Wall(Hub):
    """Keeps all that is published."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def publish(self, **facts: Any) -> None:
        super().publish(**facts)
        self.told.append(f"{self.state['phase']} {self.state['progress']}".rstrip())


def slow_build(tell: TellProgress) -> Iterator[None]:
    """The book is as it was, but that took long."""
    for progress in (Progress("reading", 2, 9), Progress("layout", 8), Progress("layout", 72)):
        tell(progress)
    return iter(())


def told(pages: int) -> list[str]:
    wall = Wall()
    title = SimpleNamespace(steps=lambda tell: (step for step in slow_build(tell)))
    Builder(title, wall, lambda files, later: None, Faults(wall, print, "zh"), pages).build()
    return wall.told


def test_who_waits_long_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.desk.building.AFTER", 0)
    assert told(62) == ["reading", "reading 读稿 2/9", "reading 排版  8/62", "reading 排版 72/72", "settled"]
    assert told(0) == ["reading", "reading 读稿 2/9", "reading 排版 8", "reading 排版 72", "settled"]


def test_nothing_is_told_of_what_is_soon_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.desk.building.AFTER", 3600)
    assert told(62) == ["reading", "settled"]


def test_what_the_system_refuses_is_tried_again_until_it_refuses_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kanben.desk.building.AGAIN", 0.01)
    refused = [trouble(code, Place("out"), problem="No space left on device") for code in REFUSALS]
    wall = Wall()

    def steps(tell: TellProgress) -> Iterator[None]:
        if refused:
            raise Stop((refused.pop(),))
        builder.leave()
        yield from ()

    builder = Builder(SimpleNamespace(steps=steps), wall, lambda files, later: None, Faults(wall, print, "zh"), 0)
    builder.run()
    assert wall.told == ["reading", "refused", "refused", "settled"]
