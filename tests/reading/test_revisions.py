"""revisions.yaml: the page that says what was new in each version of the book."""

from pathlib import Path

import pytest

from kanben.book.blocks import Table
from kanben.book.inlines import LineBreak, Text
from kanben.book.text import text_of
from kanben.book.walk import walk
from tests.titles import title_yaml
from tests.told import Files, book_of, check

FILE = "revisions.yaml"
TWO = '- {version: "1.1", date: 2026-11-25, note: 改正图2-1。}\n- {version: "1.0", date: 2026-09, note: 第一次发布。}\n'
SHAPE = "- {version: …, date: …, note: …}"


def with_list(text: str) -> Files:
    return {"title.yaml": title_yaml(["chapters/01.md", FILE]), "chapters/01.md": "# 桥\n\n木桥。\n", FILE: text}


def rows(folder: Path, text: str) -> list[list[str]]:
    """The cells of each row of the page, its head first."""
    part = book_of(folder, with_list(text)).parts[-1]
    (table,) = part.blocks
    assert isinstance(table, Table) and (part.kind, part.id, table.label) == ("revisions", "revisions", "")
    assert text_of(part.heading) == "修订记录"
    return [[text_of(cell) for cell in row.cells] for row in (*table.head, *table.body)]


def test_each_version_is_a_row_in_the_order_of_the_list(tmp_path: Path) -> None:
    assert rows(tmp_path, TWO) == [
        ["版本", "日期", "修订内容"],
        ["1.1", "2026年11月25日", "改正图2-1。"],
        ["1.0", "2026年9月", "第一次发布。"],
    ]


def test_without_dates_there_is_no_column_of_them(tmp_path: Path) -> None:
    assert rows(tmp_path, '- {version: "1.0", note: 第一次发布。}') == [["版本", "修订内容"], ["1.0", "第一次发布。"]]


def test_the_lines_of_a_note_stay_lines(tmp_path: Path) -> None:
    book = book_of(tmp_path, with_list('- version: "1.0"\n  note: |\n    改正错字。\n    增加索引。\n'))
    words = [node for node in walk(book.parts[-1].blocks) if isinstance(node, Text | LineBreak)]
    assert [type(each) for each in words[-3:]] == [Text, LineBreak, Text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", f"revisions.yaml:1:1: revisions.yaml cannot be “[]” [wrong-value]\n> write {SHAPE}"),
        ('- {version: "1.0"}', "revisions.yaml:1:3: note is missing [missing-key]\n> add note"),
        (
            '- {version: "1.0", note: 改, date: 昨天}',
            "revisions.yaml:1:29: date cannot be “昨天” [wrong-value]\n> write 2026 / 2026-11 / 2026-11-23",
        ),
    ],
)
def test_what_is_no_list_of_versions_is_told(tmp_path: Path, text: str, expected: str) -> None:
    check(tmp_path, with_list(text), expected)


def test_a_list_that_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    files = with_list(TWO)
    del files[FILE]
    expected = "title.yaml:6:10: revisions.yaml is not there [missing-file]\n"
    check(tmp_path, files, expected + "> create it, or take its name out of title.yaml")
