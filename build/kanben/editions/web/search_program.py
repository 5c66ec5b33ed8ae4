"""The door to the Pagefind program: it takes pages and gives the files of an index that a browser can ask.

Its plain build is used, not the one with dictionaries: words are set apart already, so that it takes a tenth of the
time and of the room.
"""

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Timer
from typing import Any, BinaryIO, cast

from kanben.limits import SEARCH
from kanben.place import TITLE_YAML
from kanben.refusal import needing
from kanben.trouble import Stop, trouble

Json = dict[str, Any]
LEFT_OUT = (".anchor", ".notes .mark", ".again", ".works .label", ".uses", "rt", "rp", "annotation")
CONFIG = {"force_language": "zh", "root_selector": "main", "exclude_selectors": LEFT_OUT}
SHIPPED = ("pagefind.js", "pagefind-entry.json", "wasm.", "index/", "fragment/")  # and none of its user interfaces


def index_of(pages: Mapping[str, str], seconds: float = SEARCH.most) -> dict[str, bytes]:
    """Index pages by their addresses; a failure of any kind is a Stop."""
    requests: list[Json] = [
        {"type": "NewIndex", "config": CONFIG},
        *({"type": "AddFile", "index_id": 0, "url": url, "file_contents": page} for url, page in pages.items()),
        {"type": "GetFiles", "index_id": 0},
    ]
    with service(seconds) as program:
        answers = [ask(program, number, request) for number, request in enumerate(requests, 1)]
    return {file["path"]: b64decode(file["content"]) for file in answers[-1]["files"] if is_shipped(file["path"])}


def is_shipped(path: str) -> bool:
    return path.startswith(SHIPPED) or path.endswith(".pf_meta")


def find_pagefind() -> str:
    """Give the path of the program in its package, or nothing; another version's index would be another."""
    package = find_spec("pagefind_bin")
    if not package or not package.origin:
        return ""
    names = ("pagefind", "pagefind.exe")
    return next((str(file) for name in names if (file := Path(package.origin).parent / name).is_file()), "")


@contextmanager
def service(seconds: float) -> Iterator["subprocess.Popen[bytes]"]:
    """Start the program as one that answers requests, and end it; it never outlives its time."""
    program = start()
    late = Event()

    def give_up() -> None:
        late.set()
        program.kill()

    timer = Timer(seconds, give_up)
    try:
        timer.start()
        yield program
    except (OSError, EOFError, ValueError) as fault:
        if late.is_set():
            raise Stop((trouble("pagefind-timeout", TITLE_YAML, seconds=f"{seconds:g}"),)) from fault
        if isinstance(fault, (OSError, EOFError)) and (code := ending(program)) < 0:
            raise Stop((trouble("pagefind-killed", TITLE_YAML, signal=-code),)) from fault
        raise Stop((trouble("pagefind-failed", TITLE_YAML, words=str(fault) or "it ended"),)) from fault
    finally:
        timer.cancel()
        program.kill()
        program.communicate()


def ending(program: "subprocess.Popen[bytes]") -> int:
    """The code with which it ended whose pipes are closed; 0 where it has not ended."""
    try:
        return program.wait(1)
    except subprocess.TimeoutExpired:
        return 0


def start() -> "subprocess.Popen[bytes]":
    path = find_pagefind()
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    with needing("missing-pagefind", TITLE_YAML):
        return subprocess.Popen(
            [path, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            cwd=Path(path).parent,
        )


def ask(program: "subprocess.Popen[bytes]", number: int, request: Json) -> Json:
    """Put one request and wait for its answer, so that neither side ever waits for the other to read."""
    stdin, stdout = cast(BinaryIO, program.stdin), cast(BinaryIO, program.stdout)
    stdin.write(b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b",")
    stdin.flush()
    answer: Json = json.loads(b64decode(read_answer(stdout)))["payload"]
    if answer["type"] == "Error":
        raise ValueError(answer["message"])
    return answer


def read_answer(stdout: BinaryIO) -> bytes:
    """Read up to the comma that ends each answer; Base64 has none of its own."""
    pieces: list[bytes] = []
    while not (pieces and b"," in pieces[-1]):
        pieces.append(os.read(stdout.fileno(), 1 << 20))
        if not pieces[-1]:
            raise EOFError
    return b"".join(pieces).partition(b",")[0]
