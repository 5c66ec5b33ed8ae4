"""kanben release: what an editor types, reads and gets."""

import json
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kanben.cli.output import write_once
from kanben.trouble import Stop
from tests.cli.kanben_command import Kanben, Ran
from tests.repositories import keep
from tests.titles import UUID, title_yaml, write_title

OLD, NEW = "# 桥\n\n石桥在前，木桥在后。\n", "# 桥\n\n石桥在前，渡口在后。\n"
EDITIONS = {"bridges-web.zip", "bridges.epub", "bridges.pdf"}
HANDOUT = {
    "sbom.cdx.json",
    "cover.jpg",
    "cover-medium.jpg",
    "cover-small.jpg",
    "onix.xml",
    "opds.xml",
    "opds.json",
    "index.html",
}
NAMES = sorted({"SHA256SUMS", "release.json"} | EDITIONS | HANDOUT)


@pytest.fixture
def title(tmp_path: Path) -> Path:
    return write_title(tmp_path / "source" / "bridges", **{"chapters/01.md": OLD})


def release(kanben: Kanben, *arguments: str) -> Ran:
    return kanben("release", "bridges", "--version", "1.0", *arguments)


def record(folder: Path, version: str = "1.0") -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((folder / f"out/bridges/release/{version}/release.json").read_text("utf-8"))
    return facts


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_release_holds_the_editions_what_goes_with_them_their_record_and_their_checksums(
    kanben: Kanben, tmp_path: Path, title: Path
) -> None:
    ran = release(kanben, "--note", "第一次发布")
    home = tmp_path / "out/bridges/release/1.0"
    assert (ran.code, ran.err, sorted(files_below(home))) == (0, "", NAMES)
    assert ran.out.splitlines()[-1].startswith("bridges: 1.0 is released, ")
    sums = dict(reversed(line.split("  ")) for line in (home / "SHA256SUMS").read_text("utf-8").splitlines())
    assert sums == {name: sha256((home / name).read_bytes()).hexdigest() for name in NAMES[1:]}
    facts = record(tmp_path)
    listed = {name: file["sha256"] for name, file in facts["files"].items()}
    assert listed == {name: sums[name] for name in EDITIONS | HANDOUT}
    assert (facts["version"], facts["note"], facts["identifiers"]) == ("1.0", "第一次发布", [f"urn:uuid:{UUID}"])
    assert facts["materials"] == "sbom.cdx.json" and "changes" not in facts


def test_the_source_of_a_release_is_what_was_read_of_the_folder_and_nothing_else(
    kanben: Kanben, tmp_path: Path, title: Path
) -> None:
    write_title(
        title, **{"chapters/01.md": OLD, "templates/print/style.css": '{% extends "theme/print/style.css" %}\n'}
    )
    (title / "letter.txt").write_text("致作者", encoding="utf-8")
    release(kanben)
    source = record(tmp_path)["source"]
    names = ["chapters/01.md", "templates/print/style.css", "title.yaml"]
    assert source["files"] == {name: sha256((title / name).read_bytes()).hexdigest() for name in names}
    lines = "".join(f"{source['files'][name]}  {name}\n" for name in names)
    assert source["sha256"] == sha256(lines.encode()).hexdigest()


def test_the_zip_of_the_web_edition_unpacks_beside_the_others(kanben: Kanben, tmp_path: Path, title: Path) -> None:
    release(kanben)
    with zipfile.ZipFile(tmp_path / "out/bridges/release/1.0/bridges-web.zip") as zipped:
        names = zipped.namelist()
        assert {name.split("/")[0] for name in names} == {"web"} and "web/index.html" in names
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b'href="../bridges.pdf"' in zipped.read("web/index.html")


def test_the_same_title_is_released_in_the_same_bytes(kanben: Kanben, tmp_path: Path, title: Path) -> None:
    release(kanben)
    first = files_below(tmp_path / "out")
    again = release(kanben)
    assert (again.code, again.out.splitlines()[-1].split(", ")[:2]) == (
        0,
        ["bridges: 1.0 was released before", "byte for byte the same"],
    )
    release(kanben, "--out", "other")
    assert files_below(tmp_path / "out") == files_below(tmp_path / "other") == first


def test_a_version_is_never_released_in_other_bytes(kanben: Kanben, tmp_path: Path, title: Path) -> None:
    release(kanben)
    first = files_below(tmp_path / "out")
    write_title(title, **{"chapters/01.md": NEW})
    ran = release(kanben)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"{tmp_path}/out/bridges/release/1.0: "
        "1.0 was released before, and its bridges.pdf is another one [released-before]\n"
        "    mend: give this one a version of its own: --version; what was released before stands as it was\n"
        "nothing is written; what was released before stands as it was\n"
    )
    assert files_below(tmp_path / "out") == first
    assert kanben("release", "bridges", "--version", "1.1").code == 0
    assert {name: data for name, data in files_below(tmp_path / "out").items() if "1.1" not in name} == first


def test_a_release_lists_what_was_changed_since_the_one_before(kanben: Kanben, tmp_path: Path, title: Path) -> None:
    keep(tmp_path, "v1.0")
    write_title(title, **{"chapters/01.md": NEW})
    assert kanben("release", "bridges", "--version", "1.1", "--since", "v1.0").code == 0
    changes = record(tmp_path, "1.1")["changes"]
    assert (changes["since"], changes["changes"]) == ("v1.0", 1)
    assert [part["changes"] for part in changes["parts"]] == [
        [{"sign": "改", "id": "change-1", "words": "石桥在前，〔木桥→渡口〕在后。"}]
    ]


def test_the_edition_that_the_title_names_is_the_version(kanben: Kanben, tmp_path: Path, title: Path) -> None:
    (title / "title.yaml").write_text(title_yaml(["chapters/01.md"], "edition: 第2版\n"), encoding="utf-8")
    assert kanben("release", "bridges").code == 0
    assert record(tmp_path, "第2版")["version"] == "第2版"


def test_what_is_new_is_taken_from_the_titles_own_list(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "source/bridges", **{"revisions.yaml": '- {version: "1.0", note: 第一次发布。}\n'})
    assert (release(kanben).err, record(tmp_path)["note"]) == ("", "第一次发布。")
    assert kanben("release", "bridges", "--version", "1.1").err == (
        "source/bridges/revisions.yaml: the list of revisions says nothing of 1.1 [unlisted-version]\n"
        "    mend: say there what is new in it: {version: 1.1, note: …}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "the release has no version [no-version]"),
        (("--version", "../2"), "../2 cannot be a version: it names a folder as well [bad-version]"),
        (
            ("--version", "1", "--since", "old"),
            "old:source/bridges: git keeps no repository here, or refuses to read it",
        ),
    ],
)
def test_what_cannot_be_released_is_told_and_leaves_nothing(
    kanben: Kanben, tmp_path: Path, title: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = kanben("release", "bridges", *arguments)
    assert (
        ran.code,
        ran.err.splitlines()[0].removeprefix("source/bridges/title.yaml: ").startswith(told),
        (tmp_path / "out").exists(),
    ) == (1, True, False)


def test_a_fault_of_the_source_releases_nothing(kanben: Kanben, tmp_path: Path, title: Path) -> None:
    (title / "chapters/01.md").write_text("没有标题。\n", encoding="utf-8")
    ran = release(kanben)
    assert (ran.code, "[no-heading]" in ran.err, (tmp_path / "out").exists()) == (1, True, False)


def test_machines_read_what_was_released(kanben: Kanben, tmp_path: Path, title: Path) -> None:
    (row,) = release(kanben, "--json").rows
    assert (row["title"], row["version"], row["new"]) == ("bridges", "1.0", True)
    assert sorted(row["files"]) == [f"out/bridges/release/1.0/{name}" for name in NAMES]


def test_a_release_takes_its_place_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stopped:  # the second name lies below a file
        write_once(tmp_path / "1.0", {"a": b"1", "a/b": b"2"})
    assert [fault.code for fault in stopped.value.troubles] == ["cannot-write"]
    assert list(tmp_path.iterdir()) == []
    assert write_once(tmp_path / "1.0", {"a": b"1"})
    assert not write_once(tmp_path / "1.0", {"a": b"1"})


def test_a_damaged_release_is_told_and_never_mended_in_silence(tmp_path: Path) -> None:
    write_once(tmp_path / "1.0", {"a": b"1", "b": b"2"})
    (tmp_path / "1.0/b").unlink()
    with pytest.raises(Stop) as stopped:
        write_once(tmp_path / "1.0", {"a": b"1", "b": b"2"})
    assert [fault.what() for fault in stopped.value.troubles] == ["1.0 was released before, and its b is another one"]
