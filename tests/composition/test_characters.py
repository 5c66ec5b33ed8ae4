"""Each character has a class; each boundary between two of them has a kind."""

import pytest

from kanben.composition.boundaries import boundary
from kanben.composition.characters import CLASSES, UNSPLIT, class_of


def test_no_character_stands_in_two_classes() -> None:
    characters = "".join(characters for characters, _ in CLASSES)

    assert len(set(characters)) == len(characters)


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("open", "“《（"),
        ("pause", "，、；："),
        ("stop", "。！？"),
        ("closer", "”》）"),
        ("dash", "—…"),
        ("han", "字〇\U00020bb7"),
        ("latin", "a7é"),
        ("other", "·～"),
        ("none", ",①"),
    ],
)
def test_class_of_a_character(name: str, characters: str) -> None:
    assert {class_of(character) for character in characters} == {name}


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        ("pair", "》， 。” ：“ “《"),
        ("pause", "，字 ：字"),
        ("stop", "。字"),
        ("bracket", "字（ ）字"),
        ("even", "字字 字， “字 字— 字①"),
        ("autospace", "字a 7字"),
        ("fixed", "ab 7, ——"),
    ],
)
def test_kind_of_a_boundary_between_full_width_marks_and_letters(kind: str, pairs: str) -> None:
    for pair in pairs.split():
        a, b = map(class_of, pair)
        full = [character in "“《（，。：”》）" for character in pair]

        assert boundary(a, b, *full) == kind


def test_a_western_space_is_a_boundary_of_its_own() -> None:
    assert [boundary("latin", "space", False, False), boundary("space", "latin", False, False)] == ["fixed", "word"]


def test_marks_that_are_not_full_width_keep_their_width() -> None:
    assert boundary("closer", "pause", False, False) == "even"


@pytest.mark.parametrize(
    "run",
    [
        "2024年",
        "35.6万",
        "4200多",
        "￥68.00",
        "15%",
        "1998—2023年",
        "第3章",
        "第十二章",
        "38.5℃",
        "1/2",
        "约10亿",
        "90年代",
        "3篇",
        "2.5个百分点",
        "0.5毫米",
        "——",
        "……",
    ],
)
def test_a_number_and_what_belongs_to_it_are_one_run(run: str) -> None:
    assert [match[0] for match in UNSPLIT.finditer(f"见{run}哟")] == [run]
