"""One book has one style of ranges and of dates: the rarer is told, against the other."""

from pathlib import Path

from kanben.press.proofreading import proofread_title
from tests.titles import write_title
from tests.told import CHAPTER, chapter


def told(folder: Path, text: str) -> str:
    write_title(folder, **chapter(text))
    return "\n".join(map(str, proofread_title(folder)))


def test_the_rarer_mark_of_amounts(tmp_path: Path) -> None:
    assert told(tmp_path, "宽3～5米，高2～4米，深1—2米，修于1998—2001年。\n") == (
        f"{CHAPTER}:3:14: “，深1—2米，修” is written with —, most such ranges of the book with ～ [range-style]\n"
        "    mend: write “，深1～2米，修”"
    )


def test_neither_of_two_marks_that_are_as_frequent(tmp_path: Path) -> None:
    assert told(tmp_path, "宽3～5米，深1—2米。\n") == ""


def test_the_rarer_style_of_dates(tmp_path: Path) -> None:
    assert told(tmp_path, "2024年5月1日动工，2025年6月2日完工，2025-07-03通车。\n") == (
        f"{CHAPTER}:3:25: “工，2025-07-03通车” is a date of another style than most of the book's [date-style]\n"
        "    mend: write all dates in one style"
    )
