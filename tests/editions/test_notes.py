"""The marks of note calls."""

import pytest

from kanben.editions.notes import note_mark


@pytest.mark.parametrize(
    ("number", "mark"), [(1, "①"), (20, "⑳"), (21, "㉑"), (35, "㉟"), (36, "㊱"), (50, "㊿"), (51, "[51]")]
)
def test_a_mark_is_circled_as_far_as_circles_go(number: int, mark: str) -> None:
    assert note_mark(number) == mark
