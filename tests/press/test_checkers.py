"""What programs that are not ours say of the finished editions."""

import re
from pathlib import Path

from kanben.book.inlines import Note
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.agreement import CIRCLED, epub_parts, squeeze
from tests.checkers.ace import ace
from tests.checkers.axe import axe
from tests.checkers.browser import site
from tests.checkers.epubcheck import epubcheck
from tests.checkers.nu import nu_errors
from tests.checkers.pdf import drawing_faults, fonts, syntax_faults, ua_failures
from tests.checkers.reader import read
from tests.real_titles import RealTitle

NAMED_FONTS = ("Noto-Serif-CJK-SC", "Noto-Sans-CJK-SC", "Noto-Sans-Mono-CJK-SC", "LXGW-WenKai")


def test_epubcheck_finds_no_error_and_no_warning(title: RealTitle, tmp_path: Path) -> None:
    verdict = epubcheck(title.write(tmp_path) / f"{title.book.name}.epub")
    assert verdict.clean, str(verdict)


def test_ace_finds_no_violation(title: RealTitle, tmp_path: Path) -> None:
    assert ace(title.write(tmp_path) / f"{title.book.name}.epub") == ()


def test_a_reading_engine_shows_every_line_of_the_contents_every_page_and_every_note(
    title: RealTitle, tmp_path: Path
) -> None:
    reading = read(title.write(tmp_path) / f"{title.book.name}.epub")
    assert reading.contents and all(shown for _, shown in reading.contents), reading.contents
    assert reading.pages == tuple((start.label, True) for start in title.pressed.pages.starts)
    notes = [node for node in walk(title.book.parts) if isinstance(node, Note)]
    words = {note.id: squeeze(text_of(note.blocks)) for note in notes}
    assert [(call, re.sub(rf"{CIRCLED}|↩\d+", "", squeeze(said))) for call, said in reading.notes] == [
        (f"{note.id}-call", words[note.same or note.id]) for note in notes
    ]


def test_the_nu_checker_finds_no_error_in_the_web_edition(title: RealTitle, tmp_path: Path) -> None:
    assert nu_errors(title.write(tmp_path) / "web") == ()


def test_the_nu_checker_finds_no_error_in_the_documents_of_the_epub(title: RealTitle, tmp_path: Path) -> None:
    for name, document in epub_parts(title.epub).items():
        if name.endswith(".xhtml"):
            (tmp_path / name).write_bytes(document)
    assert nu_errors(tmp_path, xml=True) == ()


def test_axe_finds_no_violation_on_any_page_kind(title: RealTitle, tmp_path: Path) -> None:
    names = [
        "index.html",
        "preface.html",
        "ch01.html",
        "ch05.html",
        "glossary.html",
        "references.html",
        "colophon.html",
    ]
    with site(title.write(tmp_path) / "web") as pages:
        assert axe(pages, names) == ()
        assert pages.outside == []


def test_the_pdf_is_sound_accessible_and_set_in_named_fonts(title: RealTitle, tmp_path: Path) -> None:
    pdf = title.write(tmp_path) / f"{title.book.name}.pdf"
    assert syntax_faults(pdf) == ()
    assert drawing_faults(pdf) == ()
    assert ua_failures(pdf) == ()
    for font in fonts(pdf):
        assert font.embedded and font.subset and font.readable, font
        assert font.name.startswith(NAMED_FONTS), font
