"""What was made of the same values is not made again, and never taken for what was made of others."""

from collections.abc import Callable, Iterator

import pytest

from kanben.keep import Keep, keeping, kept, kept_asking, kept_telling, was_asked
from kanben.place import Place
from kanben.trouble import Tell, Trouble, trouble

CALLS: list[tuple[object, ...]] = []
FAULT = trouble("empty-chapter", Place("chapters/01.md"))


@pytest.fixture(autouse=True)
def calls() -> Iterator[list[tuple[object, ...]]]:
    CALLS.clear()
    yield CALLS


def longer(words: str, more: str) -> list[str]:
    CALLS.append((words, more))
    return [words, more]


def folios(ids: tuple[str, ...], ask: Callable[[str], str]) -> str:
    CALLS.append(ids)
    return "、".join(ask(each) for each in ids)


def faulty(words: str, tell: Tell) -> str:
    CALLS.append((words,))
    tell(FAULT)
    return words


def test_an_answer_is_the_same_object_in_the_next_build(calls: list[object]) -> None:
    keep = Keep()
    with keeping(keep):
        first = kept("ch01", longer, "桥", "路")
    with keeping(keep):
        second = kept("ch01", longer, "桥", "路")
    assert first is second
    assert calls == [("桥", "路")]


def test_another_value_is_another_answer_and_taking_it_back_costs_nothing(calls: list[object]) -> None:
    keep = Keep()
    for word in ("桥", "路", "桥"):
        with keeping(keep):
            assert kept("ch01", longer, word, "") == [word, ""]
    assert calls == [("桥", ""), ("路", "")]


def test_what_two_builds_did_not_ask_for_is_forgotten(calls: list[object]) -> None:
    keep = Keep()
    for name in ("ch01", "ch02", "ch02", "ch01"):
        with keeping(keep):
            kept(name, longer, name, "")
    assert calls == [("ch01", ""), ("ch02", ""), ("ch01", "")]


def test_a_build_that_stops_forgets_nothing(calls: list[object]) -> None:
    keep = Keep()
    with keeping(keep):
        kept("ch01", longer, "桥", "")
    for _ in range(3):
        with pytest.raises(LookupError), keeping(keep):
            raise LookupError
    with keeping(keep):
        kept("ch01", longer, "桥", "")
    assert calls == [("桥", "")]


def test_an_answer_is_made_anew_where_what_it_asked_for_is_otherwise(calls: list[object]) -> None:
    keep, pages = Keep(), {"t1": "3", "t2": "4", "t3": "9"}
    given = []
    for moved in ({}, {"t3": "10"}, {"t2": "5"}):
        pages |= moved
        with keeping(keep):
            given.append(kept_asking("index", pages.__getitem__, folios, ("t1", "t2")))
    assert given == ["3、4", "3、4", "3、5"]
    assert calls == [("t1", "t2"), ("t1", "t2")]


def test_a_trouble_is_told_in_each_build(calls: list[object]) -> None:
    keep = Keep()
    told: list[Trouble] = []
    for _ in range(2):
        with keeping(keep):
            assert kept_telling("ch01", told.append, faulty, "桥") == "桥"
    assert told == [FAULT, FAULT]
    assert calls == [("桥",)]


def test_without_a_keep_all_is_made_each_time(calls: list[object]) -> None:
    assert [kept("ch01", longer, "桥", ""), kept("ch01", longer, "桥", "")] == [["桥", ""]] * 2
    assert calls == [("桥", "")] * 2


def test_what_was_asked_for_the_last_build_is_known_before_it_is_asked_again() -> None:
    keep = Keep()
    with keeping(keep):
        kept("ch01", longer, "桥", "路")
        assert not was_asked("ch01", longer, "桥", "路")
    with keeping(keep):
        asked = [was_asked(*question) for question in (("ch01", longer, "桥", "路"), ("ch01", longer, "桥", "山"))]
    assert asked == [True, False]
    assert not was_asked("ch01", longer, "桥", "路")
