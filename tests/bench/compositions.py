"""Measure what composition costs: one layout and one PDF, with it and without it, each in a process of its own."""

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from statistics import median

import weasyprint

from kanben.editions.print import composer
from kanben.editions.print.composer.swift import spared

ROUNDS, TIMES = 3, 10
COST, GROWTH, MEMORY = 1.25, 10.5, 2.5
BODY, END = "<body>", "</body>"


@dataclass(frozen=True, slots=True)
class Made:
    """What one PDF took: seconds of processor time without imports, and megabytes at the most."""

    cpu: float
    memory: float


def make_pdf(page: Path, composing: bool) -> Made:
    """Lay a page's HTML out and write it as PDF, in this process, as the press does in its worker."""
    gc.disable()
    begin = time.process_time()
    with spared():
        if composing:
            composer.install()
        weasyprint.HTML(filename=page).write_pdf(pdf_variant="pdf/ua-1")
    return Made(time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def in_own_process(page: Path, composing: bool) -> Made:
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.compositions", str(page), str(int(composing))]
    return Made(**json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def repeated(page: Path) -> Path:
    """Write a book of ten times the text beside a page."""
    head, _, rest = page.read_text(encoding="utf-8").partition(BODY)
    body, _, foot = rest.rpartition(END)
    longer = page.with_name("longer.html")
    longer.write_text(head + BODY + body * TIMES + END + foot, encoding="utf-8")
    return longer


def composition_table(page: Path) -> Iterator[str]:
    """Give the lines of a table: the ratio to the same book without composition, and the growth to a longer one."""
    pages = {"the book": page, f"{TIMES} times the book": repeated(page)}
    kinds = list(product(pages, (True, False)))
    rounds = [{(name, on): in_own_process(pages[name], on) for name, on in kinds} for _ in range(ROUNDS)]
    yield f"Layout and PDF in one process, {ROUNDS} rounds in turns, medians"
    yield "| | composed, CPU s | without, CPU s | ratio | goal |"
    yield "|---|---|---|---|---|"
    for name in pages:
        with_it, without = (median(made[name, on].cpu for made in rounds) for on in (True, False))
        ratio = median(made[name, True].cpu / made[name, False].cpu for made in rounds)
        yield f"| {name} | {with_it:.2f} | {without:.2f} | {ratio:.2f} | ≤ {COST} |"
    short, long = pages
    time_growth = median(made[long, True].cpu / made[short, True].cpu for made in rounds)
    memory_growth = median(made[long, True].memory / made[short, True].memory for made in rounds)
    yield f"| growth in time | | | {time_growth:.2f} | ≤ {GROWTH} |"
    yield f"| growth in memory | | | {memory_growth:.2f} | ≤ {MEMORY} |"


if __name__ == "__main__":
    print(json.dumps(asdict(make_pdf(Path(sys.argv[1]), sys.argv[2] == "1"))))
