"""`kanben new` makes a title that can be built, and none among an editor's files."""

import os
from pathlib import Path

import pytest

from tests.cli.kanben_command import Kanben


def test_a_new_title_can_be_built_and_a_full_folder_is_refused(kanben: Kanben, tmp_path: Path) -> None:
    assert kanben("new", "bridges").out.endswith("then type:\n    kanben build bridges\n")
    ran = kanben("build", "bridges", "--edition", "epub")
    assert (ran.code, ran.err) == (0, "")
    again = kanben("new", "bridges")
    assert again.code == 1
    assert "the folder is not empty [not-empty]" in again.err


def test_a_new_title_names_the_command_as_a_shell_takes_it(kanben: Kanben) -> None:
    kanben.locale("zh_CN.UTF-8")
    assert kanben("new", "两座 桥").out.endswith("然后键入：\n    kanben build '两座 桥'\n")


@pytest.mark.parametrize("command", [("new",), ("import", "m.txt", "--into")])
def test_a_new_title_gets_no_name_with_which_it_cannot_be_made(
    kanben: Kanben, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "m.txt").write_text("第一章 桥\n\n桥者，所以济不通也。\n", encoding="utf-8")
    ran = kanben(*command, os.fsdecode(b"\xff\xfe"))
    said = "the name of the title's folder holds what nobody sees, or is not written in UTF-8 [strange-name]"
    assert (ran.code, ran.err) == (1, f"\\udcff\\udcfe: {said}\n    mend: rename the folder\n")
    assert [path.name for path in tmp_path.iterdir()] == ["m.txt"]
