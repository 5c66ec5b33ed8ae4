"""The book that Typst is measured on says what ours says, so that both do the same work."""

from pathlib import Path

import pypdfium2
import typst

from kanben.press.title import finished_book
from tests.bench.typst_source import write_typst
from tests.titles import write_title

CHAPTER = """# 桥 #1

石桥*在前*，**木桥**在后[^1]；`a_b`、$x$。

- 甲 [乙](https://example.org/a_b)
- 丙

| 桥 | 孔 |
|----|----|
| 石桥 | 三 |

: 桥表 {#spans}

![桥图](images/bridge.svg)

[^1]: 《桥记》<1>，某社 @ 某地。
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'


def test_typst_sets_the_words_notes_lists_tables_and_figures_of_the_book(tmp_path: Path) -> None:
    title = write_title(tmp_path / "bridges", **{"chapters/01.md": CHAPTER, "images/bridge.svg": PICTURE})
    document = write_typst(finished_book(title, lambda _: None), tmp_path)
    pdf, warnings = typst.compile_with_warnings(document)
    with pypdfium2.PdfDocument(pdf) as made:
        words = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in made)
    said = (
        "桥#1",
        "石桥在前，木桥在后①；a_b、x。",
        "①《桥记》<1>，某社@某地。",
        "甲乙",
        "丙",
        "石桥三",
        "桥表",
        "桥图",
    )
    assert ([each for each in said if each not in words], warnings) == ([], [])
