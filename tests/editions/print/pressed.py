"""Press the digest and small titles in print only, with other settings than their own."""

import shutil
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pypdfium2

from kanben.press.title import Pressed, press
from kanben.press.worker import Worker
from tests.agreement import squeeze
from tests.pdf_lines import Line, read_lines
from tests.real_titles import DIGEST


@dataclass(frozen=True)
class PrintedTitle:
    """A title's finished PDF, and what print told of it."""

    pressed: Pressed

    @property
    def pdf(self) -> bytes:
        return self.pressed.files[f"{self.pressed.name}.pdf"]

    def words(self) -> dict[str, str]:
        """The words of each page by its label, without white space; blank pages have none."""
        document = pypdfium2.PdfDocument(self.pdf)
        return {
            document.get_page_label(n): squeeze(page.get_textpage().get_text_range()) for n, page in enumerate(document)
        }

    def lines(self) -> dict[str, list[Line]]:
        """The lines of each page by its label."""
        return labelled_lines(self.pdf)


@lru_cache(1)
def labelled_lines(pdf: bytes) -> dict[str, list[Line]]:
    document = pypdfium2.PdfDocument(pdf)
    found: dict[str, list[Line]] = {document.get_page_label(n): [] for n in range(len(document))}
    for line in read_lines(pdf):
        found[document.get_page_label(line.page - 1)].append(line)
    return found


def press_title(folder: Path, layout: Worker) -> PrintedTitle:
    return PrintedTitle(press(folder, layout, ("print",)))


def press_digest(folder: Path, layout: Worker, **changes: str) -> PrintedTitle:
    """The digest with other lines in its title.yaml: `numbering="…"` replaces the line of that key, or adds it."""
    shutil.copytree(DIGEST, folder)
    record = (folder / "title.yaml").read_text("utf-8").splitlines()
    kept = [line for line in record if line.partition(":")[0] not in changes]
    lines = [*kept, *(f"{key}: {value}" for key, value in changes.items())]
    (folder / "title.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    return press_title(folder, layout)
