"""Time whole processes: kanben making three editions, plain WeasyPrint making one PDF of the same print HTML."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from kanben.press.title import finished_book
from tests.bench.compositions import composition_table
from tests.bench.edits import edits_table
from tests.bench.print_html import write_print_html
from tests.real_titles import DIGEST, MANUSCRIPT, import_report

ROUNDS = 5
KANBEN = [sys.executable, "-c", "from kanben.cli import main; main()", "build", "--no-cache"]
WEASYPRINT = [sys.executable, "-m", "weasyprint"]
GOAL = 1.0


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds of one run: on the clock, and of all processors together."""

    wall: float
    cpu: float


def run(command: list[str]) -> Time:
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    wall, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Time(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        title = import_report(folder / "report") if MANUSCRIPT.exists() else DIGEST
        page = write_print_html(finished_book(title, lambda _: None), folder)
        ours = [*KANBEN, str(title), "--out", str(folder / "out")]
        plain = [*WEASYPRINT, str(page), str(folder / "plain.pdf")]
        rounds = [(run(ours), run(plain)) for _ in range(ROUNDS)]
        composition = list(composition_table(page))
        edits = list(edits_table(title))
    print(f"{title.name}, {ROUNDS} rounds in turns, medians; {os.cpu_count()} cores")
    print("| | kanben, 3 editions | plain WeasyPrint, 1 PDF | ratio | goal |")
    print("|---|---|---|---|---|")
    for name in ("wall", "cpu"):
        a, b = (median(getattr(turn[n], name) for turn in rounds) for n in (0, 1))
        ratio = median(getattr(ours, name) / getattr(plain, name) for ours, plain in rounds)
        print(f"| {name} s | {a:.2f} | {b:.2f} | {ratio:.2f} | ≤ {GOAL} |")
    print("", *composition, "", *edits, sep="\n")


if __name__ == "__main__":
    main()
