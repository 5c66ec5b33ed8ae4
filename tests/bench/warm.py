"""Measure what one edited paragraph costs other makers: Typst where its compiler lives on, pandoc anew each time."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.makers import Case, makers
from tests.bench.timing import run

EDITS = 6
INSERTED = "新"
PARAGRAPH = 100  # characters: shorter ones are headings and notes
Costs = dict[str, list[float]]


def edited(document: Path) -> Iterator[str]:
    """A document's words, each time with a character more in another of its paragraphs."""
    blocks = document.read_text("utf-8").split("\n\n")
    long = [n for n, block in enumerate(blocks) if len(block) > PARAGRAPH and "\u4e00" <= block[0] <= "\u9fff"]
    for k in range(EDITS):
        at = long[k * len(long) // EDITS]
        yield "\n\n".join(block + INSERTED * (n == at) for n, block in enumerate(blocks))


def typst_costs(document: Path) -> list[float]:
    """Processor time from the saved document to the PDF on the disk, in a compiler that made the book before."""
    import typst

    compiler, made = typst.Compiler(document), document.with_suffix(".pdf")
    compiler.compile(output=made)
    found: list[float] = []
    for words in edited(document):
        document.write_text(words, "utf-8")
        begin = time.process_time()
        compiler.compile(output=made)
        found.append(time.process_time() - begin)
    return found


def rival_costs(case: Case) -> Costs:
    """Seconds of processor time, for each edit in turn; the makers' files lie in the case's room."""
    others = {f"{maker.name} {maker.makes}": maker.command for maker in makers(case) if maker.name == "pandoc"}
    found: Costs = {name: [] for name in others}
    for _ in range(EDITS):
        for name, command in others.items():
            found[name].append(run(command, case.room).cpu)
    document = case.room / f"{case.book.name}.typ"
    command = [sys.executable, "-m", "tests.bench.warm", str(document)]
    told: Any = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {"Typst PDF": told, **found}


if __name__ == "__main__":
    print(json.dumps(typst_costs(Path(sys.argv[1]))))
