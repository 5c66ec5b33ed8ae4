"""A title's folder is taken from git as it was, and no name is one that git might obey."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from kanben.limits import THEN
from kanben.revisions import files_at, is_revision
from kanben.trouble import Stop
from tests.repositories import git, keep
from tests.titles import write_title


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A title under source/ at the tags one and two; in two a chapter has other words, and a picture is new."""
    title = tmp_path / "source" / "桥书"
    write_title(title, **{"chapters/01.md": "# 桥\n\n旧文。\n"})
    keep(tmp_path, "one")
    write_title(title, **{"chapters/01.md": "# 桥\n\n新文。\n", "images/a.png": b"\x00\r\n\xff"})
    keep(tmp_path, "two")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made_tree(repository: Path, *rows: str) -> str:
    return git(repository, "mktree", said="\n".join(rows) + "\n").strip()


def said(name: str) -> str:
    with pytest.raises(Stop) as stopped:
        files_at(name)
    return str(stopped.value)


def test_the_files_are_those_of_the_revision_to_the_byte(repository: Path) -> None:
    assert files_at("one:source/桥书")["chapters/01.md"] == "# 桥\n\n旧文。\n".encode()
    two = files_at("two:source/桥书")
    assert sorted(two) == ["chapters/01.md", "images/a.png", "title.yaml"]
    assert two["images/a.png"] == b"\x00\r\n\xff"


def test_the_folder_is_seen_from_where_the_editor_stands(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "source")
    assert files_at("one:桥书") == files_at("one:./桥书/") == files_at(f"one:{repository}/source/桥书")


def test_a_folder_that_is_gone_by_now_can_be_taken_as_it_was(repository: Path) -> None:
    git(repository, "rm", "-r", "--quiet", "source")
    assert "title.yaml" in files_at("one:source/桥书")


def test_the_root_of_a_repository_may_be_the_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_title(tmp_path)
    keep(tmp_path, "one")
    monkeypatch.chdir(tmp_path)
    assert sorted(files_at("one:.")) == ["chapters/01.md", "title.yaml"]


def test_links_are_no_files_of_a_title(repository: Path) -> None:
    (repository / "source" / "桥书" / "link.md").symlink_to("/etc/passwd")
    keep(repository, "three")
    assert "link.md" not in files_at("three:source/桥书")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "never:source/桥书",
            "never:source/桥书: git knows no revision never [unknown-revision]\n"
            "    mend: `git log --oneline` and `git tag` list those that there are",
        ),
        (
            "one:source/路书",
            "one:source/路书: at one there was no folder source/路书 [no-folder-then]\n"
            "    mend: see which folders there were: git ls-tree one",
        ),
        *(
            (
                name,
                f"{name}: this is no revision and folder [unreadable-revision]\n"
                "    mend: write REV:FOLDER, as in HEAD~3:source/my-book, or name a folder",
            )
            for name in ("--output=x:source/桥书", "-h:source", ":source", "one:")
        ),
    ],
)
def test_what_git_does_not_have_is_told(repository: Path, name: str, expected: str) -> None:
    assert said(name) == expected
    assert not (repository / "x").exists()


def test_a_file_that_the_repository_lacks_is_told(repository: Path) -> None:
    take_out(repository, "one:source/桥书/chapters/01.md")
    assert said("one:source/桥书").startswith(
        "one:source/桥书: git does not have chapters/01.md of that revision here [missing-object]"
    )


def test_a_tree_whose_names_lead_out_of_the_folder_writes_nothing_there(repository: Path) -> None:
    blob = git(repository, "rev-parse", "one:source/桥书/title.yaml").strip()
    inner = made_tree(repository, f"100644 blob {blob}\tout.md")
    whole = made_tree(repository, f"040000 tree {inner}\t..", f"100644 blob {blob}\ttitle.yaml")
    top = made_tree(repository, f"040000 tree {whole}\tbook")
    commit = git(repository, "commit-tree", top, "-m", "crafted").strip()
    assert list(files_at(f"{commit}:book")) == ["title.yaml"]


def test_a_small_repository_that_unpacks_to_very_much_is_refused(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.revisions.THEN", replace(THEN, most=150))
    assert said("two:source/桥书") == (
        f"{repository}: the folder had more than 150 bytes then [huge-revision]\n"
        "    mend: compare two folders: kanben diff OLD NEW"
    )
    monkeypatch.undo()
    row = f"100644 blob {git(repository, 'rev-parse', 'two:source/桥书/title.yaml').strip()}\t{{}}"
    inner = made_tree(repository, *(row.format(n) for n in range(10)))
    for _ in range(4):
        inner = made_tree(repository, *(f"040000 tree {inner}\t{n}" for n in range(10)))
    commit = git(repository, "commit-tree", "-m", "three", inner).strip()
    monkeypatch.chdir(repository)
    assert said(f"{commit}:.") == (
        f"{commit}:.: the folder had 100000 files then; kanben takes 20000 [many-files-then]\n"
        "    mend: name the folder of one title"
    )


def test_a_folder_outside_every_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert said("one:book").startswith("one:book: git keeps no repository here, or refuses to read it [no-repository]")


def test_a_repository_that_says_that_it_is_of_another_folder_is_none_here(repository: Path) -> None:
    (repository / "other").mkdir()
    git(repository, "config", "core.worktree", str(repository / "other"))
    assert said("one:source/桥书").endswith(
        "git keeps no repository here, or refuses to read it [no-repository]\n"
        "    mend: go into the title's repository, and see what `git status` says"
    )


def test_a_repository_may_stand_in_a_folder_whose_name_is_no_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / os.fsdecode(b"\xff")
    write_title(folder / "book")
    keep(folder, "one")
    monkeypatch.chdir(folder)
    assert sorted(files_at("one:book")) == ["chapters/01.md", "title.yaml"]


def test_without_git_an_editor_is_told_what_else_to_do(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert said("one:source/桥书").endswith(
        "the git program is missing or cannot be started [missing-git]\n"
        "    mend: install git, or compare two folders: kanben diff OLD NEW"
    )


def test_a_folder_whose_name_has_a_colon_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a:b").mkdir()
    assert (is_revision("a:b"), is_revision("HEAD:b"), is_revision("source/b")) == (False, True, False)


def test_what_a_repository_lacks_is_not_fetched_by_a_command_of_its_own(repository: Path) -> None:
    """As in a copy of a stranger's, which says that it is one of parts (a promisor) and where the rest is."""
    stolen = repository / "stolen"
    take_out(repository, "one:source/桥书/chapters/01.md")
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c touch% {stolen}",
        "protocol.ext.allow": "always",
    }.items():
        git(repository, "config", name, value)
    assert said("one:source/桥书").startswith(
        "one:source/桥书: git does not have chapters/01.md of that revision here [missing-object]"
    )
    assert not stolen.exists()


def take_out(repository: Path, name: str) -> None:
    number = git(repository, "rev-parse", name).strip()
    (repository / ".git" / "objects" / number[:2] / number[2:]).unlink()


def test_the_repository_is_that_of_the_folder_whatever_the_surroundings_name(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of git's names its own, and a variable can make git write a file."""
    other = write_title(tmp_path_factory.mktemp("other"))
    keep(other, "one")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_TRACE", str(repository / "trace"))
    assert files_at("one:source/桥书")["chapters/01.md"] == "# 桥\n\n旧文。\n".encode()
    assert not (repository / "trace").exists()
