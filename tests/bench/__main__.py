"""Measure kanben and others on the same books, all in turns in one run; write the tables to out/bench/."""

import argparse
import json
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.bench.cold import Costs, cold_table, costs, growth_table
from tests.bench.compositions import composition_table
from tests.bench.edits import edits_costs, edits_table, repeated
from tests.bench.machine import machine
from tests.bench.makers import Case
from tests.bench.print_html import PRINT
from tests.bench.warm import rival_costs
from tests.real_titles import DIGEST, MANUSCRIPT, ROOT, import_report

TIMES = 10
SLOW = ("pandoc and XeLaTeX", "Vivliostyle")
"""Not asked for the long book, which takes them minutes."""
OUT = ROOT / "out" / "bench"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=5, help="so often each maker makes the book")
    asked.add_argument("--long-rounds", type=int, default=3, help=f"and one of {TIMES} times its length")
    wish = asked.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, (OUT / "bench.md").open("w", encoding="utf-8") as file:
        for line in measured(Path(name), wish.rounds, wish.long_rounds):
            print(line, flush=True)
            print(line, file=file, flush=True)


def measured(folder: Path, rounds: int, long_rounds: int) -> Iterator[str]:
    """The lines of the tables, each table once it is measured; the figures of every run go to bench.json."""
    title = import_report(folder / "report") if MANUSCRIPT.exists() else DIGEST
    book, long = Case(title, made(folder / "book")), Case(repeated(title, folder), made(folder / "long"))
    here, names = machine(), ("the book", f"{TIMES} times the book")
    yield f"{title.name}, all in turns in one run, medians of {rounds} rounds ({long_rounds} of the long book)"
    yield ", ".join(f"{name}: {value}" for name, value in here.items())
    edits, others = edits_costs(dict(zip(names, (title, long.title), strict=True))), rival_costs(book)
    yield from ("", *edits_table(edits, others))
    short_costs = costs(book, rounds)
    yield from ("", *cold_table(short_costs))
    long_costs = costs(long, long_rounds, SLOW)
    yield from ("", *growth_table(short_costs, long_costs, TIMES))
    cold = dict(zip(names, map(told, (short_costs, long_costs)), strict=True))
    figures = {"machine": here, "cold": cold, "edited": edits, "edited, others": others}
    (OUT / "bench.json").write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", "utf-8")
    yield from ("", *composition_table(book.room / PRINT))


def told(found: Costs) -> list[dict[str, object]]:
    return [
        {"maker": maker.name, "makes": maker.makes, "rounds": [asdict(cost) for cost in taken]}
        for maker, taken in found.items()
    ]


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
