"""An answer may take so much of a processor, and each step that is told a little more."""

import resource

import pytest

from kanben.press import work
from kanben.press.work import Work


@pytest.mark.parametrize(
    ("hard", "told"), [(resource.RLIM_INFINITY, [103, 108, 113, 143]), (110, [103, 108, 110, 110])]
)
def test_each_answer_has_its_seconds_and_each_step_some_more(
    hard: int, told: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds: list[tuple[int, int]] = []
    monkeypatch.setattr(work.resource, "getrlimit", lambda which: (0, hard))
    monkeypatch.setattr(work.resource, "setrlimit", lambda which, limits: bounds.append(limits))
    monkeypatch.setattr(work.time, "process_time", lambda: 100.5)
    asked = Work(2, 5)
    asked.begin()
    asked.go_on()
    asked.go_on()
    monkeypatch.setattr(work.time, "process_time", lambda: 140.5)
    asked.begin()

    assert bounds == [(soft, hard) for soft in told]
