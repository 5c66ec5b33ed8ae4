"""The `kanben` command: one file per subcommand, gathered here."""

import sys
import tempfile
import traceback
from pathlib import Path

import click

from kanben import __version__
from kanben.cli.build import build_command
from kanben.cli.doctor import doctor_command
from kanben.cli.import_ import import_command
from kanben.cli.new import new_command

BUG = 70  # sysexits.h EX_SOFTWARE


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kanben")
def kanben() -> None:
    """kanben 刊本: one structured source, three editions: print PDF, EPUB, web."""


for command in (build_command, doctor_command, import_command, new_command):
    kanben.add_command(command)


def main() -> None:
    """Run the command line; a fault of our own is told as such, with a report to send, and no traceback."""
    try:
        kanben.main(prog_name="kanben")
    except Exception:  # whatever it is, an editor cannot mend it
        report = Path(tempfile.mkstemp(prefix="kanben-", suffix=".txt")[1])
        report.write_text(f"kanben {__version__}\n{sys.argv}\n\n{traceback.format_exc()}", encoding="utf-8")
        click.echo(f"kanben: this is a fault of kanben's own; please send us {report}", err=True)
        sys.exit(BUG)
