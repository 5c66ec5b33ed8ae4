"""Measure kanben and others on the same books, all in turns in one run; write the tables to out/bench/."""

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.bench.cold import Costs, cold_table, costs, growth_table
from tests.bench.compositions import composition_table
from tests.bench.desk import desk_table, in_own_process
from tests.bench.edits import edits_table, repeated
from tests.bench.machine import machine
from tests.bench.makers import Case
from tests.bench.print_html import PRINT
from tests.bench.warm import rival_costs
from tests.real_titles import DIGEST, MANUSCRIPT, ROOT, import_report

TIMES = 10
OUT = ROOT / "out" / "bench"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=5, help="so often each maker makes the book")
    asked.add_argument("--long-rounds", type=int, default=3, help=f"and one of {TIMES} times its length")
    wish = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures, lines = measured(Path(name), wish.rounds, wish.long_rounds)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "bench.md").write_text("\n".join(lines) + "\n", "utf-8")
    (OUT / "bench.json").write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(*lines, sep="\n")


def measured(folder: Path, rounds: int, long_rounds: int) -> tuple[dict[str, object], list[str]]:
    """The figures of every run, and tables of their medians."""
    title = import_report(folder / "report") if MANUSCRIPT.exists() else DIGEST
    book = Case(title, made(folder / "book"))
    long = Case(repeated(title, folder), made(folder / "long"))
    here, short_costs, long_costs = machine(), costs(book, rounds), costs(long, long_rounds)
    desk = {"the book": in_own_process(title), f"{TIMES} times the book": in_own_process(long.title)}
    others = rival_costs(book)
    lines = [
        f"{title.name}, all in turns in one run, medians of {rounds} rounds ({long_rounds} of the long book)",
        ", ".join(f"{name}: {value}" for name, value in here.items()),
    ]
    tables = (
        cold_table(short_costs),
        growth_table(short_costs, long_costs, TIMES),
        desk_table(desk, others),
        edits_table(title),
        composition_table(book.room / PRINT),
    )
    lines += [line for table in tables for line in ("", *table)]
    cold = {"the book": told(short_costs), f"{TIMES} times the book": told(long_costs)}
    return {"machine": here, "cold": cold, "edited": desk, "edited, others": others}, lines


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
