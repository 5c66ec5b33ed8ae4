"""proof-ignore.yaml says what is to stand as it is, and why."""

from pathlib import Path

import pytest

from kanben.press.proofreading import check_title, proofread_title
from tests.titles import title_yaml, write_title
from tests.told import CHAPTER

TEXT = "# 桥\n\n石桥,木桥。\n\n浮桥,吊桥。\n"
TOLD = f"""\
{CHAPTER}:3:3: “石桥,木桥” has a half-width mark in Chinese text [half-width-mark]
    mend: write “石桥，木桥”
{CHAPTER}:5:3: “浮桥,吊桥” has a half-width mark in Chinese text [half-width-mark]
    mend: write “浮桥，吊桥”"""
FIRST, SECOND = TOLD.split("\n" + CHAPTER)


def told(folder: Path, ignored: str) -> str:
    write_title(folder, **{CHAPTER: TEXT, "proof-ignore.yaml": ignored, "title.yaml": title_yaml([CHAPTER])})
    return "\n".join(map(str, proofread_title(folder)))


def test_without_entries_all_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "") == TOLD


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("{rule: half-width-mark, words: '石桥,木', reason: 旧碑如此}", CHAPTER + SECOND),
        ("{rule: half-width-mark, words: '吊桥,', file: chapters/01.md, reason: 旧碑如此}", ""),
        ("{rule: half-width-mark, words: 石桥, reason: 旧碑如此}", CHAPTER + SECOND),
        ("{rule: half-width-mark, file: chapters/01.md, reason: 全章照旧碑}", None),
        ("{rule: half-width-mark, reason: 全书照旧碑}", None),
    ],
)
def test_what_an_entry_names_is_passed_over(tmp_path: Path, entry: str, left: str | None) -> None:
    if left == "":
        assert told(tmp_path, f"- {entry}\n") == (
            f"{TOLD}\nproof-ignore.yaml:1:3: nothing is told any more that this entry passes over: half-width-mark"
            " [unused-ignore]\n    mend: take the entry out"
        )
    else:
        assert told(tmp_path, f"- {entry}\n") == (left or "")


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            "{rule: half-width-marks, words: 桥, reason: 旧碑}",
            "1:4: no warning has the code half-width-marks [unknown-rule]\n    mend: did you mean half-width-mark?",
        ),
        ("{rule: half-width-mark, words: 桥}", "1:3: reason is missing [missing-key]\n    mend: add reason"),
    ],
)
def test_an_entry_without_sense_is_an_error(tmp_path: Path, entry: str, fault: str) -> None:
    assert told(tmp_path, f"- {entry}\n") == f"proof-ignore.yaml:{fault}\n{TOLD}"


def test_a_file_that_is_no_list_is_told(tmp_path: Path) -> None:
    assert "proof-ignore.yaml" in told(tmp_path, "rule: half-width-mark\n").split("\n")[0]


TERMS = "- {term: 索桥, definition: 以索为骨的桥。}\n"
PASSED = "- {rule: unused-term, words: 索桥, reason: 待补}\n- {rule: half-width-mark, reason: 照旧碑}\n"


def test_every_warning_of_a_title_can_be_passed_over(tmp_path: Path) -> None:
    write_title(tmp_path, **{CHAPTER: TEXT, "glossary.yaml": TERMS, "proof-ignore.yaml": PASSED})
    assert check_title(tmp_path) == ()


def test_what_an_error_hides_is_not_said_to_be_gone(tmp_path: Path) -> None:
    write_title(tmp_path, **{CHAPTER: TEXT + "\n[](#nowhere)\n", "glossary.yaml": TERMS, "proof-ignore.yaml": PASSED})
    assert [fault.code for fault in check_title(tmp_path)] == ["unknown-target"]


def test_an_error_is_not_passed_over(tmp_path: Path) -> None:
    ignored = "- {rule: unknown-target, reason: 待补}\n"
    write_title(tmp_path, **{CHAPTER: "# 桥\n\n[](#nowhere)\n", "proof-ignore.yaml": ignored})
    assert [fault.code for fault in check_title(tmp_path)] == ["unknown-target", "unknown-rule"]
