"""Changed words are marked as an editor would: whole words, and as little around them as tells what was done."""

from pathlib import Path

import pytest

from tests.redline.two_states import signs


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("桥者，所以济不通也。", "桥者，用来济不通也。", "桥者，[-所以-]{+用来+}济不通也。"),
        ("桥梁的质量稳步提高。", "桥梁的质量稳步提升。", "桥梁的质量稳步[-提高-]{+提升+}。"),
        ("工程推动产业发展。", "工程推动产业的发展。", "工程推动产业{+的+}发展。"),
        (
            "村民合力修桥铺路，从此商旅往来不绝。",
            "官府出资造桥开路，从此商旅往来不绝。",
            "[-村民合力修桥铺-]{+官府出资造桥开+}路，从此商旅往来不绝。",
        ),
        ("长 1994 米。", "长 1993 米。", "长 [-1994-]{+1993+} 米。"),
        ("称为 bridge 者。", "称为 bridges 者。", "称为 [-bridge-]{+bridges+} 者。"),
        ("路已修好。桥也修好。", "路已修好。渡口也修好。桥也修好。", "路已修好。{+渡口也修好。+}桥也修好。"),
        ("先修路，再修桥，后通车。", "先修路，后通车。", "先修路，[-再修桥，-]后通车。"),
        (
            "山高而路远，水深而桥长，行人往来不绝。",
            "山高而路险，水深而舟小，行人往来不绝。",
            "山高而[-路远-]{+路险+}，水深而[-桥长-]{+舟小+}，行人往来不绝。",
        ),
    ],
)
def test_words_are_marked_whole(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert signs(tmp_path, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("这座*古老石桥*还在。", "这座*新修石桥*还在。", "这座[-古老-]{+新修+}石桥还在。"),
        ("这座石桥还在。", "这座**石桥**还在。", "这座{~石桥~}还在。"),
        ("见[旧志](https://a.example)。", "见[旧志](https://b.example)。", "见{~旧志~}。"),
        ('读作[桥]{ruby="qiao"}。', '读作[桥]{ruby="qiáo"}。', "读作[-桥(qiao)-]{+桥(qiáo)+}。"),
        ("面积为$a^2$。", "面积为$a^3$。", "面积为[-$a^2$-]{+$a^3$+}。"),
        ("石桥。[^a]\n\n[^a]: 见旧志。", "石桥。[^a]\n\n[^a]: 见新志。", "石桥。⟨见[-旧志-]{+新志+}。⟩"),
        ("石桥。[^a]\n\n[^a]: 见旧志。", "石桥。", "石桥。[-〔注：见旧志。〕-]"),
        ("石桥。", "石桥。[^a]\n\n[^a]: 见旧志。", "石桥。{+⟨{+见旧志。+}⟩+}"),
    ],
)
def test_marks_stand_within_whatever_holds_the_words(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert signs(tmp_path, old, new) == expected


def test_the_mark_of_a_term_is_told_where_it_is_set(tmp_path: Path) -> None:
    glossary = "- term: 石桥\n  definition: 石头的桥。\n"
    old, new = "这里有石桥，那里有石桥。", "这里有石桥，那里有[石桥]{.term}。"
    assert signs(tmp_path, old, new, **{"glossary.yaml": glossary}) == "这里有石桥，那里有{~石桥~}。"
