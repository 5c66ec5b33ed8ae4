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


def test_the_rarer_form_of_a_sign(tmp_path: Path) -> None:
    assert told(tmp_path, "石桥占30%，木桥占50%，浮桥占20％。\n") == (
        f"{CHAPTER}:3:20: “20％。” has ％, where most of the book has % [mark-style]\n    mend: write % here too"
    )


def test_the_rarer_form_of_quotation_marks_is_told_once_a_pair(tmp_path: Path) -> None:
    assert told(tmp_path, "有“飞虹”，有“铁牛”，有「龙门」。\n") == (
        f"{CHAPTER}:3:14: “，有「龙门” has 「, where most of the book has “ [mark-style]\n    mend: write “ here too"
    )


LONG = "桥在水上，水在桥下，两岸的人来来往往。春天看花，秋天看水，到了冬天，桥面结了冰，就没有人走了，要等到来年。"


def test_a_paragraph_that_stands_twice_is_told_with_the_first(tmp_path: Path) -> None:
    assert told(tmp_path, f"{LONG}\n\n木桥很旧。\n\n## 水\n\n{LONG}\n") == (
        f"{CHAPTER}:9:1: this paragraph already stands at {CHAPTER}:3:1: “桥在水上，水在桥下，两岸的人”"
        " [repeated-paragraph]\n    mend: take one of them out"
    )


def test_a_sentence_that_stands_twice_near_by(tmp_path: Path) -> None:
    said = "修桥的石料都从北山的采石场运来。"
    assert told(tmp_path, f"桥很长。{said}\n\n水很深。{said}\n") == (
        f"{CHAPTER}:5:5: a sentence stands twice: “深。{said}” [repeated-sentence]\n    mend: take one of them out"
    )


def test_a_sentence_may_come_back_under_another_heading_or_be_quoted(tmp_path: Path) -> None:
    said = "修桥的石料都从北山的采石场运来。"
    assert told(tmp_path, f"桥很长。{said}\n\n## 水\n\n水很深。{said}“{said}”\n") == ""


def test_a_work_may_be_cited_in_full_again(tmp_path: Path) -> None:
    note = "《关于修桥和养桥的若干意见以及桥梁维修的办法和守桥人的章程》，桥梁出版社，2001年3月第一版，第12页。"
    assert told(tmp_path, f"石桥[^a]。\n\n木桥[^b]。\n\n[^a]: {note}\n\n[^b]: {note}\n") == ""


def test_marks_that_are_spoken_of_are_of_no_style(tmp_path: Path) -> None:
    assert told(tmp_path, "“桥”和“路”用“”，不用「」和“「”。\n") == ""
