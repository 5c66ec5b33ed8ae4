"""The `kanben` command: one file per subcommand, gathered here."""

import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path

import click

from kanben import __version__
from kanben.cli.speech import language
from kanben.messages import Language

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
BUG = 70  # sysexits.h EX_SOFTWARE
STOPPED = 130  # 128 and the number of SIGINT, as shells count
FAULT: dict[Language, str] = {
    "en": "kanben: this is a fault of kanben's own; please send us {report}",
    "zh": "kanben：这是 kanben 自己的错误，请把此文件发给我们：{report}",
}
INTERRUPTED: dict[Language, str] = {
    "en": "kanben: stopped; what was made before stands as it was",
    "zh": "kanben：已中止；以前做好的版本保持原样",
}


class Commands(click.Group):
    """The subcommands, each loaded when it is called: a build must not wait for the importer's rooms."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kanben.cli.{COMMANDS[cmd_name]}"), f"{cmd_name}_command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; Ctrl-C ends it with a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(f"\n{INTERRUPTED[language()]}", err=True)
            ctx.exit(STOPPED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kanben")
def kanben() -> None:
    """kanben 刊本: one structured source, three editions: print PDF, EPUB, web."""


def main() -> None:
    """Run the command line; a fault of our own is told as such, with a report to send, and no traceback."""
    try:
        kanben.main(prog_name="kanben")
    except Exception:  # whatever it is, an editor cannot mend it
        report = Path(tempfile.mkstemp(prefix="kanben-", suffix=".txt")[1])
        report.write_text(f"kanben {__version__}\n{sys.argv}\n\n{traceback.format_exc()}", encoding="utf-8")
        click.echo(FAULT[language()].format(report=report), err=True)
        sys.exit(BUG)
