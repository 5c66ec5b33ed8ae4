"""Finished files of strangers are read in a process of their own: what is made to end or to keep it, is refused."""

import os
from dataclasses import replace
from pathlib import Path
from zlib import compress

import pytest

from kanben.limits import CHECK, CHECK_MEMORY, EDITION, EPUB_ELEMENTS, EPUB_ITEMS, YAML
from kanben.proof.epub.proof import check_epub
from kanben.trouble import Stop
from tests.checkers.tiny_epub import tiny_epub
from tests.cli.kanben_command import Kanben
from tests.proof.pdf.set_pages import PLAIN, pdf_of

pytestmark = pytest.mark.usefixtures("nobody_else")


def drawing(content: bytes, *forms: bytes) -> bytes:
    """A PDF of one page, drawn by deflated content and by forms, each of which may draw the next by its name X."""
    unpacked = [content, *forms]
    streams = [compress(each, 9) for each in unpacked]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents 4 0 R"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page + resources(5) + b">>"]
    for number, stream in enumerate(streams, 4):
        kind = b"" if number == 4 else b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources(number + 1)
        facts = b"<</Filter/FlateDecode/Length %d%s>>" % (len(stream), kind)
        objects.append(facts + b"stream\n" + stream + b"\nendstream")
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size %d>>" % (len(objects) + 1)


def resources(form: int) -> bytes:
    return b"/Resources<</XObject<</X %d 0 R>>>>" % form


LINES = drawing(b"0 0 m 1 1 l S " * 1_000_000)
NESTED = drawing(b"/X Do " * 10, *[b"/X Do " * 10] * 5, b"0 0 m 9 9 l S ")
"""A picture that draws ten times what draws ten times, and so on: a few thousand bytes, a million lines."""


@pytest.mark.parametrize("bomb", [LINES, NESTED], ids=["a stream", "forms"])
def test_a_pdf_that_unpacks_to_more_than_the_memory_for_it_is_refused(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bomb: bytes
) -> None:
    monkeypatch.setattr("kanben.press.examiner.CHECK_MEMORY", replace(CHECK_MEMORY, most=200))
    (tmp_path / "b.pdf").write_bytes(bomb)
    ran = kanben("check", "b.pdf")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "b.pdf: the file ends whatever reads it: it needs more than 0.2 GB of memory, or is broken [check-died]\n"
        "    mend: do not hand it on; ask who made it\n"
    )


def test_the_next_file_is_checked_after_one_that_ended_its_reader(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.press.examiner.CHECK_MEMORY", replace(CHECK_MEMORY, most=200))
    (tmp_path / "b.pdf").write_bytes(LINES)
    (tmp_path / "good.pdf").write_bytes(pdf_of(PLAIN))
    ran = kanben("check", "b.pdf", "good.pdf")
    assert "good.pdf: 1 pages" in ran.out


def test_a_file_that_is_not_read_in_its_time_is_refused(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.press.examiner.CHECK", replace(CHECK, most=0))
    tiny_epub(tmp_path / "b.epub", "<h1>桥</h1>")
    assert kanben("check", "b.epub").err.splitlines()[0] == (
        "b.epub: the file cannot be read within 0 s and one more for each page [check-timeout]"
    )


def test_an_epub_that_lists_more_files_than_any_book_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.proof.epub.publication.EPUB_ITEMS", replace(EPUB_ITEMS, most=1))
    with pytest.raises(Stop) as stop:
        check_epub(tiny_epub(tmp_path / "b.epub"))
    assert str(stop.value) == (
        "book.opf: the package lists 2 files; kanben takes 1 [epub-many-items]\n    mend: check each book on its own"
    )


def test_a_page_of_an_epub_with_more_elements_than_a_book_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kanben.proof.epub.publication.EPUB_ELEMENTS", replace(EPUB_ELEMENTS, most=9))
    with pytest.raises(Stop) as stop:
        check_epub(tiny_epub(tmp_path / "b.epub", "<h1>桥</h1>" + "<p>梁</p>" * 5))
    assert str(stop.value) == (
        "c1.xhtml: the page has 10 elements; kanben takes 9 [epub-many-elements]\n    mend: split it at a section"
    )


@pytest.mark.parametrize("command", ["check", "verify"])
def test_a_file_larger_than_any_edition_is_refused_before_it_is_read(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("kanben.press.strangers.refuse_endless.__defaults__", (replace(EDITION, most=9),))
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n%")
    assert kanben(command, "b.pdf").err == (
        "b.pdf: the file has 10 bytes; kanben takes 9 [large-edition]\n    mend: scale its pictures: no shop takes it\n"
    )


@pytest.mark.parametrize("kind", ["a pipe that nobody writes into", "a device", "a folder"])
def test_what_is_no_regular_file_is_not_verified(kanben: Kanben, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "b.pdf"
    if kind == "a folder":
        file.mkdir()
    elif kind == "a device":
        file.symlink_to("/dev/zero")
    else:
        os.mkfifo(file)
    ran = kanben("verify", "b.pdf")
    assert (ran.code, ran.err) == (
        2,
        "b.pdf: b.pdf cannot be read: not a file [unreadable-file]\n    mend: make it a readable file\n",
    )


def test_a_record_without_end_is_not_read(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n")
    with (tmp_path / "release.json").open("wb") as record:
        record.truncate(YAML.most + 1)
    assert kanben("verify", "b.pdf").err.startswith(
        f"release.json: the file has {YAML.most + 1} bytes; kanben takes {YAML.most} [large-yaml]"
    )
