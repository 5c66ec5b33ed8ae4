"""A part leaves no few lines to a page of their own, where lines can be spared before."""

from pathlib import Path

import pytest

from kanben.press.worker import Worker, worker
from tests.editions.print.pressed import PrintedTitle, press_title
from tests.titles import title_yaml, write_title

PARAGRAPH = "桥者，所以济不通也，" * 7 + "两岸往来人。"
"""On a measure of 38 em three lines, of which the last can be taken in."""
STIFF = "桥" * 75 + "。"
"""Three lines as well, without a mark to squeeze."""


def printed(folder: Path, layout: Worker, *paragraphs: str) -> PrintedTitle:
    chapter = "# 论桥\n\n" + "\n\n".join(paragraphs) + "\n"
    files = {"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": chapter}
    return press_title(write_title(folder, **files), layout)


def heights(book: PrintedTitle) -> list[int]:
    """How many lines of text stand on each page of the chapter that is not blank."""
    pages = [lines for label, lines in book.lines().items() if label.isdigit() and lines]
    return [sum(line.text.count("桥") > 1 or "。" in line.text for line in lines) for lines in pages]


@pytest.mark.parametrize(
    ("paragraph", "count", "pages"),
    [(PARAGRAPH, 21, [26, 16]), (PARAGRAPH, 22, [24, 36, 6]), (STIFF, 21, [24, 36, 3])],
    ids=["few lines", "more lines", "lines that cannot be spared"],
)
def test_few_lines_on_a_page_of_their_own_are_spared_before(
    layout: Worker, tmp_path: Path, paragraph: str, count: int, pages: list[int]
) -> None:
    assert heights(printed(tmp_path / "bridge", layout, *[paragraph] * count)) == pages


def test_after_an_edit_they_are_spared_as_in_a_clean_build(tmp_path: Path) -> None:
    before, after = [PARAGRAPH] * 21, [*[PARAGRAPH] * 9, PARAGRAPH.replace("两岸", "南北"), *[PARAGRAPH] * 11]
    with worker() as kept, worker() as fresh:
        printed(tmp_path / "bridge", kept, *before)
        edited, clean = (printed(tmp_path / "bridge", each, *after) for each in (kept, fresh))
    assert heights(edited) == [26, 16]
    assert edited.pdf == clean.pdf
