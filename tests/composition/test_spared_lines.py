"""Where lines are to be spared, a paragraph is a line shorter that can be, and no other is touched."""

import pytest

from kanben.composition.amounts import SPARED
from tests.composition.setting import atoms_of, set_lines, words

MEASURE = 20
PAUSES = "桥者，所以济不通也，" * 6


def lines(text: str, cost: float) -> list[str]:
    atoms = atoms_of(text)
    atoms.line_cost = cost
    return [words(line) for line in set_lines(atoms, MEASURE, 2)]


def test_a_last_line_of_few_words_is_taken_in_where_marks_give_room() -> None:
    assert [len(lines(PAUSES, cost)) for cost in (0, SPARED)] == [4, 3]


@pytest.mark.parametrize("text", [PAUSES + "岸上的人马都过去了。", "桥" * 60 + "上的人。"])
def test_a_paragraph_that_cannot_be_shorter_is_set_as_ever(text: str) -> None:
    assert lines(text, SPARED) == lines(text, 0)
