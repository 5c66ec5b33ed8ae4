"""A figure that nearly fits what is left of a page is made smaller, and leaves no hole behind."""

from pathlib import Path

from kanben.press.worker import Worker
from tests.editions.print.pressed import press_title
from tests.titles import title_yaml, write_title

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="760" height="380">'
    '<rect width="200" height="100"/></svg>\n'
)


def page_of_figure(folder: Path, layout: Worker, lines: int) -> str:
    """The page on which a figure of 15 lines stands that follows a heading and so many lines of text."""
    text = "".join(f"桥{'者' * 30}\n\n" for _ in range(lines))
    chapter = f'# 论桥\n\n{text}![桥影](bridge.svg){{alt="一桥"}}\n\n图后的话。\n'
    files = {"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": chapter, "bridge.svg": PICTURE}
    return press_title(write_title(folder, **files), layout).pressed.pages.labels["ch01-f1"]


def test_a_figure_that_nearly_fits_is_made_smaller(layout: Worker, tmp_path: Path) -> None:
    assert page_of_figure(tmp_path / "roomy", layout, 6) == "1"
    assert page_of_figure(tmp_path / "near", layout, 15) == "1"


def test_a_figure_that_lacks_much_stays_as_it_is_on_the_next_page(layout: Worker, tmp_path: Path) -> None:
    assert page_of_figure(tmp_path / "far", layout, 22) == "2"


def test_a_chart_whose_words_would_become_too_small_stays_as_it_is(layout: Worker, tmp_path: Path) -> None:
    assert page_of_chart(tmp_path / "roomy", layout, 6) == "1"
    assert page_of_chart(tmp_path / "near", layout, 15) == "2"


def page_of_chart(folder: Path, layout: Worker, lines: int) -> str:
    """The page on which a chart stands that follows so many lines of text."""
    text = "".join(f"桥{'者' * 30}\n\n" for _ in range(lines))
    chapter = f"# 论桥\n\n{text}![桥数](a.csv){{.chart kind=column}}\n\n图后的话。\n"
    files = {"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": chapter, "a.csv": "年,数\n甲,1\n乙,2\n"}
    return press_title(write_title(folder, **files), layout).pressed.pages.labels["ch01-f1"]
