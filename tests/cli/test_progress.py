"""How far a run has come is seen on a terminal after a second, told to machines at once, and leaves nothing behind."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest

from kanben.cli.progress import ProgressLine, last_count, progress
from kanben.progress import Progress
from kanben.trouble import Stop
from tests.cli.kanben_command import Kanben
from tests.repositories import keep
from tests.titles import write_title

NAME = "bridges"


class Terminal(io.TextIOWrapper):
    """A terminal that remembers what it shows, and whether it has a cursor."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.sent = io.BytesIO()
        super().__init__(self.sent, encoding, write_through=True)

    def isatty(self) -> bool:
        return True

    @property
    def shown(self) -> tuple[list[str], bool]:
        """The lines that stand on it, and whether the cursor is seen."""
        lines, row, column, cursor = [""], 0, 0, True
        for piece in re.split(r"(\x1b\[[0-9;?]*[A-Za-z]|[\r\n])", self.sent.getvalue().decode(self.encoding)):
            if piece == "\r":
                column = 0
            elif piece == "\n":
                row, column = row + 1, 0
                lines += [""] * (row + 1 - len(lines))
            elif piece == "\x1b[2K":
                lines[row] = ""
            elif piece == "\x1b[1A":
                row -= 1
            elif piece in ("\x1b[?25l", "\x1b[?25h"):
                cursor = piece.endswith("h")
            elif not piece.startswith("\x1b"):
                lines[row] = lines[row][:column] + piece + lines[row][column + len(piece) :]
                column += len(piece)
        return [line.rstrip() for line in lines if line.strip()], cursor


class AtOnce(Timer):
    """A second that is over as soon as it begins."""

    def start(self) -> None:
        self.function()

    def join(self, timeout: float | None = None) -> None: ...


class Never(AtOnce):
    """A second that is not over when all is made."""

    def start(self) -> None: ...


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Terminal]:
    """Make a terminal of so many columns the one that kanben writes to."""

    def made(columns: int = 80, encoding: str = "utf-8", **environ: str) -> Terminal:
        for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
            monkeypatch.delenv(name, raising=False)
        for name, value in (
            {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": str(columns), "LC_ALL": "C.UTF-8"} | environ
        ).items():
            monkeypatch.setenv(name, value)
        screen = Terminal(encoding)
        monkeypatch.setattr(sys, "stderr", screen)
        return screen

    return made


def shown(screen: Terminal, *told: Progress, name: str = NAME, pages: int = 62) -> str:
    """The line on a terminal when so much was told, without the turning wheel."""
    with ProgressLine(name, pages, AtOnce) as line:
        for each in told:
            line.tell(each)
        assert line.live
        line.live.refresh()
        lines, cursor = screen.shown
        assert (len(lines), cursor) == (1, False)
    assert screen.shown == ([], True)
    return lines[0][2:]


# ---- on a terminal -------------------------------------------------------------------------------------------


def test_the_pages_laid_out_are_shown_against_those_of_the_last_build(terminal: Callable[..., Terminal]) -> None:
    line = shown(terminal(), Progress("reading", 12, 12), Progress("layout", 31))
    assert line == f"bridges laying out pages {'━' * 15}{' ' * 15} 31/62"


def test_a_book_that_has_grown_has_more_pages_than_the_last_build(terminal: Callable[..., Terminal]) -> None:
    assert shown(terminal(), Progress("layout", 70)).endswith("━ 70/70")


def test_without_a_last_build_the_pages_are_counted(terminal: Callable[..., Terminal]) -> None:
    assert shown(terminal(), Progress("layout", 8), pages=0) == "bridges laying out pages 8"


def test_figures_stand_in_one_place_from_the_first_part_to_the_last(terminal: Callable[..., Terminal]) -> None:
    lines = [shown(terminal(), Progress("reading", n, 12)) for n in (1, 12)]
    assert [line.split()[-1] for line in lines] == ["1/12", "12/12"]
    assert len(set(map(len, lines))) == 1


def test_the_line_speaks_chinese_under_a_chinese_locale(terminal: Callable[..., Terminal]) -> None:
    screen = terminal(LC_ALL="zh_CN.UTF-8")
    stages = [shown(screen, told).split()[1] for told in (Progress("layout", 1), Progress("reading", 1, 2))]
    assert [*stages, shown(screen, Progress("editions", 0, 3)).split()[1]] == ["排版", "读稿", "制作成品"]


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (50, f"bridges laying out pages {'━' * 8}╸{' ' * 8} 31/62"),
        (40, "bridges laying out pages 31/62"),
        (30, "brid… laying out pages 31/62"),
    ],
)
def test_a_narrow_terminal_loses_the_bar_first_and_never_breaks_the_line(
    terminal: Callable[..., Terminal], columns: int, line: str
) -> None:
    assert shown(terminal(columns), Progress("layout", 31)) == line


@pytest.mark.parametrize("columns", range(4, 30))
def test_the_line_is_one_on_the_narrowest_terminal(terminal: Callable[..., Terminal], columns: int) -> None:
    assert len(shown(terminal(columns), Progress("layout", 31))) <= columns - 2


@pytest.mark.parametrize(("environ", "coloured"), [({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)])
def test_colours_are_for_those_who_want_them(
    terminal: Callable[..., Terminal], environ: dict[str, str], coloured: bool
) -> None:
    screen = terminal(**environ)
    shown(screen, Progress("layout", 31))
    assert bool(re.search(rb"\x1b\[[39]6m", screen.sent.getvalue())) == coloured


def test_a_terminal_of_another_encoding_gets_what_it_can_show(terminal: Callable[..., Terminal]) -> None:
    screen = terminal(encoding="ascii")
    shown(screen, Progress("layout", 31))
    assert screen.sent.getvalue().isascii()


def test_the_name_of_a_title_sends_the_terminal_no_commands(terminal: Callable[..., Terminal]) -> None:
    line = shown(terminal(), Progress("layout", 31), name="[red]桥\x1b[2J")
    assert line.startswith("[red]桥\\x1b[2J laying out pages")


def test_what_is_made_within_a_second_shows_nothing(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    with ProgressLine(NAME, 62, Never) as line:
        line.tell(Progress("editions", 3, 3))
    assert screen.sent.getvalue() == b""


@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {"TERM": "unknown"}, {"TTY_INTERACTIVE": "0"}])
def test_a_terminal_that_cannot_take_a_line_back_is_left_alone(
    terminal: Callable[..., Terminal], environ: dict[str, str]
) -> None:
    screen = terminal(**environ)
    with ProgressLine(NAME, 62, AtOnce) as line:
        line.tell(Progress("layout", 31))
    assert screen.sent.getvalue() == b""


@pytest.mark.parametrize("ending", [Stop(()), KeyboardInterrupt()])
def test_a_run_that_ends_in_the_middle_leaves_a_clean_screen(
    terminal: Callable[..., Terminal], ending: BaseException
) -> None:
    screen = terminal()
    with pytest.raises(type(ending)), ProgressLine(NAME, 62, AtOnce) as line:
        line.tell(Progress("layout", 31))
        raise ending
    assert (b"31/62" in screen.sent.getvalue(), screen.shown) == (True, ([], True))


def test_titles_in_a_row_have_a_line_each_and_leave_none(terminal: Callable[..., Terminal]) -> None:
    screen = terminal()
    names = [shown(screen, Progress("layout", 31), name=name).split()[0] for name in ("bridges", "roads")]
    assert names == ["bridges", "roads"]


def test_nothing_is_shown_where_no_terminal_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress(NAME) as tell:
        tell(Progress("layout", 31))
    assert capsys.readouterr() == ("", "")


def test_nothing_is_shown_where_there_is_no_output_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with progress(NAME) as tell:
        tell(Progress("layout", 31))


def test_the_pages_of_the_last_build_are_those_of_its_manifest(tmp_path: Path) -> None:
    counts = [last_count(tmp_path)]
    for spoilt in (
        '{"editions": {"print": {"pages": 62}}}',
        "{",
        "[]",
        '{"editions": {"print": {"pages": "x"}}}',
        '{"editions": {"print": {"pages": -9}}}',
        "\xff",
        "[" * 200_000,
    ):
        (tmp_path / "manifest.json").write_text(spoilt, encoding="latin-1")
        counts.append(last_count(tmp_path))
    assert counts == [0, 62, 0, 0, 0, 0, 0, 0]


# ---- for machines --------------------------------------------------------------------------------------------


def stages(kanben: Kanben, *arguments: str) -> list[tuple[str, list[object], object]]:
    """Of each stage of a run in turn: its name, what was done at each word, and of how many at the last."""
    ran = kanben(*arguments, "--json")
    assert ran.err == ""
    told: list[tuple[str, list[object], object]] = []
    for row in ran.events:
        if row["event"] != "progress":
            continue
        if not told or told[-1][0] != row["stage"] or row["done"] == 1 == told[-1][2]:
            told.append((str(row["stage"]), [], None))
        told[-1] = (told[-1][0], [*told[-1][1], row["done"]], row["of"])
    return told


def test_machines_are_told_of_each_chapter_page_and_edition(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / NAME, **{f"chapters/0{n}.md": f"# 桥{n}\n\n文。\n" for n in (1, 2, 3)})
    made = kanben("build", NAME, "--json").events
    assert [row["event"] for row in made] == ["progress"] * (len(made) - 1) + ["made"]
    assert {row["title"] for row in made} == {NAME}
    reading, layout, editions = stages(kanben, "build", NAME)
    pages = json.loads((tmp_path / "out" / NAME / "manifest.json").read_text("utf-8"))["editions"]["print"]["pages"]
    assert (reading, editions) == (("reading", [1, 2, 3], 3), ("editions", [0, 1, 2, 3], 3))
    assert (layout[0], layout[1][0], layout[1][-1], layout[2]) == ("layout", 0, pages, pages)
    assert layout[1] == sorted(layout[1])
    (first,) = (
        row for row in kanben("build", NAME, "--json").events if (row.get("stage"), row.get("done")) == ("layout", 0)
    )
    assert first["of"] == pages


def test_machines_are_told_how_far_a_redline_and_a_release_are(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / NAME)
    keep(tmp_path, "first")
    for command in (["diff", f"first:{NAME}", NAME], ["release", NAME, "--version", "1", "--since", "first"]):
        told = stages(kanben, *command)
        assert [stage for stage, _, _ in told] == ["reading", "reading", "layout", "editions"]
        assert all(done[-1] == of for _, done, of in told)


def test_machines_are_told_how_far_a_title_is_checked(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / NAME)
    assert stages(kanben, "check", NAME) == [("reading", [1], 1)]


@pytest.mark.usefixtures("nobody_else")
def test_machines_are_told_how_far_a_pdf_is_checked(kanben: Kanben, tmp_path: Path) -> None:
    write_title(
        tmp_path / NAME, **{"chapters/01.md": "# 桥\n\n架木为桥，积石亦为桥。[^a]\n\n[^a]: 桥与梁，古时一物。\n"}
    )
    assert kanben("build", NAME, "--edition", "print").code == 0
    pages = json.loads((tmp_path / "out" / NAME / "manifest.json").read_text("utf-8"))["editions"]["print"]["pages"]
    told = stages(kanben, "check", f"out/{NAME}/{NAME}.pdf")
    assert told == [("pages", list(range(1, pages + 1)), pages), ("notes", [1], 1)]
