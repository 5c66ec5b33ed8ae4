"""EPUBCheck, with a verdict: what `kanben check` would be told, from one Java that lasts as long as the tests."""

import atexit
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kanben.proof.outside.epubcheck import remarks, told_of
from kanben.proof.outside.remark import Remark, Silent
from kanben.proof.outside.running import JAVA_OPTIONS
from kanben.proof.outside.tools import EPUBCHECK

ROOM = Path(__file__).with_name("epubcheck_room.py")


@dataclass(frozen=True, slots=True)
class EpubVerdict:
    """Everything that EPUBCheck said."""

    findings: tuple[Remark, ...]

    @property
    def clean(self) -> bool:
        return not self.findings

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))


def epubcheck(epub: Path) -> EpubVerdict:
    report = asked(str(epub.absolute()))
    found = tuple(remark for message in report["messages"] for remark in remarks(message))
    if not told_of(report["code"], found):
        raise Silent(f"exit code {report['code']}")
    return EpubVerdict(found)


def asked(epub: str) -> dict[str, Any]:
    checker = room()
    assert checker.stdin and checker.stdout
    print(json.dumps(epub), file=checker.stdin, flush=True)
    report: dict[str, Any] = json.loads(checker.stdout.readline())
    return report


@cache
def room() -> "subprocess.Popen[str]":
    """The process that answers; it ends when nobody can ask it any more."""
    command = [sys.executable, str(ROOM), EPUBCHECK.need(), *JAVA_OPTIONS]
    checker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(checker.communicate)
    return checker
