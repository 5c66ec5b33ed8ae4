"""Open the desk of a small title as an editor does, in a process of its own, and look at it."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.titles import title_yaml, write_title

MAIN = "from kanben.cli import main; main()"
HOME = Path(__file__).parents[2] / "build"
CHAPTERS = {
    "chapters/01.md": "# 论桥\n\n桥者，所以济不通也。[^a]\n\n[^a]: 古时桥与梁是一物。\n",
    "chapters/02.md": "# 论路\n\n" + "路者，人所共由也。\n\n" * 60,
}


@dataclass(frozen=True, slots=True)
class Running:
    """A desk that can be asked."""

    title: Path
    out: Path
    port: int
    process: "subprocess.Popen[str]"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, HTTPResponse, bytes]:
        """The status, the answer and its bytes; the path goes out as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, answer, data

    def leave(self) -> int:
        """Ctrl-C, and the code that it ends with."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@contextmanager
def running(folder: Path, *arguments: str, locale: str = "zh_CN.UTF-8", before: str = "") -> Iterator[Running]:
    """A desk of a process of its own; `before` is what that process does first."""
    title = write_title(folder / "bridges", **{"title.yaml": title_yaml(CHAPTERS), **CHAPTERS})
    program = [sys.executable, "-c", f"{before}\n{MAIN}", "watch"]
    command = [*program, str(title), "--no-open", "--out", str(folder / "out"), *arguments]
    surroundings = {**os.environ, "LC_ALL": locale, "PYTHONPATH": str(HOME)}
    process = subprocess.Popen(
        command, cwd=folder, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout
    told = process.stdout.readline()
    try:
        address = re.search(r"http://127\.0\.0\.1:(\d+)/", told)
        assert address, told + process.stdout.read()
        yield Running(title, folder / "out" / "bridges", int(address[1]), process)
    finally:
        process.kill()
        process.communicate()


def looped(asked: Coroutine[Any, Any, Any]) -> Any:
    """Run what waits for others, in a thread of its own: in this one the browser's loop runs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


def settled(page: Page) -> Page:
    return in_phase(page, "settled")


def in_phase(page: Page, phase: str) -> Page:
    page.wait_for_selector(f"#phase[data-phase={phase}]")
    return page
