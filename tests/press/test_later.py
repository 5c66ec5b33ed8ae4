"""A module that is seldom needed is loaded when one of its functions is called."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from kanben.press.later import later


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "heavy_room.py").write_text("def lift(stone, *, high=False):\n    return stone, high\n", "utf-8")
    (tmp_path / "light_room.py").write_text("import heavy_room\nfrom heavy_room import lift\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("heavy_room", "light_room"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("rooms")
def test_a_module_is_loaded_when_its_function_is_called() -> None:
    with later(["heavy_room"]):
        light_room = import_module("light_room")

        assert not hasattr(sys.modules["heavy_room"], "__path__")
    assert "heavy_room" not in sys.modules

    assert light_room.lift("stone", high=True) == ("stone", True)
    assert light_room.heavy_room.lift("stone") == ("stone", False)
    assert hasattr(sys.modules["heavy_room"], "lift")


@pytest.mark.usefixtures("rooms")
def test_a_module_that_is_there_stays() -> None:
    heavy_room = import_module("heavy_room")

    with later(["heavy_room"]):
        assert sys.modules["heavy_room"] is heavy_room
    assert sys.modules["heavy_room"] is heavy_room
