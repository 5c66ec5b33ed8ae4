"""Paragraphs, lists, tables and figures: what is new, gone, moved or edited is each told as what it is."""

from pathlib import Path

from kanben.redline.amounts import Amounts
from kanben.redline.listing import Listed
from tests.redline.two_states import HEAD, in_signs, marked, signs
from tests.titles import title_yaml
from tests.told import CHAPTER, Files

FIRST = "第一段说石桥的来历，文字不多。"
SECOND = "第二段说木桥的修法，文字也不多。"
THIRD = "第三段说渡口的兴废，到此为止。"


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


def test_a_new_paragraph_and_one_that_is_gone(tmp_path: Path) -> None:
    told = signs(tmp_path, paragraphs(FIRST, SECOND), paragraphs(FIRST, "全然不同的另一段文字。"))
    assert told == f"{FIRST}\n[-{SECOND}-]\n{{+全然不同的另一段文字。+}}"


def test_a_paragraph_that_was_cut_to_its_first_sentence_is_still_the_same(tmp_path: Path) -> None:
    more = "后面还有很长的几句话，说的是山里的石头怎样运来，匠人怎样安顿，桥拱怎样合龙，都删去了。"
    told = signs(tmp_path, paragraphs(FIRST + more, SECOND), paragraphs(FIRST, SECOND))
    assert told == f"{FIRST}[-{more}-]\n{SECOND}"


def test_a_paragraph_that_moved_is_no_new_one(tmp_path: Path) -> None:
    told = signs(tmp_path, paragraphs(FIRST, SECOND, THIRD), paragraphs(THIRD, FIRST, SECOND))
    assert told == f"移来：{THIRD}\n{FIRST}\n{SECOND}\n移走：{THIRD}"


def test_a_paragraph_that_moved_and_was_edited_shows_both(tmp_path: Path) -> None:
    old = "第三段说渡口的兴废，前后三百年，直到大桥建成，方才停摆。"
    new = old.replace("三百年", "二百年")
    told = signs(tmp_path, paragraphs(FIRST, SECOND, old), paragraphs(new, FIRST, SECOND))
    assert told.splitlines()[0] == f"移来：{new.replace('二百年', '[-三百年-]{+二百年+}')}"


def test_a_paragraph_may_move_to_another_chapter(tmp_path: Path) -> None:
    old = {CHAPTER: HEAD + paragraphs(FIRST, SECOND), "chapters/02.md": f"# 路\n\n{THIRD}"}
    new = {CHAPTER: HEAD + FIRST, "chapters/02.md": f"# 路\n\n{paragraphs(THIRD, SECOND)}"}
    parts = marked(tmp_path, old, new).book.parts
    assert [in_signs(part.blocks) for part in parts[1:]] == [f"{FIRST}\n移走：{SECOND}", f"{THIRD}\n移来：{SECOND}"]


def test_a_heading_is_edited_in_its_words(tmp_path: Path) -> None:
    assert signs(tmp_path, "## 石桥的修法\n\n文。", "## 木桥的修法\n\n文。") == "[-石桥-]{+木桥+}的修法\n文。"


def test_a_heading_of_another_level_keeps_its_words(tmp_path: Path) -> None:
    old, new = "## 甲\n\n### 石桥\n\n文。", "## 甲\n\n## 石桥\n\n文。"
    assert signs(tmp_path, old, new) == "甲\n式：石桥\n文。"


def test_an_item_of_a_list_comes_and_another_goes(tmp_path: Path) -> None:
    old, new = "- 石桥一座\n- 木桥两座\n- 渡口三处", "- 石桥一座\n- 渡口三处\n- 索道一条"
    assert signs(tmp_path, old, new) == "石桥一座[-木桥两座-]渡口三处{+索道一条+}"


def test_a_table_is_edited_in_its_cells_and_rows(tmp_path: Path) -> None:
    head = "| 年 | 座数 |\n|---|---|\n| 甲年 | 12 |\n"
    told = signs(tmp_path, head + "| 乙年 | 15 |\n", head.replace("12", "13") + "| 乙年 | 15 |\n| 丙年 | 18 |\n")
    assert told == "年座数甲年[-12-]{+13+}乙年15{+丙年+}{+18+}"


def test_a_column_comes_and_another_goes(tmp_path: Path) -> None:
    told = signs(
        tmp_path,
        "| 年 | 长 | 座 |\n|---|---|---|\n| 甲年 | 五丈 | 12 |\n| 乙年 | 六丈 | 15 |\n",
        "| 年 | 座 | 名 |\n|---|---|---|\n| 甲年 | 13 | 安济 |\n| 丙年 | 18 | 洛阳 |\n| 乙年 | 15 | 卢沟 |\n",
    )
    assert told == ("年[-长-]座{+名+}甲年[-五丈-][-12-]{+13+}{+安济+}{+丙年+}{+18+}{+洛阳+}乙年[-六丈-]15{+卢沟+}")


def test_a_column_is_one_change_and_its_cells_count(tmp_path: Path) -> None:
    old, new = "| 年 |\n|---|\n| 甲年 |\n| 乙年 |\n", "| 年 | 座 |\n|---|---|\n| 甲年 | 12 |\n| 乙年 | 15 |\n"
    part = marked(tmp_path, {CHAPTER: HEAD + old}, {CHAPTER: HEAD + new}).parts[0]
    assert (part.listed, part.amounts) == ((Listed("增", "change-1", "座"),), Amounts(added=5))


def test_a_table_whose_cells_span_others_stands_beside_the_old_one(tmp_path: Path) -> None:
    spanning = "+----+----+\n| 年 | 座 |\n+====+====+\n| 甲 | 1  |\n|    +----+\n|    | 2  |\n+----+----+\n"
    told = signs(tmp_path, "| 年 |\n|---|\n| 甲 |\n", spanning)
    assert told == "删：[-年-][-甲-]\n增：{+年+}{+座+}{+甲+}{+1+}{+2+}"


def test_a_picture_that_was_drawn_anew_is_shown_as_it_was_and_as_it_is(tmp_path: Path) -> None:
    chapter = {CHAPTER: HEAD + "![柱状图](images/a.svg)\n"}
    old, new = picture("1"), picture("2")
    told = marked(tmp_path, {**chapter, "images/a.svg": old}, {**chapter, "images/a.svg": new}).book
    assert in_signs(told.parts[1].blocks) == "删：〈images/old-a.svg〉[-柱状图-]\n增：〈images/a.svg〉{+柱状图+}"
    assert (told.pictures["images/old-a.svg"], told.pictures["images/a.svg"]) == (old.encode(), new.encode())


def picture(size: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="{size}" height="9"/></svg>\n'


def test_a_chapter_that_is_new_and_one_that_is_gone(tmp_path: Path) -> None:
    old = {CHAPTER: HEAD + FIRST, "chapters/02.md": f"# 渡口\n\n{THIRD}"}
    new: Files = {CHAPTER: HEAD + FIRST, "chapters/03.md": "# 隧道\n\n全然不同的另一章文字。"}
    told = marked(tmp_path, old, {**new, "title.yaml": title_yaml(new)})
    assert [(part.fate, in_signs((part.part.heading, *part.part.blocks))) for part in told.parts] == [
        ("", f"桥\n{FIRST}"),
        ("删去", f"[-第二章　渡口-]\n[-{THIRD}-]"),
        ("新增", "{+隧道+}\n{+全然不同的另一章文字。+}"),
    ]


def test_chapters_that_change_places_are_told_once_and_not_marked(tmp_path: Path) -> None:
    first, second = f"# 石桥\n\n{FIRST}", f"# 木桥\n\n{SECOND}"
    told = marked(
        tmp_path,
        {CHAPTER: first, "chapters/02.md": second},
        {CHAPTER: second, "chapters/02.md": first},
    )
    assert [(part.fate, in_signs(part.part.blocks)) for part in told.parts] == [("移动", SECOND), ("移动", FIRST)]


def test_entries_of_the_glossary_come_go_and_are_edited(tmp_path: Path) -> None:
    chapter = {CHAPTER: HEAD + "石桥、木桥、渡口。"}
    old = "- {term: 石桥, definition: 石头砌成的桥。}\n- {term: 木桥, definition: 木头的桥。}\n"
    new = "- {term: 石桥, definition: 石块砌成的桥。}\n- {term: 渡口, definition: 过河之处。}\n"
    told = marked(tmp_path, {**chapter, "glossary.yaml": old}, {**chapter, "glossary.yaml": new})
    assert in_signs(told.parts[1].part.blocks[0]) == (
        "石桥：[-石头-]{+石块+}砌成的桥。\ndeleted木桥：[-木头的桥。-]\nadded渡口：{+过河之处。+}"
    )


def test_a_work_is_edited_in_its_printed_words(tmp_path: Path) -> None:
    chapter = {CHAPTER: HEAD + "见前人所记[@meng]。"}
    work = "- id: meng\n  type: book\n  title: {title}\n  author: [{{literal: 某社}}]\n  language: zh-CN\n"
    old, new = work.format(title="桥谱"), work.format(title="新桥谱")
    told = marked(tmp_path, {**chapter, "references.yaml": old}, {**chapter, "references.yaml": new})
    assert "{+新+}桥谱" in in_signs(told.parts[1].part.blocks)
