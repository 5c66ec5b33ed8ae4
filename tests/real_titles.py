"""The real titles that tests press: the digest in source/, and the report where its manuscript is at hand."""

from dataclasses import dataclass
from pathlib import Path

from kanben.book.book import Book
from kanben.manuscript.importing import import_manuscript
from kanben.press.title import Pressed
from tests.titles import write_files

ROOT = Path(__file__).parents[1]
BOOKS = ROOT / "tests" / "books"
DIGEST = ROOT / "source" / "xinzhi-digest"
HANDBOOK = ROOT / "source" / "handbook"
MANUSCRIPT = ROOT.parent / "shared" / "manuscripts" / "xinzhi-report.txt"


@dataclass(frozen=True, slots=True)
class RealTitle:
    folder: Path
    book: Book
    pressed: Pressed

    @property
    def pdf(self) -> bytes:
        return self.pressed.files[f"{self.book.name}.pdf"]

    @property
    def epub(self) -> bytes:
        return self.pressed.files[f"{self.book.name}.epub"]

    def write(self, out: Path) -> Path:
        """Put all editions below a folder."""
        return write_files(out, self.pressed.files)


def import_report(folder: Path) -> Path:
    imported = import_manuscript(MANUSCRIPT.name, MANUSCRIPT.read_bytes(), frozenset())
    return write_files(folder, imported.files)
