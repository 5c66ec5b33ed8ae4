"""A fault of kanben's own, wherever it happens: an editor gets a report to send, and never a traceback."""

import errno
import os
import re
from pathlib import Path

import pytest

from kanben.cli.watch import told_of
from kanben.fault import LONGEST, account_of
from tests.cli.kanben_command import Kanben, Ran
from tests.titles import write_title

FAILED = re.compile(
    r"(?P<report>/.*/kanben-fault-[0-9a-f]{8}\.txt): kanben itself has failed; the editions are whole, as they were "
    r"made last \[own-fault\]\n    mend: send us this file: .*\n"
)
BUILD = ("build", "bridges", "--edition", "web", "--edition", "epub")
ROOMS = [
    ("kanben.reading.parts.read_chapter", BUILD),
    ("kanben.reading.markdown.chapter.mark_lines", BUILD),
    ("kanben.press.title.pass_through", BUILD),
    ("kanben.passes.headings.kept", BUILD),
    ("kanben.editions.web.site.part_page", BUILD),
    ("kanben.editions.epub.edition.pack", BUILD),
    ("kanben.editions.pages.macro_name", BUILD),
    ("kanben.cache.Cache.remember", BUILD),
    ("kanben.cli.build.write_files", BUILD),
    ("kanben.press.worker.send", BUILD),
    ("kanben.press.proofreading.proofread", ("check", "bridges")),
    ("kanben.press.examiner.Worker.call", ("check", "a.pdf")),
    ("kanben.cli.checking.examine_epub", ("check", "书.epub")),
    ("kanben.cli.verify.read_release", ("verify", "a.pdf")),
    ("kanben.manuscript.importing.survey_manuscript", ("import", "m.txt", "--into", "imported")),
    ("kanben.press.redline.press_redline", ("diff", "bridges", "bridges")),
    ("kanben.press.release.press_book", ("release", "bridges", "--version", "1")),
    ("kanben.cli.new.write_files", ("new", "fresh")),
]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, epub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title, a PDF, an EPUB and a manuscript, and a folder of the system's for what is passing."""
    write_title(tmp_path / "bridges")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "m.txt").write_text("第一章 桥\n\n桥者，所以济不通也。\n", encoding="utf-8")
    (tmp_path / "passing").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "passing"))


def raising(fault: BaseException) -> object:
    def broken(*_: object, **__: object) -> None:
        raise fault

    return broken


def failed(kanben: Kanben, place: str, fault: BaseException, *command: str) -> Ran:
    kanben.monkeypatch.setattr(place, raising(fault))
    ran = kanben(*command)
    assert "Traceback" not in ran.out + ran.err
    return ran


def report_of(ran: Ran) -> Path:
    assert ran.code == 70
    said = FAILED.fullmatch(ran.err)
    assert said, ran.err
    return Path(said["report"])


@pytest.mark.parametrize(("place", "command"), ROOMS)
def test_a_fault_in_any_room_ends_with_70_and_a_report(kanben: Kanben, place: str, command: tuple[str, ...]) -> None:
    report = report_of(failed(kanben, place, ZeroDivisionError("桥塌了 at 12"), *command))
    assert report.read_text("utf-8").endswith("\nZeroDivisionError: □□□ at 12\n")
    assert report.stat().st_mode & 0o777 == 0o600


def test_a_report_holds_no_text_of_the_title_and_no_names_of_folders(kanben: Kanben, tmp_path: Path) -> None:
    words = "桥者，所以济不通也。" + "a" * 999
    command = ("build", str(tmp_path / "bridges"), "--edition", "web", "--out=秘稿", "--no-cache")
    told = report_of(failed(kanben, "kanben.press.title.read_title", ValueError(words), *command)).read_text("utf-8")
    assert told.startswith("kanben build … --edition … --out=… --no-cache\nkanben ")
    assert "\nkanben/press/title.py:" in told
    assert told.endswith("\nValueError: " + "□" * 10 + "a" * (LONGEST - 10) + "\n")
    assert str(tmp_path) not in told and not re.search("[一-鿿]", told)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (
            FileNotFoundError(errno.ENOENT, "No such file or directory", "My book/a.md"),
            "No such file or directory",
        ),
        (ValueError("no number: 'The bridge of Anji'"), "no number: □"),
        (KeyError("The bridge's arch"), "□"),
        (AttributeError("'NoneType' object has no attribute 'place'"), "'NoneType' object has no attribute 'place'"),
    ],
)
def test_what_an_error_quotes_is_blotted_but_for_names(fault: Exception, told: str) -> None:
    assert account_of(fault) == f"{type(fault).__name__}: {told}"


def test_the_same_fault_has_the_same_report(kanben: Kanben, tmp_path: Path) -> None:
    reports = {report_of(failed(kanben, "kanben.press.title.read_title", ValueError("x"), *BUILD)) for _ in range(2)}
    assert [*(tmp_path / "passing").glob("kanben-fault*")] == [*reports]


def test_a_fault_of_layout_is_told_with_the_way_to_it(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "broken_layout.py").write_text("def print_edition(*_):\n    yield 1 / 0\n", encoding="utf-8")
    kanben.monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    kanben.monkeypatch.setattr("kanben.press.printing.PRINT", "broken_layout")
    told = report_of(kanben("build", "bridges")).read_text("utf-8")
    assert told.endswith("broken_layout.py:2 print_edition\nZeroDivisionError: division by zero\n"), told
    assert "\nin the process of kanben.editions.print.edition:\nkanben/press/serve.py:" in told


def test_a_fault_in_the_process_that_reads_finished_files_is_told_as_one_of_it(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "broken_reader.py").write_text("def pdf(*_):\n    yield 1 / 0\n", encoding="utf-8")
    kanben.monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    kanben.monkeypatch.setattr("kanben.press.examiner.EXAMINED", "broken_reader")
    told = report_of(kanben("check", "a.pdf")).read_text("utf-8")
    assert "\nin the process of broken_reader:\nkanben/press/serve.py:" in told


def test_what_the_system_denies_layout_is_no_fault_of_kanbens(kanben: Kanben, tmp_path: Path) -> None:
    refused = f"OSError({errno.EMFILE}, {os.strerror(errno.EMFILE)!r})"
    (tmp_path / "refused_layout.py").write_text(f"def print_edition(*_):\n    raise {refused}\n", "utf-8")
    kanben.monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    kanben.monkeypatch.setattr("kanben.press.printing.PRINT", "refused_layout")
    ran = kanben("build", "bridges")
    assert (ran.code, ran.err.splitlines()[0]) == (
        1,
        "kanben: the system refused: Too many open files [system-refused]",
    )


def test_machines_are_told_on_a_line_of_json(kanben: Kanben) -> None:
    ran = failed(kanben, "kanben.press.title.read_title", ValueError("x"), *BUILD, "--json")
    assert (ran.code, ran.err) == (70, "")
    last = ran.rows[-1]
    assert (last["code"], last["severity"]) == ("own-fault", "error")
    assert Path(str(last["file"])).is_file()


def test_a_recursion_without_end_has_a_short_report(kanben: Kanben) -> None:
    def endless(*_: object) -> None:
        endless()

    kanben.monkeypatch.setattr("kanben.press.title.read_title", endless)
    told = report_of(kanben(*BUILD)).read_text("utf-8")
    assert len(told.splitlines()) < 70
    assert re.search(r"\n… \d+ more\n", told)


def test_memory_that_is_used_up_is_told_as_such(kanben: Kanben) -> None:
    ran = failed(kanben, "kanben.press.title.read_title", MemoryError(), *BUILD)
    assert (ran.code, ran.err) == (
        1,
        "kanben: the machine's memory is used up [out-of-memory]\n"
        "    mend: close other programs, or make pictures smaller\n",
    )


@pytest.mark.parametrize(
    ("refused", "told"),
    [
        (OSError(errno.EMFILE, "Too many open files"), "kanben: the system refused: Too many open files"),
        (
            OSError(errno.ENOSPC, "No space left on device", "/tmp/书"),
            "/tmp/书: the system refused: No space left on device",
        ),
        (
            FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"),
            "kanben: the system refused: No usable temporary directory found",
        ),
    ],
)
def test_what_the_system_denies_is_no_fault_of_kanbens(kanben: Kanben, refused: OSError, told: str) -> None:
    ran = failed(kanben, "kanben.press.title.read_title", refused, *BUILD)
    assert (ran.code, ran.err) == (
        1,
        f"{told} [system-refused]\n"
        "    mend: make room on the disk and in the folder for temporary files, close other programs, and see that you "
        "may use what is named here\n",
    )


def test_the_desk_is_told_of_what_the_system_denies_as_such() -> None:
    assert told_of(OSError(errno.ENOSPC, "No space left on device")).code == "system-refused"
    assert told_of(ValueError()).code == "own-fault"


def test_a_report_that_cannot_be_written_is_told_in_words(kanben: Kanben) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    kanben.monkeypatch.setattr("tempfile.NamedTemporaryFile", raising(full))
    ran = failed(kanben, "kanben.press.title.read_title", KeyError("ch03"), *BUILD)
    assert (ran.code, ran.err) == (
        70,
        "kanben: kanben itself has failed, and no report could be written: KeyError: 'ch03' [own-fault-unwritten]\n"
        "    mend: send us these words; then make room on the disk\n",
    )
