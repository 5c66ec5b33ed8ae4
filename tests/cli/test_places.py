"""Files take their places together: whichever call the system refuses, all do or none."""

import os
from errno import EPERM, EROFS
from itertools import count
from pathlib import Path

import pytest

from kanben.cli.output import write_files, write_once
from kanben.cli.places import SCRATCH, put
from kanben.trouble import Stop
from tests.cli.kanben_command import Kanben
from tests.refusing import Refusing, refusing
from tests.titles import write_title

OLD = {"a.pdf": b"1", "web/a.html": b"1", "web/old/1.png": b"1", "same.epub": b"1"}
NEW = {"a.pdf": b"2", "web/a.html": b"2", "web/new/2.png": b"2", "same.epub": b"1", "manifest.json": b"2"}


def tree(folder: Path) -> dict[str, bytes]:
    """All that stands below a folder; of a folder its name alone."""
    found = sorted(folder.rglob("*"))
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"" for path in found}


def files_of(found: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in found.items() if data and not name.startswith(SCRATCH)}


@pytest.mark.parametrize("on", [False, True])
def test_whichever_call_is_refused_all_files_are_new_or_as_they_were(tmp_path: Path, on: bool) -> None:
    """Where a disk that breaks keeps even the old ones from their places, that is told, and the next run goes on."""
    write_files(tmp_path / "clean", NEW, "web")
    new, told = tree(tmp_path / "clean"), set[str]()
    for number in count(1):
        out = tmp_path / f"{number}"
        write_files(out, OLD, "web")
        old, said = tree(out), ""
        try:
            with refusing(number, on):
                write_files(out, NEW, "web")
        except Stop as stop:
            (said,) = (trouble.code for trouble in stop.troubles)
        told.add(said)
        if said == "cannot-write":
            assert tree(out) == old if not on else files_of(tree(out)) == files_of(old), number
        elif not said:
            assert files_of(tree(out)) == files_of(new), number
        write_files(out, NEW, "web")
        assert files_of(tree(out)) == files_of(new), number
        assert not [*out.glob(f"{SCRATCH}*")]
        if Refusing.made < number:
            break
    assert told == ({"", "cannot-write", "half-written"} if on else {"", "cannot-write"})


@pytest.mark.parametrize("on", [False, True])
def test_whichever_call_is_refused_a_release_is_whole_or_not_there(tmp_path: Path, on: bool) -> None:
    for number in count(1):
        release, said = tmp_path / f"{number}" / "1.0", ""
        try:
            with refusing(number, on):
                write_once(release, NEW)
        except Stop as stop:
            (said,) = (trouble.code for trouble in stop.troubles)
        assert said in ("", "cannot-write")
        assert files_of(tree(release)) == ({} if said else NEW), number
        if Refusing.made < number:
            break
        write_once(release, NEW)
        assert files_of(tree(release.parent)) == {f"1.0/{name}": data for name, data in NEW.items()}, number


def test_a_folder_that_refuses_all_keeps_no_other_file_from_going_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a disk without second names for files, or another owner, of whose files nobody else may make one."""

    def refused(*_: object) -> None:
        raise PermissionError(EPERM, os.strerror(EPERM))

    def locked(source: Path, folder: Path, name: str) -> None:
        (refused if name.startswith("web/") else put)(source, folder, name)

    write_files(tmp_path, OLD, "web")
    old = tree(tmp_path)
    monkeypatch.setattr("os.link", refused)
    monkeypatch.setattr("kanben.cli.places.put", locked)
    with pytest.raises(Stop, match="cannot-write"):
        write_files(tmp_path, NEW, "web")
    assert tree(tmp_path) == old


@pytest.mark.parametrize("is_without_second_names", [False, True])
def test_an_editors_link_goes_back_to_its_place_as_a_file_does(
    tmp_path: Path, is_without_second_names: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it leads anywhere or not."""

    def refused(*_: object) -> None:
        raise PermissionError(EPERM, os.strerror(EPERM))

    def locked(source: Path, folder: Path, name: str) -> None:
        (refused if name == "manifest.json" else put)(source, folder, name)

    write_files(tmp_path, {"a.pdf": b"1", "desk/a.pdf": b"1"})
    links = {"b.pdf": "a.pdf", "c.pdf": "desk/a.pdf", "d.pdf": "nowhere"}
    for name, leads_to in links.items():
        (tmp_path / name).symlink_to(leads_to)
    if is_without_second_names:
        monkeypatch.setattr("os.link", refused)
    monkeypatch.setattr("kanben.cli.places.put", locked)
    with pytest.raises(Stop, match="cannot-write"):
        write_files(tmp_path, dict.fromkeys(("a.pdf", *links, "manifest.json"), b"2"))
    assert {name: str((tmp_path / name).readlink()) for name in links} == links
    assert tree(tmp_path / "desk") == {"a.pdf": b"1"}
    assert (tmp_path / "a.pdf").read_bytes() == b"1"
    assert not [*tmp_path.glob(f"{SCRATCH}*")]


def test_files_that_can_go_neither_forth_nor_back_are_told_and_put_right_by_the_next_run(
    kanben: Kanben, tmp_path: Path
) -> None:
    puts = [put]

    def refused(source: Path, folder: Path, name: str) -> None:
        if not puts:
            raise OSError(EROFS, os.strerror(EROFS), str(folder / name))
        puts.pop()(source, folder, name)

    bridges = write_title(tmp_path / "bridges")
    kanben("build", "bridges", "--edition", "web")
    (bridges / "chapters/01.md").write_text("# 路\n\n路。\n", encoding="utf-8")
    with kanben.monkeypatch.context() as broken:
        broken.setattr("kanben.cli.places.put", refused)
        ran = kanben("build", "bridges", "--edition", "web")
    assert (ran.code, ran.err) == (
        1,
        f"{tmp_path}/out/bridges/.made-web: files of two builds stand side by side here, for one was "
        "refused, and then those of before: Read-only file system [half-written]\n"
        "    mend: see that this folder can be written, and type the command again: first all files are brought to "
        "place\n",
    )
    assert kanben("build", "bridges", "--edition", "web").code == 0
    assert not list((tmp_path / "out/bridges").glob(".kanben-*"))
