"""The command line: arguments, printing, exit codes. Nothing else in kanben prints."""

from kanben.cli.main import main

__all__ = ["main"]
