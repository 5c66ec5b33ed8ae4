"""kanben verify: what an editor reads of a finished file, and the exit code."""

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from kanben.press.release import press_release
from kanben.press.title import press
from kanben.press.worker import worker
from kanben.release.claims import Claim, claim_of
from tests.cli.kanben_command import Kanben
from tests.titles import UUID, title_yaml, write_files, write_title

OTHER = "11111111-2222-3333-4444-555555555555"
EDITIONS = ("bridges.pdf", "bridges.epub", "bridges-web.zip")
CLAIM = {"identifiers": [f"urn:uuid:{UUID}"], "version": "1.0"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases of a title, one of another title, and a build that is no release."""
    home = tmp_path_factory.mktemp("made")
    title = write_title(home / "bridges")
    other = write_title(home / "roads")
    facts = (other / "title.yaml").read_text(encoding="utf-8")
    (other / "title.yaml").write_text(facts.replace(UUID, OTHER), encoding="utf-8")
    with worker() as layout:
        for version in ("1.0", "1.1"):
            write_files(home / version, press_release(title, layout, version, "", None).files)
        write_files(home / "build", press(title, layout).files)
        write_files(home / "other", press_release(other, layout, "1.0", "", None).files)
    return home


@pytest.fixture
def released(made: Path, tmp_path: Path) -> Path:
    """A copy of it all, to be altered."""
    return shutil.copytree(made, tmp_path / "made")


def test_what_was_released_is_intact_and_tells_its_source(kanben: Kanben, released: Path) -> None:
    source = json.loads((released / "1.0/release.json").read_text("utf-8"))["source"]["sha256"]
    ran = kanben("verify", *(f"made/1.0/{name}" for name in EDITIONS))
    assert (ran.code, ran.err, ran.out.splitlines()) == (
        0,
        "",
        [f"made/1.0/{name}: intact, {name} of 《桥》, release 1.0, source {source}" for name in EDITIONS],
    )


def test_a_whole_folder_is_intact_with_its_record_and_checksums(kanben: Kanben, released: Path) -> None:
    names = sorted(path.name for path in (released / "1.0").iterdir())
    rows = kanben("verify", *(f"made/1.0/{name}" for name in names), "--json").rows
    assert [(row["name"], row["standing"]) for row in rows] == [(name, "intact") for name in names]


def test_checksums_that_say_otherwise_than_the_record_are_told(kanben: Kanben, released: Path) -> None:
    with (released / "1.0/SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{'0' * 64}  roads.pdf\n")
    ran = kanben("verify", "made/1.0/bridges.pdf")
    assert (ran.code, ran.out, "[bad-release-record]" in ran.err) == (2, "", True)


def test_a_file_is_known_under_another_name_and_far_from_its_release(kanben: Kanben, released: Path) -> None:
    shutil.copy(released / "1.0/bridges.epub", released / "新书.bin")
    (row,) = kanben("verify", "made/新书.bin", "--release", "made/1.0", "--json").rows
    assert (row["standing"], row["name"], row["version"], row["says"]) == ("intact", "bridges.epub", "1.0", CLAIM)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_edition_says_of_itself_whose_it_is_and_of_which_release(
    kanben: Kanben, released: Path, name: str
) -> None:
    (released / "1.0/release.json").unlink()
    ran = kanben("verify", f"made/1.0/{name}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"made/1.0/{name}: no release.json is there to tell whether the file is intact; "
        f"it says of itself: urn:uuid:{UUID} 1.0 [no-release-record]\n"
        "    mend: name the folder of its release: --release DIR\n"
    )


@pytest.mark.parametrize("variant", ["pdf/a-3u", "pdf/x-4"])
def test_a_pdf_for_the_archive_or_the_press_names_its_one_version(tmp_path: Path, variant: str) -> None:
    title = write_title(
        tmp_path / "bridges", **{"title.yaml": title_yaml(["chapters/01.md"], f"print: {{variant: {variant}}}\n")}
    )
    with worker() as layout:
        pdf = press_release(title, layout, "2.0", "", None).files["bridges.pdf"]
    assert (claim_of(BytesIO(pdf)), pdf.count(b"</xmpMM:VersionID>")) == (Claim((f"urn:uuid:{UUID}",), "2.0"), 1)


def rewritten(file: Path) -> None:
    """Save an edition anew with other words in it, as another program would."""
    if file.suffix == ".pdf":
        file.write_bytes(file.read_bytes() + b"% noted\n")
        return
    with zipfile.ZipFile(file) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    with zipfile.ZipFile(file, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data.replace("济".encode(), "断".encode()))


@pytest.mark.parametrize("name", EDITIONS)
def test_a_file_that_was_altered_is_told(kanben: Kanben, released: Path, name: str) -> None:
    rewritten(released / "1.0" / name)
    shutil.move(released / "1.0" / name, released / f"sent{name}")
    ran = kanben("verify", f"made/sent{name}", "--release", "made/1.0")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[0] == (
        f"made/sent{name}: the file says that it is 1.0 of 《桥》, "
        "and is not what was released: it was altered or damaged [altered-file]"
    )


@pytest.mark.parametrize("name", EDITIONS)
def test_a_file_that_is_cut_short_is_not_intact(kanben: Kanben, released: Path, name: str) -> None:
    file = released / "1.0" / name
    file.write_bytes(file.read_bytes()[:400])
    assert kanben("verify", f"made/1.0/{name}", "--json").rows[0]["code"] == "altered-file"


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("1.1/bridges.pdf", "other-release"),
        ("1.1/bridges.epub", "other-release"),
        ("1.1/bridges-web.zip", "other-release"),
        ("build/bridges.pdf", "unreleased-file"),
        ("build/bridges.epub", "unreleased-file"),
        ("other/roads.epub", "foreign-file"),
        ("bridges/title.yaml", "foreign-file"),
    ],
)
def test_of_what_is_not_of_this_release_nobody_can_tell(kanben: Kanben, released: Path, file: str, code: str) -> None:
    ran = kanben("verify", f"made/{file}", "--release", "made/1.0", "--json")
    assert (ran.code, ran.rows[0]["standing"], ran.rows[0]["code"]) == (2, "unknown", code)


@pytest.mark.parametrize(
    "record", [b"", b"[]", b"[" * 99999, b"\xff", b'{"files": {}, "source": [], "identifiers": []}', b'{"files": 1}']
)
def test_a_record_that_is_broken_is_told(kanben: Kanben, released: Path, record: bytes) -> None:
    (released / "1.0/release.json").write_bytes(record)
    (released / "1.0/SHA256SUMS").unlink()
    ran = kanben("verify", "made/1.0/bridges.pdf")
    assert (ran.code, "made/1.0/release.json: the record of the release is broken" in ran.err) == (2, True)


def test_a_record_of_names_that_no_file_can_have_is_told(kanben: Kanben, released: Path) -> None:
    file = released / "1.0/release.json"
    file.write_text(file.read_text("utf-8").replace('"bridges.pdf"', '"\\ud800"'), encoding="utf-8")
    assert kanben("verify", "made/1.0/bridges.pdf").err.splitlines()[0].endswith("[bad-release-record]")


def test_a_record_that_was_altered_is_not_believed(kanben: Kanben, released: Path) -> None:
    file = released / "1.0/release.json"
    file.write_text(file.read_text("utf-8").replace('"1.0"', '"2.0"'), encoding="utf-8")
    ran = kanben("verify", "made/1.0/bridges.pdf")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "made/1.0/release.json: the record of the release is broken, or is not the one that SHA256SUMS names "
        "[bad-release-record]",
    )


def test_a_file_that_is_not_there_is_told(kanben: Kanben, released: Path) -> None:
    ran = kanben("verify", "made/1.0/roads.pdf")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "made/1.0/roads.pdf: roads.pdf cannot be read: No such file or directory [unreadable-file]",
    )


def test_of_several_files_the_altered_one_decides(kanben: Kanben, released: Path) -> None:
    rewritten(released / "1.0/bridges.epub")
    ran = kanben("verify", "made/1.0/bridges.pdf", "made/1.0/bridges.epub", "made/build/bridges.pdf")
    assert (ran.code, len(ran.out.splitlines())) == (1, 1)
