"""Measure what one edited paragraph costs on kanben's desk: processor time from the saved file to editions on disk."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import yaml

from kanben.cache import Cache
from kanben.cli.output import write_files
from kanben.pandoc.program import remembering
from kanben.press import serve
from kanben.press.live import SEARCH, LiveTitle
from kanben.press.worker import Worker, worker
from tests.bench.warm import Costs, edited

SHOWN, SETTLED = "web and EPUB with the pages of the last layout", "web, EPUB and PDF, settled"
LAYOUT = "of that print in its worker"


def spent(layout: Worker) -> tuple[float, float]:
    """Seconds of processor time so far: of this process and the programs that it ran, and of the worker."""
    ran = resource.getrusage(resource.RUSAGE_CHILDREN)
    stat = Path(f"/proc/{layout.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    ticks = int(stat[11]) + int(stat[12])
    return time.process_time() + ran.ru_utime + ran.ru_stime, ticks / os.sysconf("SC_CLK_TCK")


def build(live: LiveTitle, out: Path) -> dict[str, float]:
    """Make the editions as the desk does, and give what had been spent when each step stood on the disk."""
    here, there = spent(live.layout)
    found: dict[str, float] = {}
    for step in live.steps():
        if step.kind == "waiting":
            continue
        write_files(out, step.files, kept="web", later="" if step.kind == "search" else SEARCH)
        ours, theirs = (now - then for now, then in zip(spent(live.layout), (here, there), strict=True))
        if step.kind == "screens":
            found[SHOWN] = ours
        elif step.kind == "print":
            found |= {SETTLED: ours + theirs, LAYOUT: theirs}
    return found


def desk_costs(title: Path, out: Path) -> Costs:
    """For each edit of a title that is open on the desk."""
    chapter = title / yaml.safe_load((title / "title.yaml").read_text("utf-8"))["parts"]["body"][1]
    found: Costs = {SHOWN: [], SETTLED: [], LAYOUT: []}
    with remembering(Cache(out / "cache").remember), worker() as layout:
        live = LiveTitle(title, layout)
        build(live, out / "made")
        for words in edited(chapter):
            chapter.write_text(words, "utf-8")
            for name, seconds in build(live, out / "made").items():
                found[name].append(seconds)
    return found


def in_own_process(title: Path) -> Costs:
    """Nothing where the system does not tell what a living process has taken, as macOS does not in /proc."""
    if not Path("/proc").is_dir():
        return {}
    with tempfile.TemporaryDirectory() as room:
        own = shutil.copytree(title, Path(room) / title.name)
        command = [sys.executable, "-W", "ignore", "-m", "tests.bench.desk", str(own), room]
        found: Costs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def desk_table(found: dict[str, Costs], others: Costs) -> Iterator[str]:
    """What edits cost in each book, and last what the other makers take in the first."""
    books = [book for book, taken in found.items() if taken] or [""]
    yield f"| after one paragraph was edited, CPU s, median | {' | '.join(books)} |"
    yield "|---|" + "---|" * len(books)
    for name in found[books[0]] if books[0] else ():
        yield f"| kanben: {name} | {' | '.join(f'{median(found[book][name]):.2f}' for book in books)} |"
    rest = " | –" * (len(books) - 1)
    for name, taken in others.items():
        yield f"| {name} | {median(taken):.2f}{rest} |"
    yield f"| these together | {median(map(sum, zip(*others.values(), strict=True))):.2f}{rest} |"


if __name__ == "__main__":
    sys.setrecursionlimit(serve.DEEPEST)
    print(json.dumps(desk_costs(Path(sys.argv[1]), Path(sys.argv[2]))))
