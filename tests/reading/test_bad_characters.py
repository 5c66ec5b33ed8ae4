"""Characters that nobody sees, typed or by their numbers, are told with their place, in chapters and in YAML."""

from pathlib import Path

import pytest

from tests.told import CHAPTER, chapter, check


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            '- {term: "桥\\0", definition: "\\aa"}\n',
            "glossary.yaml:1:10: a control character stands here (U+0000) [control-character]\n> delete it\n"
            "glossary.yaml:1:29: a control character stands here (U+0007) [control-character]\n> delete it",
        ),
        (
            '- {term: 桥, definition: 石, also: [" "]}\n',
            'glossary.yaml:1:35: also cannot be “ ” [wrong-value]\n> write "…"',
        ),
    ],
)
def test_a_name_is_typed_and_seen(tmp_path: Path, entry: str, expected: str) -> None:
    check(tmp_path, chapter("桥。\n", **{"glossary.yaml": entry}), expected)


def test_a_character_that_turns_words_round_is_told(tmp_path: Path) -> None:
    check(
        tmp_path,
        chapter("桥\u202e者\u202c。\n"),
        f"{CHAPTER}:3:2: a control character stands here (U+202E) [control-character]\n> delete it\n"
        f"{CHAPTER}:3:4: a control character stands here (U+202C) [control-character]\n> delete it",
    )


@pytest.mark.parametrize(
    ("typed", "column", "character"),
    [
        ("桥&#x202E;者", 2, "U+202E"),
        ("桥者&#8294;", 3, "U+2066"),
        ("&#27;桥", 1, "U+001B"),
        ("桥&#xfffe;", 2, "U+FFFE"),
    ],
)
def test_a_control_character_by_its_number_is_told(tmp_path: Path, typed: str, column: int, character: str) -> None:
    """XML can hold none, not even so."""
    said = f"a control character stands here ({character}) [control-character]\n> delete it"
    check(tmp_path, chapter(f"{typed}。\n"), f"{CHAPTER}:3:{column}: {said}")


def test_other_characters_by_their_numbers_are_taken(tmp_path: Path) -> None:
    check(tmp_path, chapter("桥&#x20000;&#26725;&rlm;，`&#27;`。\n"), "")
