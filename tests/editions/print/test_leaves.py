"""What stands on the leaves before and behind the text: only what title.yaml says, and nothing invented."""

from pathlib import Path

import pypdfium2
import pytest

from kanben.editions.print.trims import TRIMS
from kanben.press.worker import Worker
from tests.editions.print.pressed import PrintedTitle, press_title
from tests.pdf_lines import Line
from tests.titles import UUID, title_yaml, write_title

FACTS = """
subtitle: 一本小书
creators:
  - {name: 某甲, role: chief-editor}
  - {name: 某乙, role: translator}
  - {name: 某丙, role: responsible-editor}
publisher: 桥头出版社
address: 桥头街1号
website: https://bridge.example
printer: 路口印刷厂
date: 2026-11-23
edition: 第1版
printing: 2026年11月第1次印刷
price: 9.00元
description: 说桥的小书。
rights: 版权所有
cip: |
  桥/某甲主编
  Ⅰ.①桥…
"""
FULL = title_yaml(["front/preface.md", "chapters/01.md"], FACTS + "print: {half-title: true}\n").replace(
    f"uuid: {UUID}", f"uuid: {UUID}, print-isbn: 978-7-111-11111-5"
)
FILES = {"front/preface.md": "# 前言\n\n序。\n", "chapters/01.md": "# 论桥\n\n桥者，所以济不通也。\n"}


def printed(folder: Path, layout: Worker, **files: str) -> PrintedTitle:
    return press_title(write_title(folder, **files), layout)


@pytest.fixture(scope="module")
def full(layout: Worker, tmp_path_factory: pytest.TempPathFactory) -> PrintedTitle:
    return printed(tmp_path_factory.mktemp("full") / "bridge", layout, **{"title.yaml": FULL, **FILES})


@pytest.fixture(scope="module")
def bare(layout: Worker, tmp_path_factory: pytest.TempPathFactory) -> PrintedTitle:
    """A title that states nothing but its name."""
    return printed(tmp_path_factory.mktemp("bare") / "bridge", layout)


def test_the_leaves_stand_in_the_order_of_a_chinese_book(full: PrintedTitle) -> None:
    assert list(full.words()) == [
        "封面", "封二", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "1", "2", "封三", "封底"
    ]  # fmt: skip
    words = full.words()
    assert words["i"] == "桥"
    assert words["v"].startswith("前言")
    assert words["vii"].startswith("目录")
    assert words["1"].startswith("第一章论桥")


def test_what_faces_a_leaf_is_blank_and_carries_no_folio(full: PrintedTitle) -> None:
    words = full.words()
    assert [words[label] for label in ("封二", "ii", "vi", "viii", "2", "封三")] == [""] * 6


def test_the_title_leaf_names_who_made_the_book_with_what_they_did(full: PrintedTitle) -> None:
    assert full.words()["iii"] == "桥——一本小书某甲主编某乙译桥头出版社"


def test_the_verso_holds_the_catalogue_data_and_the_publishers_record(full: PrintedTitle) -> None:
    facts = [
        "图书在版编目（CIP）数据", "桥/某甲主编", "Ⅰ.①桥…", "书名桥——一本小书", "主编某甲", "译者某乙", "责任编辑某丙",
        "出版发行桥头出版社", "地址桥头街1号", "网址https://bridge.example", "印刷路口印刷厂", "开本185毫米×260毫米",
        "字数16字", "版次2026年11月第1版", "印次2026年11月第1次印刷", "书号ISBN978-7-111-11111-5",
        "定价9.00元", "版权所有",
    ]  # fmt: skip
    assert full.words()["iv"] == "".join(facts)


def test_a_title_that_says_nothing_has_nothing_invented(bare: PrintedTitle) -> None:
    words = bare.words()
    assert words["封面"] == words["i"] == "桥"
    assert words["ii"] == "书名桥开本185毫米×260毫米字数12字"
    assert words["封底"] == ""


def test_the_back_cover_shows_the_barcode_where_there_is_a_number(full: PrintedTitle, bare: PrintedTitle) -> None:
    words = full.words()["封底"]
    assert words.startswith("说桥的小书。ISBN978-7-111-11111-5")
    assert "9787111111115" in words
    assert "定价：9.00元" in words
    assert bars_on_last_page(full.pdf) >= 30
    assert bars_on_last_page(bare.pdf) < 5


def bars_on_last_page(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    page = document[len(document) - 1]
    wanted = [pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    narrow = [bounds for o in page.get_objects(wanted, max_depth=9) if (bounds := o.get_bounds())[2] - bounds[0] < 5]
    return len(narrow)


def test_the_title_on_the_cover_keeps_off_the_frame(layout: Worker, tmp_path: Path) -> None:
    plan = title_yaml(["chapters/01.md"]).replace("title: 桥", f"title: {'桥梁十讲' * 2}之一")
    (title,) = printed(tmp_path, layout, **{"title.yaml": plan}).lines()["封面"]
    width = TRIMS["16k"].width / 25.4 * 72
    frame = width * (0.1125 + 0.775 * 0.038)
    assert (title.left - frame) / title.em > 0.7 < (width - frame - title.right) / title.em


def test_a_title_may_do_without_covers(layout: Worker, tmp_path: Path) -> None:
    plan = title_yaml(["chapters/01.md"], "print: {cover: false}\n")
    assert list(printed(tmp_path, layout, **{"title.yaml": plan}).words()) == ["i", "ii", "iii", "iv", "1"]


def test_a_heading_too_long_for_a_running_head_is_cut_there(layout: Worker, tmp_path: Path) -> None:
    long = "天地玄黄宇宙洪荒日月盈昃辰宿列张" * 4
    plan = title_yaml(["chapters/01.md"]).replace("title: 桥", f"title: {long}")
    chapter = "# 论桥\n\n" + "桥者，所以济不通也。" * 200
    heads = printed(tmp_path, layout, **{"title.yaml": plan, "chapters/01.md": chapter}).lines()["2"]
    assert heads[0].text == f"{long[:43]}…"


def test_the_number_of_a_section_stands_an_em_before_its_title(layout: Worker, tmp_path: Path) -> None:
    chapter = "# 论桥\n\n## 石桥\n\n文。\n\n### 拱桥\n\n文。\n"
    lines = printed(
        tmp_path, layout, **{"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": chapter}
    ).lines()
    heads = [line for line in (*lines["iii"], *lines["1"]) if line.text.startswith("1.1")]
    assert [[round(gap / line.em, 1) for gap in gaps(line, "石拱")] for line in heads] == [[1.0]] * 3


def gaps(line: Line, titles: str) -> list[float]:
    """From the last figure to the first of these characters, in pt."""
    pairs = zip(line.chars, line.chars[1:], strict=False)
    return [
        after.x - before.x - before.width for before, after in pairs if after.text in titles and before.text.isdigit()
    ]
