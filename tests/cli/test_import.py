"""kanben import, as an editor types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kanben.cli.import_ import KINDS_ZH, import_command
from kanben.manuscript import KINDS
from tests.manuscript.made import REPORT

FILES = [
    "back/colophon.md",
    "back/conclusion.md",
    "chapters/01.md",
    "front/preface.md",
    "glossary.yaml",
    "import-report.json",
    "import-report.md",
    "references.yaml",
    "title.yaml",
]


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    path = tmp_path / "m.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner(env={"LC_ALL": "C.UTF-8"}).invoke(import_command, [str(argument) for argument in arguments])


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_title_folder_is_made_and_summed_up(manuscript: Path, tmp_path: Path) -> None:
    result = run(manuscript, "--into", tmp_path / "title")
    assert result.exit_code == 0, result.output
    assert made(tmp_path / "title") == FILES
    assert "glossary entries" in result.output
    assert "3 widths: proposed, --apply widths" in result.output
    assert result.output.rstrip().endswith("import-report.md")


def test_what_is_applied_is_said(manuscript: Path, tmp_path: Path) -> None:
    result = run(manuscript, "--into", tmp_path / "title", "--apply", "widths", "--apply", "references")
    assert result.exit_code == 0
    assert "3 widths: applied" in result.output
    report = json.loads((tmp_path / "title" / "import-report.json").read_text(encoding="utf-8"))
    assert {p["kind"] for p in report["proposals"] if p["applied"]} == {"widths", "references"}
    assert report["fidelity"]["residual"] == []


def test_a_folder_that_is_not_empty_is_left_alone(manuscript: Path, tmp_path: Path) -> None:
    folder = tmp_path / "title"
    folder.mkdir()
    (folder / "mine.md").write_text("我的\n", encoding="utf-8")
    result = run(manuscript, "--into", folder)
    assert result.exit_code == 1
    assert "the folder is not empty [not-empty]" in result.output
    assert made(folder) == ["mine.md"]


def test_a_title_that_is_taken_from_a_files_name_is_one_line_of_what_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "桥\n \x1b[31m记\u202e.txt"
    path.write_text("石桥之路。\n", encoding="utf-8")
    assert run(path, "--into", tmp_path / "t").exit_code == 0
    assert (tmp_path / "t/title.yaml").read_text(encoding="utf-8").startswith("title: 桥 [31m记\n")


def test_a_missing_manuscript_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "none.txt", "--into", tmp_path / "title")
    assert result.exit_code == 1
    assert "none.txt: the manuscript cannot be read: No such file or directory [manuscript-unreadable]" in result.output
    assert not (tmp_path / "title").exists()


def test_a_folder_for_a_manuscript_is_told(tmp_path: Path) -> None:
    assert "[manuscript-unreadable]" in run(tmp_path, "--into", tmp_path / "title").output


def test_a_broken_manuscript_makes_no_folder(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_bytes("水流到海里。".encode() + b"\xff")
    result = run(tmp_path / "m.txt", "--into", tmp_path / "title")
    assert result.exit_code == 1
    assert "byte 19 (0xFF) is no utf-8 [manuscript-broken]" in result.output
    assert not (tmp_path / "title").exists()


def test_a_file_in_the_folders_place_is_told(manuscript: Path) -> None:
    result = run(manuscript, "--into", manuscript)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "[cannot-write]" in result.output


def test_an_unknown_kind_is_a_usage_error_that_names_the_kinds(manuscript: Path, tmp_path: Path) -> None:
    result = run(manuscript, "--into", tmp_path / "title", "--apply", "commas")
    assert result.exit_code == 2
    assert "'commas' is not one of 'joins', 'doubled', 'widths'" in result.output


def test_messages_are_in_chinese_under_a_chinese_locale(tmp_path: Path) -> None:
    runner = CliRunner(env={"LC_ALL": "zh_CN.UTF-8"})
    result = runner.invoke(import_command, [str(tmp_path / "none.txt"), "--into", str(tmp_path / "title")])
    assert "无法读取稿件" in result.output


def test_the_summary_is_in_chinese_under_a_chinese_locale(manuscript: Path, tmp_path: Path) -> None:
    runner = CliRunner(env={"LC_ALL": "zh_CN.UTF-8"})
    result = runner.invoke(import_command, [str(manuscript), "--into", str(tmp_path / "title")])
    assert result.exit_code == 0
    assert "中文里的半角标点，3 处：待定；要全部采用，加 --apply widths\n" in result.output
    assert "参考文献" in result.output


def test_each_kind_of_proposal_has_its_name_in_chinese() -> None:
    assert KINDS_ZH.keys() == KINDS.keys()
