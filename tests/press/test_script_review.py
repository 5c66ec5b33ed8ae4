"""The list by which an editor reviews the Traditional edition."""

from dataclasses import replace
from pathlib import Path

from kanben.press.script_review import script_review
from tests.passes.small_books import RECORD, book


def test_its_head_names_the_book_with_inner_title_marks(tmp_path: Path) -> None:
    named = replace(book(), record=replace(RECORD, title="《桥》选", subtitle="读本"))
    assert "\n《〈桥〉选——读本》由简体转为繁体（台湾标准）。" in script_review(tmp_path, named, ()).decode()
