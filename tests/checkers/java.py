"""One Java for the checkers that want it, as long as the tests last."""

import atexit
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from kanben.proof.outside.running import JAVA_OPTIONS
from kanben.proof.outside.tools import EPUBCHECK, NU

ROOM = Path(__file__).with_name("java_room.py")


def asked(checker: str, *arguments: Any) -> Any:
    """Ask a checker by its name."""
    java = room()
    assert java.stdin and java.stdout
    print(json.dumps([checker, *arguments]), file=java.stdin, flush=True)
    return json.loads(java.stdout.readline())


@cache
def room() -> "subprocess.Popen[str]":
    """The process that answers; it ends when nobody can ask it any more."""
    command = [sys.executable, str(ROOM), EPUBCHECK.need(), NU.need(), *JAVA_OPTIONS]
    java = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(java.communicate)
    return java
