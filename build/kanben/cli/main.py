"""The `kanben` command: one file per subcommand, gathered here."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click
from click.exceptions import NoSuchCommand

from kanben import __version__
from kanben.cli.click_words import speak_for_click
from kanben.cli.codes import BUG, FAULTY, NOBODY_READS
from kanben.cli.ending import Ended, ending_in_order
from kanben.cli.fault_report import fault_trouble
from kanben.cli.speech import language, speak_in_any_encoding, tell_troubles
from kanben.cli.spoken import spoken
from kanben.messages import Language
from kanben.press.memory import limit_memory, most_memory
from kanben.refusal import refusal

COMMANDS = {
    "build": "build",
    "check": "check",
    "diff": "diff",
    "doctor": "doctor",
    "import": "import_",
    "new": "new",
    "release": "release",
    "verify": "verify",
    "watch": "watch",
}
SELDOM = 50_000
"""So many new objects before garbage is looked for: Python's 700 cost this process a twentieth of its time."""
INTERRUPTED: dict[Language, str] = {
    "en": "kanben: stopped; the editions are whole, as they were made last",
    "zh": "kanben：已中止；各版本都完整，是最后一次做好的样子",
}


class Commands(click.Group):
    """The subcommands, each loaded when it is called: a build must not wait for the importer's rooms."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kanben.cli.{COMMANDS[cmd_name]}"), f"{cmd_name}_command")
        return spoken(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; who mistypes one hears of the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as unknown:
            raise NoSuchCommand(unknown.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; who closes its output (`| head`) has read enough."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            fall_silent()
            ctx.exit(NOBODY_READS)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kanben")
def kanben() -> None:
    """kanben 刊本: one structured source, three editions: print PDF, EPUB, web."""


def fall_silent() -> None:
    """Send what is still to be printed nowhere, else Python complains of it as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream:  # none where it is closed
            os.dup2(nowhere, stream.fileno())


def tell_fault(fault: Exception) -> int:
    """Tell what ended a run, whatever it is, for an editor cannot mend it; the code to end with."""
    refused = refusal(fault)
    with suppress(OSError):  # nobody may read it any more
        tell_troubles((refused or fault_trouble(fault),), Path(), "--json" in sys.argv)
    return FAULTY if refused else BUG


def end_without_memory() -> None:
    os._exit(tell_fault(MemoryError()))


def main() -> None:
    """Run the command line; who asks it to end gets a word, and a fault of our own is told with a report to send."""
    speak_in_any_encoding()
    speak_for_click()
    limit_memory(most_memory(), end_without_memory)
    gc.set_threshold(SELDOM)
    try:
        with ending_in_order():
            spoken(kanben).main(prog_name="kanben")
    except Ended as ended:
        click.echo(f"\n{INTERRUPTED[language()]}", err=True)
        sys.exit(ended.code)
    except Exception as fault:
        sys.exit(tell_fault(fault))
    finally:
        gc.freeze()  # as it ends, Python looks through all that it holds for garbage, several times: 0.06 s
