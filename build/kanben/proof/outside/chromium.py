"""How the browser is started that Ace and axe look through: quiet, without a network."""

import shlex
from pathlib import Path

from kanben.proof.outside.tools import CHROMIUM

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


def wrapped_chromium(home: Path) -> Path:
    """Write a program that starts it so; Ace takes the path of a browser, but no options for it."""
    wrapper = home / "quiet-chromium"
    wrapper.write_text(f'#!/bin/sh\nexec {shlex.join([CHROMIUM.need(), "--headless", *QUIET])} "$@"\n', "utf-8")
    wrapper.chmod(0o755)
    return wrapper
