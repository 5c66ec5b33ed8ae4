"""At the head of a redline stands how much was changed, which facts, and every change with a few words."""

from pathlib import Path

import pytest

from kanben.redline.amounts import Amounts
from kanben.redline.facts import ChangedFact
from kanben.redline.listing import Listed
from tests.redline.two_states import HEAD, in_signs, marked
from tests.titles import PICTURE, UUID
from tests.told import CHAPTER, Files

LONG = "这一段原来在前，说的是渡口怎样兴起，又怎样停摆，前后三百余年。"


def title(text: str, more: str = "") -> Files:
    yaml = f"title: 桥\nidentifiers: {{uuid: {UUID}}}\nparts: {{body: [{CHAPTER}]}}\n{more}"
    return {"title.yaml": yaml, CHAPTER: HEAD + text}


def test_each_part_says_how_many_characters_came_and_went(tmp_path: Path) -> None:
    stays = "这一段没有动。\n\n这一段也没有动。"
    old, new = f"{LONG}\n\n{stays}\n\n石桥在前。", f"{stays}\n\n石桥在山前。\n\n{LONG}\n\n新添 AB 一段。"
    told = marked(tmp_path, title(old), title(new))
    assert told.parts[0].amounts == Amounts(added=8, deleted=0, moved=1)


def test_changes_are_listed_with_the_words_around_them(tmp_path: Path) -> None:
    old = "从前有一座很老很老的石桥在村前，过了桥就到集市上了。"
    told = marked(tmp_path, title(old), title(old.replace("石桥", "木桥")))
    assert told.parts[0].listed == (Listed("改", "change-1", "…有一座很老很老的〔石桥→木桥〕在村前，过了桥就…"),)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "见[旧志](https://a.example)。",
            "见[旧志](https://b.example)。",
            "见〔旧志〕。（链接：https://a.example→https://b.example）",
        ),
        ("见旧志。", "见[旧志](https://b.example)。", "见〔旧志〕。（链接：无→https://b.example）"),
        ('![桥影](a.svg){alt="石桥"}', '![桥影](a.svg){alt="木桥"}', "桥影（替代文字：石桥→木桥）"),
        ("见旧志。", "见*旧志*。", "见〔旧志〕。"),
    ],
)
def test_what_no_printed_word_tells_is_listed_as_well(tmp_path: Path, old: str, new: str, expected: str) -> None:
    told = marked(tmp_path, title(old) | {"a.svg": PICTURE}, title(new) | {"a.svg": PICTURE})
    assert told.parts[0].listed == (Listed("式", "change-1", expected),)


def test_facts_are_told_by_their_names(tmp_path: Path) -> None:
    more = "edition: 第{n}版\ncreators: [{{name: {name}, role: author}}]\nprint: {{trim: {trim}}}\n"
    old, new = more.format(n=1, name="甲", trim="16k"), more.format(n=2, name="乙", trim="a5")
    told = marked(tmp_path, title("文。", old), title("文。", new))
    assert told.facts == (
        ChangedFact("责任者", "甲（author）", "乙（author）"),
        ChangedFact("版次", "第1版", "第2版"),
        ChangedFact("开本", "16k", "a5"),
    )
    assert "版次[-第1版-]{+第2版+}" in in_signs(told.book.parts[0].blocks)


def test_two_equal_states_say_so(tmp_path: Path) -> None:
    told = marked(tmp_path, title("文。"), title("文。"))
    assert in_signs(told.book.parts[0].blocks).splitlines() == ["旧稿：old", "新稿：new", "两稿没有差别。"]


def test_the_list_leads_to_every_change_in_the_order_of_the_book(tmp_path: Path) -> None:
    old, new = (
        "石桥在前。\n\n| 年 | 桥 |\n|---|---|\n| 甲年 | 石桥两座 |\n",
        "木桥在前。\n\n| 年 | 桥 |\n|---|---|\n| 甲年 | 石桥三座 |\n\n新添的一段。",
    )
    told = marked(tmp_path, title(old), title(new))
    assert [(each.sign, each.target) for each in told.parts[0].listed] == [
        ("改", "change-1"),
        ("改", "change-2"),
        ("增", "change-3"),
    ]
