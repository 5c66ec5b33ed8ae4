"""kanben watch: a title's editions in a browser, while it is written."""

import os
import sys
import webbrowser
from functools import partial
from pathlib import Path
from threading import Lock, Thread

import click

from kanben.cli.fault_report import fault_trouble
from kanben.cli.options import out_option
from kanben.cli.output import write_files
from kanben.cli.progress import last_count
from kanben.cli.speech import Words, language, sentence
from kanben.cli.titles import find_title
from kanben.cli.workshop import workshop
from kanben.refusal import refusal
from kanben.trouble import Trouble

WORDS: Words = {
    "en": {
        "open": "{name}: {address}\nCtrl-C ends it.",
        "port": "port {port} is taken; leave --port away, and a free one is chosen",
    },
    "zh": {
        "open": "{name}：{address}\n按 Ctrl-C 结束。",
        "port": "端口 {port} 已被占用；不写 --port，便会自动选用空闲的端口",
    },
}
say = partial(sentence, WORDS)


@click.command("watch")
@click.argument("title", metavar="TITLE")
@out_option("Where the editions go.")
@click.option(
    "--port",
    metavar="PORT",
    default=0,
    type=click.IntRange(0, 65535),
    help="The port on this machine; else any free one.",
)
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
def watch_command(title: str, out: Path, port: int, no_open: bool) -> None:
    """Make TITLE's editions anew at each change, and show them in the browser."""
    folder = find_title(title)
    place = out / folder.resolve().name
    writing = Lock()

    def write(files: dict[str, bytes], later: str) -> None:
        with writing:
            write_files(place, files, kept="web", later=later)

    def opened(address: str) -> None:
        click.echo(say("open", name=folder.resolve().name, address=address))
        if not no_open and has_screen():
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()  # the server must not wait for it

    with workshop(hands=0) as layout:
        from kanben.desk.run import Desk, PortTaken  # the server, for this command alone; the worker starts meanwhile
        from kanben.press.live import LiveTitle

        try:
            Desk(LiveTitle(folder, layout), write, language(), opened, told_of, last_count(place)).run(port)
        except PortTaken as taken:
            raise click.UsageError(say("port", port=port)) from taken
        finally:
            writing.acquire()  # the thread that builds ends with this process, but not while it writes


def told_of(fault: Exception) -> Trouble:
    return refusal(fault) or fault_trouble(fault)


def has_screen() -> bool:
    """Whether a browser would have a window of its own: one of the terminal would take this very terminal."""
    return sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
