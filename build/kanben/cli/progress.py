"""Show how far a command has come: a line on a terminal, events for machines, else nothing."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import click

from kanben.cli.speech import language, printable, to_json
from kanben.progress import Progress, TellProgress, expected, figures_of, stage_of, tell_nobody

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.table import Table

AFTER = 1.0  # seconds: what is made sooner shows nothing
BAR, SHORTEST_BAR = 30, 8
"""Columns of a terminal."""
Later = Callable[[float, Callable[[], None]], Timer]


@contextmanager
def progress(name: str, as_json: bool = False, pages: int = 0) -> Iterator[TellProgress]:
    """Give whom to tell, while a block works on `name`; `pages` are those that its last build had."""
    if as_json:
        yield partial(tell_event, name, pages)
    elif sys.stderr and sys.stderr.isatty():  # none where it is closed
        with ProgressLine(name, pages) as line:
            yield line.tell
    else:
        yield tell_nobody


def last_count(folder: Path) -> int:
    """How many pages the editions in a folder have, by their manifest; 0 where nobody knows."""
    try:
        pages = json.loads((folder / "manifest.json").read_bytes())["editions"]["print"]["pages"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return 0
    return max(pages, 0) if isinstance(pages, int) else 0


def tell_event(name: str, pages: int, progress: Progress) -> None:
    """Print one line of JSON."""
    told = expected(progress, pages)
    facts = {"title": name, "stage": told.stage, "done": told.done, "of": told.of or None}
    click.echo(to_json({"event": "progress", **facts}))


class ProgressLine:
    """A line of the terminal that says how far a title is, from a second on; it goes when the block ends."""

    def __init__(self, name: str, pages: int, later: Later = Timer) -> None:
        self.name, self.pages = printable(name), pages
        self.last: Progress | None = None
        self.live: Live | None = None
        self.timer = later(AFTER, self.show)

    def __enter__(self) -> "ProgressLine":
        self.timer.daemon = True
        self.timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.timer.cancel()
        try:
            self.timer.join()
        finally:
            if self.live:
                self.live.stop()

    def tell(self, progress: Progress) -> None:
        self.last = expected(progress, self.pages)

    def show(self) -> None:
        """Show the line, and keep it fresh; nothing where a terminal cannot take a line back."""
        from rich.console import Console  # not loaded where nothing is shown
        from rich.live import Live
        from rich.spinner import Spinner

        console = Console(stderr=True)
        if console.is_interactive:
            spinner = Spinner("dots" if console.encoding.startswith("utf") else "line")
            self.live = Live(
                get_renderable=lambda: self.line(spinner, console.width),
                console=console,
                transient=True,
                refresh_per_second=8,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self.live.start()

    def line(self, spinner: "Spinner", width: int) -> "Table":
        """The wheel, the title, the stage, a bar where there is room and an end, and the figures."""
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        told = self.last
        stage = Text(stage_of(told, language()) if told else "")
        figures, name = Text(figures_of(told) if told else ""), Text(self.name)
        room = width - 4 - stage.cell_len - figures.cell_len
        name.truncate(max(room, 1), overflow="ellipsis")
        bar = min(room - name.cell_len - 1, BAR)
        cells: list[RenderableType] = [spinner, name, stage, figures]
        if told and told.of and bar >= SHORTEST_BAR:
            cells.insert(3, ProgressBar(total=told.of, completed=told.done, width=bar, complete_style="cyan"))
        line = Table.grid(padding=(0, 1))
        for _ in cells:
            line.add_column(no_wrap=True, overflow="ellipsis")
        line.add_row(*cells)
        return line
