"""kanben diff: what an editor types, reads and gets."""

from pathlib import Path

import pytest

from tests.cli.kanben_command import Kanben
from tests.repositories import keep
from tests.titles import write_title

OLD, NEW = "# 桥\n\n石桥在前，木桥在后。\n", "# 桥\n\n石桥在前，渡口在后。\n\n新添的一段。\n"


@pytest.fixture
def titles(tmp_path: Path) -> Path:
    """A title under source/, kept as it was at the tag first."""
    write_title(tmp_path / "source" / "bridges", **{"chapters/01.md": OLD})
    keep(tmp_path, "first")
    write_title(tmp_path / "source" / "bridges", **{"chapters/01.md": NEW})
    return tmp_path


def test_a_revision_is_compared_with_the_folder(kanben: Kanben, titles: Path) -> None:
    ran = kanben("diff", "first:source/bridges", "bridges")
    made = ["out/bridges-diff/bridges-diff.pdf", "out/bridges-diff/web/index.html"]
    assert (ran.code, ran.err, ran.out.splitlines()[:2]) == (0, "", made)
    assert ran.out.splitlines()[2].startswith(
        "bridges-diff: changes: 2; characters added: 8, deleted: 2; passages moved: 0; "
    )
    assert all((titles / name).is_file() for name in made)
    page = (titles / "out/bridges-diff/web/ch01.html").read_text(encoding="utf-8")
    assert "<del>木桥</del>" in page and "<ins>渡口</ins>" in page and "<ins>新添的一段。</ins>" in page


def test_machines_read_every_change(kanben: Kanben, titles: Path) -> None:
    (row,) = kanben("diff", "first:source/bridges", "source/bridges", "--json").rows
    assert (row["title"], row["changes"], row["facts"]) == ("bridges-diff", 2, [])
    assert row["parts"] == [
        {
            "part": "ch01",
            "fate": "",
            "added": 8,
            "deleted": 2,
            "moved": 0,
            "changes": [
                {"sign": "改", "id": "change-1", "words": "石桥在前，〔木桥→渡口〕在后。"},
                {"sign": "增", "id": "change-2", "words": "新添的一段。"},
            ],
        }
    ]


def test_equal_states_have_no_differences(kanben: Kanben, titles: Path) -> None:
    ran = kanben("diff", "bridges", "bridges")
    assert (ran.code, ran.out.splitlines()[2].startswith("bridges-diff: no differences, ")) == (0, True)


def test_a_fault_of_the_old_state_is_told_where_it_stood(kanben: Kanben, titles: Path) -> None:
    (titles / "source/bridges/title.yaml").write_text("title: [桥\n", encoding="utf-8")
    keep(titles, "broken")
    write_title(titles / "source" / "bridges", **{"chapters/01.md": NEW})
    ran = kanben("diff", "broken:source/bridges", "bridges")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "broken:source/bridges/title.yaml:1:8: [ is never closed [yaml-open]\n"
        "    mend: close it; where it belongs to a value, put the whole value in quotes\n"
        "nothing is written; what was made before stands as it was\n"
    )
    assert not (titles / "out").exists()


def test_a_folder_that_is_no_title_is_told(kanben: Kanben, titles: Path) -> None:
    (titles / "empty").mkdir()
    ran = kanben("diff", "empty", "bridges")
    assert (ran.code, ran.err.splitlines()[0].endswith("[missing-title]")) == (1, True)


def test_a_name_that_is_nothing_is_wrong_usage(kanben: Kanben, titles: Path) -> None:
    assert kanben("diff", "nowhere", "bridges").code == 2
    assert kanben("diff", "bridges").code == 2


def test_without_git_the_exit_code_says_that_a_tool_is_missing(
    kanben: Kanben, titles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert kanben("diff", "first:source/bridges", "bridges").code == 3
