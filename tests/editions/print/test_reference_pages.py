"""Where print names the page of what is referred to."""

from pathlib import Path

import pytest

from kanben.editions.print.reference_pages import opening
from kanben.press.title import press
from kanben.press.worker import worker
from tests.agreement import pdf_pages, squeeze
from tests.titles import PICTURE, UUID, write_title

FIGURE = "![拱](images/arch.svg){#arch}\n\n"
FIRST = "# 甲\n\n## 拱 {#arches}\n\n近处见[](#arch)，后文见[](#beam)，又见[](#second)。\n\n" + FIGURE
SECOND = (
    "# 乙 {#second}\n\n![梁](images/beam.svg){#beam}\n\n梁在上面。\n\n"
    "前文见[](#arch)、[](#arches)、[上图](#beam)，注中不说。[^n]\n\n[^n]: 见[](#arch)。\n"
)


def title(folder: Path, wanted: bool) -> Path:
    yaml = (
        f"title: 桥\nidentifiers: {{uuid: {UUID}}}\nparts: {{body: [chapters/01.md, chapters/02.md]}}\n"
        f"print: {{reference-pages: {str(wanted).lower()}}}\n"
    )
    files = {"title.yaml": yaml, "chapters/01.md": FIRST, "chapters/02.md": SECOND}
    return write_title(folder, **files, **{"images/arch.svg": PICTURE, "images/beam.svg": PICTURE})


def printed(folder: Path, wanted: bool) -> tuple[str, set[str]]:
    """The words of the pages with their notes, and the ids whose folios the other editions learn."""
    with worker() as layout:
        pressed = press(title(folder / "book", wanted), layout, ("print",))
    pages = pdf_pages(pressed.files["book.pdf"])
    return squeeze("".join(page.flow + "".join(page.notes) for page in pages)), set(pressed.pages.labels)


def test_what_stands_on_another_opening_is_named_with_its_page(tmp_path: Path) -> None:
    words, ids = printed(tmp_path, True)
    assert "近处见图1-1，后文见图2-1（第3页），又见第二章。" in words
    # picture and line fill the page, so the reference stands on the verso of the same leaf: another opening
    assert "前文见图1-1（第1页）、1.1（第1页）、上图（第3页），注中不说。" in words
    assert "见图1-1。" in words
    assert not any("-x" in each for each in ids)


def test_no_page_is_named_unless_the_editor_wants_it(tmp_path: Path) -> None:
    words, _ = printed(tmp_path, False)
    assert "近处见图1-1，后文见图2-1，又见第二章。" in words


@pytest.mark.parametrize(("one", "other", "same"), [("2", "3", True), ("1", "2", False), ("iv", "4", False)])
def test_verso_and_recto_are_one_opening(one: str, other: str, same: bool) -> None:
    assert (opening(one) == opening(other)) == same
