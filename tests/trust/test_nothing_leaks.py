"""A build reads the title, kanben's own and the system's, writes to out and the cache alone, and needs no network."""

import os
import socket
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE

import kanben
from kanben.template_home import template_home
from tests.trust.a_whole_title import whole_title

WATCHER = Path(__file__).parent / "watching"
KANBEN = [sys.executable, "-c", "from kanben.cli import main; main()"]
WITHOUT_NETWORK = [sys.executable, str(Path(__file__).parent / "no_sockets.py")]
SYSTEM = tuple(map(Path, ("/usr", "/etc", "/proc", "/sys", "/dev", "/opt", "/lib", "/lib64", "/Library", "/System")))
PYTHON = {Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
PROGRAMS = {"pandoc", "pagefind", "fc-list", Path(sys.executable).name}


@dataclass(frozen=True)
class Watched:
    """What the processes of a run did, each kind with its paths."""

    code: int
    said: str
    room: Path
    notes: tuple[tuple[str, Path], ...]

    def paths(self, kind: str) -> set[Path]:
        return {path for each, path in self.notes if each == kind}


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """A build of all editions from an empty cache, with a home and a folder for scraps of its own."""
    room = tmp_path_factory.mktemp("room").resolve()
    for name in ("work", "home", "scraps", "notes"):
        (room / name).mkdir()
    (room / "beside.md").write_text("# 秘\n", encoding="utf-8")
    own = {"HOME": str(room / "home"), "TMPDIR": str(room / "scraps"), "PYTHONDONTWRITEBYTECODE": "1"}
    surroundings = {**os.environ, **own, **watching(room / "notes")}
    command = [*WITHOUT_NETWORK, *KANBEN, "build", str(whole_title(room / "title"))]
    done = subprocess.run(command, cwd=room / "work", env=surroundings, capture_output=True, text=True)
    rows = [row.split("\t") for notes in (room / "notes").iterdir() for row in notes.read_text().splitlines()]
    return Watched(done.returncode, done.stderr, room, tuple((kind, Path(path)) for kind, path in rows))


def watching(notes: Path) -> dict[str, str]:
    """The variables that make each Python process write down what it does."""
    paths = filter(None, [str(WATCHER), os.environ.get("PYTHONPATH", "")])
    return {"WATCHED": str(notes), "PYTHONPATH": os.pathsep.join(paths)}


def below(path: Path, *homes: Path) -> bool:
    return any(path.resolve().is_relative_to(home.resolve()) for home in homes)


def test_all_editions_are_made_without_a_network(watched: Watched) -> None:
    assert (watched.code, watched.said.count("\n")) == (0, 2)  # the one word is of the rare character
    made = {path.name for path in (watched.room / "work/out/title").iterdir() if not path.name.startswith(".")}
    assert made == {"title.pdf", "title.epub", "web", "manifest.json"}


def test_a_photograph_that_a_drawing_holds_is_printed(watched: Watched) -> None:
    """It is an address (data:) as what is outside has one; screens show it anyway."""
    pages = pdfium.PdfDocument(watched.room / "work/out/title/title.pdf")
    found = [each.get_px_size() for page in pages for each in page.get_objects([IMAGE], max_depth=9)]
    assert (2, 1) in found


def test_no_python_process_asks_for_one(watched: Watched) -> None:
    assert watched.paths("network") == set()


def test_only_the_title_kanben_python_and_the_system_are_read(watched: Watched) -> None:
    known = (watched.room / "title", watched.room / "work", watched.room / "scraps", WATCHER)
    homes = (*known, template_home(), Path(kanben.__file__).parent, *PYTHON, *SYSTEM)
    strange = {path for path in watched.paths("read") if not below(path, *homes)}
    assert {path for path in strange if path.suffix != ".zip"} == set()  # Python looks whether it is zipped


def test_what_is_written_goes_to_out_and_the_cache(watched: Watched) -> None:
    work = watched.room / "work"
    places = (work / "out", work / ".cache", watched.room / "scraps", Path(os.devnull))
    assert {path for path in watched.paths("write") if not below(path, *places)} == set()
    assert sorted(path.name for path in work.iterdir()) == [".cache", "out"]


def test_nothing_is_left_elsewhere(watched: Watched) -> None:
    assert list((watched.room / "scraps").iterdir()) == []
    assert list((watched.room / "home").iterdir()) == []
    assert {path.name for path in watched.room.iterdir()} == {"work", "home", "scraps", "notes", "title", "beside.md"}


def test_only_known_programs_are_run(watched: Watched) -> None:
    assert {path.name for path in watched.paths("run")} == PROGRAMS


def test_the_watch_sees_what_a_build_may_not_do(tmp_path: Path) -> None:
    """So the tests above can fail: a process that reads, writes, runs and connects is written down."""
    (tmp_path / "notes").mkdir()
    secret, other = tmp_path / "secret", tmp_path / "other"
    secret.touch()
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        words = (
            f"import os, socket, subprocess; open({str(secret)!r}); open({str(other)!r}, 'w'); os.rename("
            f"{str(other)!r}, {str(other)!r} + '2'); subprocess.run(['true']); socket.create_connection({address!r})"
        )
        subprocess.run([sys.executable, "-c", words], env={**os.environ, **watching(tmp_path / "notes")}, check=True)
    notes = next((tmp_path / "notes").iterdir()).read_text()
    for note in (f"read\t{secret}", f"write\t{other}", f"write\t{other}2", "/true\n", "/socket.connect\n"):
        assert note in notes


def test_who_asks_for_a_network_there_gets_none_be_it_a_program_of_a_program() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        connect = f"exec 3<>/dev/tcp/127.0.0.1/{server.getsockname()[1]} && echo connected"
        command = ["bash", "-c", f"bash -c '{connect}'; true"]
        assert subprocess.run(command, capture_output=True, text=True).stdout == "connected\n"
        assert subprocess.run([*WITHOUT_NETWORK, *command], capture_output=True, text=True).stdout == ""
