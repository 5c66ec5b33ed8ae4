"""A photograph through a whole build: made once for web and EPUB, whole in print, the same bytes each time."""

import gc
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kanben.book.book import Book
from kanben.book.page_map import PageMap
from kanben.pandoc.program import remembering
from kanben.press import title
from kanben.press.printing import take_layout
from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from kanben.raster.rows import packed_rows
from tests.made_pictures import exif, jpeg, opened, png
from tests.titles import write_title

CHAPTER = "# 论桥\n\n桥者，所以济不通也。\n\n![一座桥](images/a.jpg)\n"


def built(folder: Path) -> tuple[Pressed, list[bytes]]:
    """The editions, and what was asked of the cache about pictures."""
    asked: list[bytes] = []

    def memory(question: bytes, ask: Callable[[], bytes]) -> bytes:
        if question.startswith(b"picture"):
            asked.append(question)
        return ask()

    photo = jpeg(3000, 400, exif=exif(6))
    bridges = write_title(folder / "bridges", **{"chapters/01.md": CHAPTER, "images/a.jpg": photo})
    with remembering(memory), worker() as layout:
        return press(bridges, layout), asked


def pictures_in(pdf: bytes) -> list[pypdfium2.PdfImage]:
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    return [thing for page in pypdfium2.PdfDocument(pdf) for thing in page.get_objects() if thing.type == kind]


def test_web_and_epub_share_the_picture_that_was_made_once_and_print_has_all_of_it(tmp_path: Path) -> None:
    pressed, asked = built(tmp_path / "a")
    shown = pressed.files["web/images/a.jpg"]
    assert len(asked) == 1
    assert opened(shown).size == (320, 2400)
    with zipfile.ZipFile(io.BytesIO(pressed.files["bridges.epub"])) as archive:
        assert archive.read("EPUB/images/a.jpg") == shown
    assert [picture.get_px_size() for picture in pictures_in(pressed.files["bridges.pdf"])] == [(400, 3000)]
    assert all(b"Kamera" not in data for data in pressed.files.values())
    again, _ = built(tmp_path / "b")
    assert again.files == pressed.files


def test_a_png_stands_in_print_as_it_was_packed(tmp_path: Path) -> None:
    data = png(40, 30, compress_level=1)
    files = {"chapters/01.md": CHAPTER.replace("a.jpg", "a.png"), "images/a.png": data}
    with worker() as layout:
        pressed = press(write_title(tmp_path / "bridges", **files), layout, ("print",))

    assert packed_rows(data) in pressed.files["bridges.pdf"]
    (picture,) = pictures_in(pressed.files["bridges.pdf"])
    assert picture.get_bitmap().to_pil().convert("RGB").tobytes() == opened(data).tobytes()


def test_pictures_as_they_were_given_are_let_go_when_screens_have_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, held = jpeg(3000, 40), list[Book]()

    def laid_out(*asked: Any) -> PageMap:
        held.extend(book for book in gc.get_objects() if isinstance(book, Book) and photo in book.pictures.values())
        return take_layout(*asked)

    monkeypatch.setattr(title, "take_layout", laid_out)
    folder = write_title(tmp_path / "bridges", **{"chapters/01.md": CHAPTER, "images/a.jpg": photo})
    with worker() as layout:
        press(folder, layout)

    assert held == []
