"""Whatever was done to the files, where nothing else is said the redline is empty."""

from pathlib import Path

import pytest

from tests.redline.two_states import HEAD, marked
from tests.titles import UUID
from tests.told import CHAPTER, Files

TEXT = "石桥在前，木桥在后。[^a]\n\n- 一座\n- 两座\n\n[^a]: 见旧志。\n\n| 年 | 座 |\n|---|---|\n| 甲 | 1 |\n"
GLOSSARY = "- term: 石桥\n  definition: 石头的桥。\n"


def title(text: str, glossary: str = GLOSSARY, more: str = "") -> Files:
    yaml = f"title: 桥\nidentifiers: {{uuid: {UUID}}}\nparts: {{body: [{CHAPTER}], back: [glossary]}}\n{more}"
    return {"title.yaml": yaml, CHAPTER: HEAD + text, "glossary.yaml": glossary}


@pytest.mark.parametrize(
    "reformatted",
    [
        TEXT.replace("石桥在前，", "石桥在前，\n"),
        TEXT.replace("\n\n", "\n\n\n\n"),
        TEXT.replace("- ", "* "),
        TEXT.replace("[^a]", "[^renamed]"),
        TEXT.replace("[^a]: 见旧志。\n\n", "") + "\n[^a]: 见旧志。\n",
        TEXT.replace("|---|---|", "|:-|-:|").replace("|:-|-:|", "|-----|-----|"),
    ],
)
def test_a_reformatted_chapter_shows_nothing(tmp_path: Path, reformatted: str) -> None:
    assert reformatted != TEXT
    assert marked(tmp_path, title(TEXT), title(reformatted)).count == 0


def test_keys_in_another_order_show_nothing(tmp_path: Path) -> None:
    old, new = title(TEXT), title(TEXT, "- definition: >-\n    石头的桥。\n  term: 石桥\n")
    new["title.yaml"] = "\n".join(reversed(str(old["title.yaml"]).splitlines())) + "\n"
    assert marked(tmp_path, old, new).count == 0


def test_numbers_that_follow_from_a_new_section_show_nothing(tmp_path: Path) -> None:
    old = "## 甲节的标题\n\n见[](#yi)。\n\n## 乙节的标题 {#yi}\n\n文。[^b]\n\n[^b]: 注。\n"
    told = marked(tmp_path, title(old), title("## 新添的一节\n\n全是新的文字。\n\n" + old))
    assert [listed.sign for part in told.parts for listed in part.listed] == ["增", "增"]


def test_files_of_chapters_may_have_other_names(tmp_path: Path) -> None:
    new = title(TEXT)
    new["chapters/bridge.md"] = new.pop(CHAPTER)
    new["title.yaml"] = str(new["title.yaml"]).replace(CHAPTER, "chapters/bridge.md")
    assert marked(tmp_path, title(TEXT), new).count == 0
