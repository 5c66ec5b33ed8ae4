"""A small book of every construct, in all three editions, file by file: `pytest --accept` takes a change over."""

import re
from pathlib import Path

import pytest

from tests.agreement import PdfPage, differences, epub_parts, pdf_pages
from tests.real_titles import BOOKS, RealTitle
from tests.shelf import Shelf
from tests.titles import write_files

GOLDEN = Path(__file__).parents[1] / "golden"


def read(title: RealTitle, out: Path) -> dict[str, bytes]:
    """All that can be read of the editions: web pages, the EPUB's own files, and the words of each print page."""
    files = title.pressed.files
    assert differences(write_files(out, files)) == []
    shown = {name: weightless(data) for name, data in files.items() if name.startswith("web/") and readable(name)}
    inside = epub_parts(title.epub)
    shown |= {f"epub/{name}": data for name, data in inside.items() if readable(name)}
    pages = pdf_pages(title.pdf)
    return shown | {"print.txt": "".join(map(line, pages)).encode()}


def line(page: PdfPage) -> str:
    """A page's label, head, words, notes and folio."""
    return f"[{page.label}] {page.head} | {page.flow} | {' '.join(page.notes)} | {page.folio}\n"


def weightless(page: bytes) -> bytes:
    """A page without the sizes of files, which hang upon the machine's fonts."""
    return re.sub(rb"[\d.]+ [kM]B</span>", b"</span>", page)


def readable(name: str) -> bool:
    """Styles and scripts are the templates' own, pictures the title's."""
    return name.endswith((".html", ".xhtml", ".opf", ".ncx", ".xml"))


@pytest.mark.parametrize("title", sorted(BOOKS.iterdir()), ids=lambda title: title.name)
def test_the_editions_are_those_that_were_looked_at(
    title: Path, shelf: Shelf, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    files, folder = read(shelf.title(title), tmp_path), GOLDEN / title.name
    if request.config.getoption("--accept"):
        for path in folder.rglob("*"):
            if path.is_file():
                path.unlink()
        write_files(folder, files)
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert sorted(files) == sorted(kept)
    for name, data in files.items():
        assert data.decode() == kept[name].decode(), name
