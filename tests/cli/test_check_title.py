"""`kanben check TITLE` tells every fault and doubt of a source, and what a proofreader marks."""

from errno import ENOSPC
from pathlib import Path

import pytest

from tests.cli.kanben_command import Kanben
from tests.titles import write_title


def test_a_title_without_faults_is_said_to_have_none(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "source/bridges")
    ran = kanben("check")

    assert (ran.code, ran.out, ran.err) == (0, "", "bridges: no faults found\n")


def test_a_title_is_checked_from_within_its_own_folder(kanben: Kanben, tmp_path: Path) -> None:
    kanben.monkeypatch.chdir(write_title(tmp_path / "bridges"))

    assert kanben("check").err == "bridges: no faults found\n"


def test_errors_and_warnings_of_a_title_are_counted(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n### 梁\n\n[](#nowhere)\n"})

    assert kanben("check", "bridges").err.endswith("bridges: 1 to mend, 1 to look at\n")


def test_all_troubles_of_a_source_are_told(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n甲[^a]。\n\n[](#brigde)\n"})
    ran = kanben("check", "bridges", "--json")

    assert ran.code == 1
    assert [row["code"] for row in ran.rows][:2] == ["undefined-note", "unknown-target"]
    assert not (tmp_path / "out").exists()


def test_a_warning_is_told_and_passes(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"glossary.yaml": "- {term: 石桥, definition: 丁}\n"})
    ran = kanben("check", "bridges", "--json")

    assert (ran.code, [row["code"] for row in ran.rows]) == (0, ["unused-term"])


SLIP = "# 桥\n\n石桥,木桥。\n"


def test_a_slip_in_the_chinese_is_told_with_its_column_and_passes(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP})
    ran = kanben("check", "bridges")

    assert (ran.code, ran.err) == (0, "bridges: 0 to mend, 1 to look at\n")
    assert ran.out == (
        "bridges/chapters/01.md:3:3: “石桥,木桥” has a half-width mark in Chinese text [half-width-mark]\n"
        "    mend: write “石桥，木桥”\n"
    )


def test_many_slips_are_counted_by_their_codes(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n" + 10 * "石桥,木桥。\n" + 3 * "石橋。\n"})

    assert kanben("check", "bridges").err == (
        "    10  half-width-mark\n     3  traditional-character\nbridges: 0 to mend, 13 to look at\n"
    )


def test_a_slip_is_a_row_for_machines(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP})
    kanben.locale("zh_CN.UTF-8")

    assert kanben("check", "bridges", "--json").rows == [
        {
            "event": "trouble",
            "code": "half-width-mark",
            "severity": "warning",
            "file": "bridges/chapters/01.md",
            "line": 3,
            "column": 3,
            "what": "“石桥,木桥”：中文里用了半角标点",
            "mend": "请写作“石桥，木桥”",
        }
    ]


def test_slips_are_told_beside_errors(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP + "\n[](#nowhere)\n"})
    ran = kanben("check", "bridges", "--json")

    assert (ran.code, [row["code"] for row in ran.rows]) == (1, ["half-width-mark", "unknown-target"])


def test_a_build_does_not_proofread(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP, "proof-ignore.yaml": "no list"})
    ran = kanben("build", "bridges", "--edition", "web")

    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("wish", [[], ["--all"]])
def test_a_missing_tool_is_no_fault_of_the_title(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: list[str]
) -> None:
    write_title(tmp_path / "bridges")
    monkeypatch.setattr("kanben.pandoc.program.find_pandoc", lambda: "")
    ran = kanben("check", "bridges", *wish)
    assert ran.code == 3
    assert "[missing-pandoc]" in ran.out


def test_a_temporary_folder_without_room_is_not_taken_for_the_file_that_is_checked(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "book.pdf").write_bytes(b"%PDF-1.7\n")

    def full(kind: str, file: Path) -> None:
        raise OSError(ENOSPC, "No space left on device", "/scratch/page")

    monkeypatch.setattr("kanben.cli.checking.examine_pdf", lambda *_: (None, {}, ()))
    monkeypatch.setattr("kanben.cli.checking.ask_all", full)
    ran = kanben("check", "book.pdf")
    assert (ran.code, "[unreadable-file]" in ran.err) == (1, False)
    assert "[system-refused]" in ran.err
