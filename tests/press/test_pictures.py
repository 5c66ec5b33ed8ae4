"""A photograph through a whole build: made once for web and EPUB, whole in print, the same bytes each time."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from kanben.pandoc.program import remembering
from kanben.press.title import Pressed, press
from kanben.press.worker import worker
from tests.made_pictures import exif, jpeg, opened
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
    title = write_title(folder / "bridges", **{"chapters/01.md": CHAPTER, "images/a.jpg": photo})
    with remembering(memory), worker() as layout:
        return press(title, layout), asked


def test_web_and_epub_share_the_picture_that_was_made_once_and_print_has_all_of_it(tmp_path: Path) -> None:
    pressed, asked = built(tmp_path / "a")
    shown = pressed.files["web/images/a.jpg"]
    assert len(asked) == 1
    assert opened(shown).size == (320, 2400)
    with zipfile.ZipFile(io.BytesIO(pressed.files["bridges.epub"])) as archive:
        assert archive.read("EPUB/images/a.jpg") == shown
    document = pypdfium2.PdfDocument(pressed.files["bridges.pdf"])
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    sizes = [thing.get_px_size() for page in document for thing in page.get_objects() if thing.type == kind]
    assert sizes == [(400, 3000)]
    assert all(b"Kamera" not in data for data in pressed.files.values())
    again, _ = built(tmp_path / "b")
    assert again.files == pressed.files
