"""Page numbers in a glossary and an index are those of the finished pages, whatever stands before or behind them."""

import re
from pathlib import Path

import pytest

from kanben.editions.print import setting
from kanben.editions.print.edition import print_edition
from kanben.press.title import finished_book
from kanben.press.worker import Worker
from tests.agreement import pdf_pages
from tests.editions.print.pressed import PrintedTitle, press_title
from tests.press.printed_index import expanded
from tests.titles import title_yaml, write_title

PITCH = 17  # pt, of 16k
PARAGRAPH = "河水自西而东，两岸人家隔水相望，往来须绕行数里，乡人集资建成石桥。" * 9
CHAPTER = "# 桥\n\n## 一\n\n" + f"{PARAGRAPH}\n\n" * 9 + f"## 二\n\n{PARAGRAPH}\n\n## 三\n\n" + f"{PARAGRAPH}\n\n" * 4
FILES = {
    "chapters/01.md": CHAPTER,
    "chapters/02.md": CHAPTER,
    "back/conclusion.md": "# 结语\n\n石桥成而路通。\n",
    "glossary.yaml": "- {term: 石桥, definition: 用石头造的桥。}\n",
    "index.yaml": "- 石桥\n",
}


def title(folder: Path, more: str = "") -> Path:
    """Two chapters, then glossary and index, and a part behind them."""
    record = re.sub("back: .*", "back: [glossary, index, back/conclusion.md]", title_yaml(FILES, more))
    return write_title(folder / "bridges", **{**FILES, "title.yaml": record})


def pages_of(printed: PrintedTitle, name: str) -> set[str]:
    """The pages that are printed behind a name the last time: 见第1、3—5页."""
    flow = "|".join(re.sub(r"—\d+—$", "", page.flow) for page in pdf_pages(printed.pdf))  # without folios
    return expanded(re.findall(rf"{name}([0-9、—]+)", flow)[-1])


def labels_of(printed: PrintedTitle, beginning: str) -> set[str]:
    return {label for name, label in printed.pressed.pages.labels.items() if name.startswith(beginning)}


def test_a_glossary_and_an_index_name_pages_behind_them(tmp_path: Path, layout: Worker) -> None:
    printed = press_title(title(tmp_path), layout)
    assert printed.pressed.pages.labels["conclusion"] in labels_of(printed, "t1-u")
    assert pages_of(printed, "见第") == labels_of(printed, "t1-u")
    assert pages_of(printed, "石桥") == labels_of(printed, "x1-u")


def test_where_parts_run_on_all_is_set_again_with_its_pages(tmp_path: Path, layout: Worker) -> None:
    printed = press_title(title(tmp_path, "print: {theme: gongwen}\n"), layout)
    assert printed.pressed.pages.labels["conclusion"] in labels_of(printed, "t1-u")
    assert pages_of(printed, "见第") == labels_of(printed, "t1-u")
    assert pages_of(printed, "石桥") == labels_of(printed, "x1-u")


def test_an_index_has_two_columns_whose_lines_stand_level(tmp_path: Path, layout: Worker) -> None:
    words = [f"{first}{second}桥" for first in "安白长大二分高河" for second in "石木竹铁"]
    files = {
        "chapters/01.md": f"# 桥\n\n{'、'.join(words)}。\n",
        "index.yaml": "".join(f"- {word}\n" for word in words),
    }
    printed = press_title(write_title(tmp_path / "bridges", **files), layout)
    lines = [line for line in printed.lines()[printed.pressed.pages.labels["index"]] if "桥" in line.text]
    left, top = min(line.chars[0].x for line in lines), lines[0].baseline
    assert {line.chars[0].x > left + 100 for line in lines} == {False, True}
    assert {round((line.baseline - top) % PITCH, 1) % PITCH for line in lines} == {0.0}


def test_page_numbers_that_do_not_come_to_rest_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "LAYOUTS", 1)
    laid_out = next(print_edition(finished_book(title(tmp_path), lambda told: None)))
    assert not isinstance(laid_out, bytes)
    assert [str(told) for told in laid_out.troubles] == [
        "title.yaml:6:10: the page numbers in “名词解释” still change after 1 layouts [folios-move]\n"
        "    mend: take an entry out, or add one",
        "title.yaml:6:20: the page numbers in “索引” still change after 1 layouts [folios-move]\n"
        "    mend: take an entry out, or add one",
    ]
