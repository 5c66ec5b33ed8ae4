"""What makes books: kanben, and what it is measured against, each with the command that makes the same book."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from kanben.book.book import Book
from kanben.pandoc.program import find_pandoc
from kanben.press.title import finished_book
from tests.bench.print_html import write_print_html
from tests.bench.typst_source import write_typst

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


@dataclass(frozen=True, slots=True)
class Maker:
    """Without a command it is not installed here."""

    name: str
    makes: str
    command: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A book to be made: its title folder, and a room beside it where each maker finds it in its own form."""

    title: Path
    room: Path

    @property
    def book(self) -> Book:
        return finished_book(self.title, lambda _: None)


def makers(case: Case) -> Iterator[Maker]:
    """kanben first, then the others; what they make lies in the room."""
    book = case.book
    page, document = write_print_html(book, case.room), write_typst(book, case.room)
    kanben = (sys.executable, "-c", "from kanben.cli import main; main()", "build", "--no-cache", str(case.title))
    yield Maker("kanben", "PDF, EPUB, web", (*kanben, "--out", str(case.room / "out")))
    yield Maker("WeasyPrint", "PDF", (sys.executable, "-m", "weasyprint", str(page), str(case.room / "plain.pdf")))
    for kind, made in (("EPUB", "pandoc.epub"), ("HTML", "pandoc.html")):
        yield Maker("pandoc", kind, pandoc(case, book, made))
    yield Maker("Typst", "PDF", (sys.executable, "-c", TYPST, str(document), str(case.room / "typst.pdf")))
    latex = pandoc(
        case, book, "latex.pdf", "--pdf-engine=xelatex", "--top-level-division=chapter", "-Vdocumentclass=ctexbook"
    )
    yield Maker("pandoc and XeLaTeX", "PDF", latex if shutil.which("xelatex") else ())
    yield Maker("Vivliostyle", "PDF", vivliostyle(page, case.room / "vivliostyle.pdf"))


def pandoc(case: Case, book: Book, made: str, *more: str) -> tuple[str, ...]:
    """pandoc on the title's own chapters, with its works."""
    settings = yaml.safe_load((case.title / "title.yaml").read_text("utf-8"))
    files = [name for names in settings["parts"].values() for name in names if name.endswith(".md")]
    works = case.title / "references.yaml"
    cited = ("--citeproc", f"--bibliography={works}") if works.exists() else ()
    about = ("--metadata", f"title={book.record.full_title}", "--metadata", f"lang={book.record.language}")
    how = ("--from=markdown", "--file-scope", "--standalone", "--toc", f"--resource-path={case.title}")
    names = (str(case.title / name) for name in files)
    return (find_pandoc(), *how, *about, *cited, *more, *names, "--output", str(case.room / made))


def vivliostyle(page: Path, made: Path) -> tuple[str, ...]:
    """It sets the same HTML as WeasyPrint, in a browser of this machine."""
    program = shutil.which("vivliostyle")
    browser = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not program or not browser:
        return ()
    patience = ("--timeout", "1800")  # s
    return (program, "build", str(page), "--output", str(made), "--executable-browser", browser, *patience)
