"""Measure what one edited paragraph costs in a worker: processor time from the call to the bytes of the PDF."""

import gc
import io
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import yaml

from kanben.book.book import Book
from kanben.editions.print.edition import print_edition
from kanben.keep import Keep, keeping
from kanben.press import serve
from kanben.press.title import finished_book

EDITS, TIMES = 6, 10
INSERTED = "新"
GOALS = {"the book": 0.10, f"{TIMES} times the book": 0.15}


def repeated(title: Path, folder: Path) -> Path:
    """Write a title of ten times the chapters of another one."""
    longer = shutil.copytree(title, folder / "longer")
    settings = yaml.safe_load((title / "title.yaml").read_text(encoding="utf-8"))
    body: list[str] = []
    for turn in range(TIMES):
        for file in settings["parts"]["body"]:
            body.append(f"chapters/{turn}-{Path(file).name}")
            shutil.copy(title / file, longer / body[-1])
    settings["parts"]["body"] = body
    (longer / "title.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return longer


def edited(title: Path) -> Iterator[Book]:
    """The book of a title, and then with a character more in one of its paragraphs, each time in another one."""
    file = title / yaml.safe_load((title / "title.yaml").read_text(encoding="utf-8"))["parts"]["body"][1]
    words = file.read_text(encoding="utf-8")
    blocks = words.split("\n\n")
    long = [n for n, block in enumerate(blocks) if len(block) > 100 and "\u4e00" <= block[0] <= "\u9fff"]
    keep = Keep()
    yield read(title, keep)
    for k in range(EDITS):
        at = long[k * len(long) // EDITS]
        changed = [block + INSERTED * (n == at) for n, block in enumerate(blocks)]
        file.write_text("\n\n".join(changed), encoding="utf-8")
        yield read(title, keep)
    file.write_text(words, encoding="utf-8")


def read(title: Path, keep: Keep) -> Book:
    """Read a title as `kanben watch` does."""
    with keeping(keep):
        return finished_book(title, lambda _: None)


def cost(book: Book) -> float:
    """Send a book as to a worker, and print it."""
    gc.collect()
    begin, pipe = time.process_time(), io.BytesIO()
    serve.send(pipe, (book,))
    pipe.seek(0)
    for _ in print_edition(*serve.receive(pipe)):
        pass
    return time.process_time() - begin


def costs(title: Path) -> list[float]:
    """What edits cost, after the first build."""
    gc.disable()
    return [cost(book) for book in edited(title)][1:]


def in_own_process(title: Path) -> list[float]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.edits", str(title)]
    found: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def edits_table(title: Path) -> Iterator[str]:
    """Give the lines of a table: the median and the most of some edits."""
    with tempfile.TemporaryDirectory() as room:
        own = shutil.copytree(title, Path(room) / title.name)
        titles = {"the book": own, f"{TIMES} times the book": repeated(title, Path(room))}
        yield f"The PDF again after one paragraph was edited, {EDITS} edits in a warm worker"
        yield "| | median, CPU s | most, CPU s | goal |"
        yield "|---|---|---|---|"
        for name, folder in titles.items():
            found = in_own_process(folder)
            yield f"| {name} | {median(found):.2f} | {max(found):.2f} | ≤ {GOALS[name]:.2f} |"


if __name__ == "__main__":
    sys.setrecursionlimit(serve.DEEPEST)
    print(json.dumps(costs(Path(sys.argv[1]))))
