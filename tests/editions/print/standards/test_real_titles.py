"""The real titles in every variant."""

from pathlib import Path

import page as page_validation
import pypdfium2
import pytest

from kanben.book.book import Variant
from kanben.book.inlines import Note
from kanben.book.walk import walk
from kanben.press.title import Pressed
from tests.checkers.pdf import drawing_faults, syntax_faults, ua_failures
from tests.editions.print.standards.small_book import pdf_of, pressed
from tests.editions.print.standards.told import Told, ink_cover, structure
from tests.real_titles import RealTitle


def written(title: RealTitle, variant: Variant, folder: Path) -> tuple[Pressed, Path]:
    made = pressed(title.folder, variant)
    pdf = folder / "title.pdf"
    pdf.write_bytes(pdf_of(made.files))
    assert made.pages == title.pressed.pages
    assert syntax_faults(pdf) == ()
    assert drawing_faults(pdf) == ()
    return made, pdf


def test_for_the_archive(title: RealTitle, tmp_path: Path) -> None:
    _, pdf = written(title, "pdf/a-3u", tmp_path)
    profile = page_validation.ValidationProfile.PDF_A_3U
    assert page_validation.validate_pdf(str(pdf), profile=profile).failures == []
    assert ua_failures(pdf) == ()


def test_for_the_press_only_pages_with_colours_need_more_than_black(title: RealTitle, tmp_path: Path) -> None:
    _, pdf = written(title, "pdf/x-4", tmp_path)
    in_four = [n for n, inks in enumerate(ink_cover(pdf, trimmed=True)) if sum(inks[:3]) > 0]
    assert in_four == [n for n, page in enumerate(pypdfium2.PdfDocument(title.pdf)) if shows_colour(page)]


def shows_colour(page: pypdfium2.PdfPage) -> bool:
    """Whether any spot of a page on the screen is neither black nor white nor grey."""
    red, green, blue = page.render(scale=0.5).to_pil().convert("RGB").split()
    return not red.tobytes() == green.tobytes() == blue.tobytes()


@pytest.fixture(scope="module")
def tree(title: RealTitle, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The structure tree of a title; poppler takes seconds to tell it."""
    pdf = tmp_path_factory.mktemp("tree") / "title.pdf"
    pdf.write_bytes(title.pdf)
    return structure(pdf)


@pytest.mark.parametrize("tag", ["Note", "TOCI"])
def test_notes_and_contents_are_all_told(title: RealTitle, tree: Told, tag: str) -> None:
    told = tree.all(tag)
    if tag == "Note":
        calls = [node for node in walk(title.book) if isinstance(node, Note)]
        assert len(told) == len(calls)
        assert all(note.inner[0].tag == "Lbl" for note in told)
    else:
        lines = [entry for outer in title.book.contents for entry in (outer, *outer.entries)]
        assert len(told) == len(lines)
        assert all(len(line.all("Link")) >= 2 for line in told)
