"""What programs that are not ours read in a PDF: its structure, its boxes, its plates."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from tests.checkers.running import run

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
Box = tuple[float, ...]


@dataclass
class Told:
    """An element as poppler tells it; text is what stands directly in it."""

    tag: str
    inner: "list[Told]"
    text: str = ""

    def words(self) -> str:
        return self.text + "".join(kid.words() for kid in self.inner)

    def all(self, tag: str) -> "list[Told]":
        return [each for each in self.walk() if each.tag == tag]

    def walk(self) -> "Iterator[Told]":
        yield self
        for kid in self.inner:
            yield from kid.walk()


def structure(pdf: Path) -> Told:
    """The structure tree, by pdfinfo."""
    root = Told("", [])
    path: list[tuple[int, Told]] = [(-1, root)]
    for line in run(["pdfinfo", "-struct-text", str(pdf)]).stdout.splitlines():
        depth = len(line) - len(line.lstrip())
        path = [step for step in path if step[0] < depth]
        if line.lstrip().startswith('"'):
            path[-1][1].text += line.strip().strip('"')
        elif found := re.match(r"\s*([A-Z]\w*)( <[^>]*>)?( \((block|inline)\))?:?$", line):
            element = Told(found[1], [])
            path[-1][1].inner.append(element)
            path.append((depth, element))
    return root.inner[0]


def objects(pdf: Path) -> list[Any]:
    """All objects of a file, as qpdf gives them in JSON."""
    told = json.loads(run(["qpdf", "--json", "--json-key=qpdf", str(pdf)]).stdout)["qpdf"][1]
    values = [held.get("value", held.get("stream", {}).get("dict")) for held in told.values()]
    return [value for value in values if isinstance(value, dict)]


def boxes(pdf: Path) -> dict[str, list[Box]]:
    """Each kind of box on each page, by pdfinfo."""
    found: dict[str, list[Box]] = {}
    for line in run(["pdfinfo", "-box", "-f", "1", "-l", "9999", str(pdf)]).stdout.splitlines():
        if row := re.match(r"Page\s+\d+ (\w+Box):\s+(.*)", line):
            found.setdefault(row[1], []).append(tuple(float(side) for side in row[2].split()))
    return found


def content(pdf: Path) -> bytes:
    """The whole file unpacked, by qpdf: every operator can be read."""
    out = pdf.with_suffix(".plain.pdf")
    run(["qpdf", "--qdf", "--object-streams=disable", str(pdf), str(out)])
    return out.read_bytes()


def plates(pdf: Path, page: int, folder: Path, cropped: bool = False) -> dict[str, int]:
    """How dark the darkest spot of each plate is, from 0 to 255, by Ghostscript."""
    crop = ["-dUseTrimBox"] if cropped else []
    quiet = ["-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r72", *crop]
    done = run(["gs", *quiet, f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={folder}/p.tif", str(pdf)])
    assert done.returncode == 0, done.stderr
    return {plate: 255 - min(Image.open(folder / f"p({plate}).tif").convert("L").tobytes()) for plate in PLATES}


def ink_cover(pdf: Path, trimmed: bool = False) -> list[list[float]]:
    """How much of each page each ink covers, by Ghostscript's inkcov."""
    crop = ["-dUseTrimBox"] if trimmed else []
    rows = run(["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", *crop, "-sDEVICE=inkcov", "-o", "-", str(pdf)]).stdout
    return [[float(part) for part in row.split()[:4]] for row in rows.splitlines()]
