"""Ask EPUBCheck, the reference checker of EPUBs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kanben.messages import Severity
from kanben.place import Place
from kanben.proof.outside.remark import Remark, Silent
from kanben.proof.outside.running import JAVA_OPTIONS, room, run
from kanben.proof.outside.tools import EPUBCHECK, JAVA

SEVERITIES: dict[str, Severity] = {"FATAL": "error", "ERROR": "error", "WARNING": "warning", "INFO": "warning"}


def epubcheck(epub: Path) -> tuple[Remark, ...]:
    """Check a file; the package's own command has no JSON, so its jar is run."""
    java, jar = JAVA.need(), EPUBCHECK.need()
    with room() as home:
        told = home / "told.json"
        done = run([java, *JAVA_OPTIONS, "-jar", jar, str(epub.absolute()), "-q", "--json", str(told)], home)
        report = json.loads(told.read_text("utf-8")) if told.exists() else {"messages": []}
    found = tuple(remark for message in report["messages"] for remark in remarks(message))
    if not told_of(done.code, found):  # it calls a file that it cannot open clean
        raise Silent(done.last_words)
    return found


def told_of(code: int, found: tuple[Remark, ...]) -> bool:
    """Whether an exit code that is not 0 is explained by what was found."""
    return code == 0 or bool(found)


def remarks(message: dict[str, Any]) -> Iterator[Remark]:
    """Give one remark per place; EPUBCheck gathers the places of a like message."""
    severity = SEVERITIES.get(message["severity"])
    for at in (message["locations"] or [{"path": "", "line": 0}]) if severity else ():
        place = Place(at["path"], max(at["line"], 0))
        yield Remark(severity or "warning", message["ID"], place, message["message"])
