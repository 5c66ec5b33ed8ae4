"""Ask DAISY Ace whether everybody can read an EPUB (EPUB Accessibility 1.1, and WCAG as far as a program can tell)."""

import json
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.checkers.browser import QUIET, chromium_path
from tests.checkers.finding import Finding, run

PROGRAM = Path(__file__).parents[1] / "node_modules" / ".bin" / "ace-cli"


def ace(epub: Path) -> tuple[Finding, ...]:
    """Check a file and give Ace's violations, one per element."""
    if not PROGRAM.exists():
        raise RuntimeError("DAISY Ace is not installed; type: make test")
    with tempfile.TemporaryDirectory() as room:
        told = Path(room) / "told" / "report.json"
        browser = f"PUPPETEER_EXECUTABLE_PATH={_quiet_chromium(Path(room))}"
        home = f"HOME={room}"  # where it keeps settings and a log
        done = run(["env", browser, home, "node", str(PROGRAM), "-s", "-f", "-o", str(told.parent), str(epub)])
        if not told.exists():
            raise RuntimeError(f"DAISY Ace could not check {epub}: {done.stderr.strip()}")
        report = json.loads(told.read_text("utf-8"))
    return tuple(_findings(report))


def _quiet_chromium(room: Path) -> Path:
    """Ace takes the path of a browser, but no flags for it."""
    wrapper = room / "chromium"
    wrapper.write_text(f'#!/bin/sh\nexec {shlex.join([chromium_path(), "--headless", *QUIET])} "$@"\n', "utf-8")
    wrapper.chmod(0o755)
    return wrapper


def _findings(report: dict[str, Any]) -> Iterator[Finding]:
    for document in report["assertions"]:
        for found in document["assertions"]:
            test, result = found["earl:test"], found["earl:result"]
            where = f"{document['earl:testSubject']['url']} {result.get('html', '')}".strip()
            yield Finding(test["earl:impact"], test["dct:title"], where, result["dct:description"])
