"""How words are written in Traditional Chinese, and what an editor is told of it."""

from collections.abc import Mapping

import pytest

from kanben.passes.pinyin import is_word
from kanben.script.made import in_script
from kanben.script.writer import Writer


def writer(words: Mapping[str, str] | None = None) -> Writer:
    return Writer("tw", words or {}, is_word)


@pytest.mark.parametrize(
    ("simplified", "written"),
    [
        ("皇后在最后一排", "皇后在最後一排"),
        ("理发店发展很快", "理髮店發展很快"),
        ("干部把衣服洗干净，再晾干", "幹部把衣服洗乾淨，再晾乾"),
        ("这里离公里碑三里", "這裡離公里碑三里"),
        ("复杂的答复，重复一遍", "複雜的答覆，重複一遍"),
    ],
)
def test_phrases_decide_which_character_is_meant(simplified: str, written: str) -> None:
    assert writer().write(simplified) == written


@pytest.mark.parametrize(
    ("simplified", "written"),
    [("核心要素发展得快", "核心要素發展得快"), ("厚植发展根基", "厚植發展根基"), ("去理发店", "去理髮店")],
)
def test_a_word_is_not_cut_by_a_phrase_that_only_seems_to_stand_there(simplified: str, written: str) -> None:
    assert writer().write(simplified) == written


def test_quotation_marks_are_those_of_the_script_and_an_apostrophe_is_none() -> None:
    assert writer().write("他说：“读‘后’字。”") == "他說：「讀『後』字。」"
    assert writer().write("“Hello”一词见Moore’s law") == "「Hello」一詞見Moore’s law"
    assert writer().write("原文 the “new” economy 一语") == "原文 the “new” economy 一語"


def test_the_titles_own_words_win_and_may_be_longer() -> None:
    own = writer({"软件": "軟體", "云": "雲端"})
    assert own.write("软件上云了") == "軟體上雲端了"
    assert own.used == {"软件", "云"}


def test_each_doubtful_character_says_what_decided_it() -> None:
    own = writer({"干部": "幹部"})
    text = "干部上云，要素发展，皇后"
    found = {choice.character + choice.form: choice.reason for choice in own.choices(text, own.pieces(text))}
    assert found == {"干幹": "word", "云雲": "default", "发發": "conflict", "后后": "phrase"}


def test_standards_differ_in_their_characters() -> None:
    text = "为了群众，在里面着想"
    assert [Writer(standard, {}, is_word).write(text) for standard in ("tw", "hk", "t")] == [
        "為了群眾，在裡面著想",
        "為了羣眾，在裏面着想",
        "爲了羣衆，在裏面着想",
    ]


def test_what_kanben_says_is_in_the_script_of_the_book() -> None:
    assert in_script("目录、注释、搜索", "zh-Hans") == "目录、注释、搜索"
    assert in_script("目录、注释、搜索", "zh-Hant-TW") == "目錄、註釋、搜尋"
    assert in_script('font: "Noto Serif CJK SC", SimSun', "zh-Hant-HK") == 'font: "Noto Serif CJK HK", PMingLiU'
