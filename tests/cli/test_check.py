"""`kanben check` proofs a title's source, or a finished PDF or EPUB."""

from pathlib import Path

import pytest

from kanben.cli.proof_table import row
from kanben.proof.pdf.finding import Finding
from tests.cli.kanben_command import Kanben
from tests.proof.pdf.set_pages import PLAIN, han, paragraph, pdf_of
from tests.titles import write_title

FAULTY = paragraph(han(18), "，" + han(19), han(9))

pytestmark = pytest.mark.usefixtures("nobody_else")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with a comma at the start of a line."""
    file = tmp_path / "书.pdf"
    file.write_bytes(pdf_of(PLAIN * 4, FAULTY, PLAIN))
    return file


def test_a_row_for_each_rule(kanben: Kanben, book: Path) -> None:
    ran = kanben("check", book.name)
    rows = ran.out.splitlines()

    assert (ran.code, ran.err) == (1, "")
    assert rows[0] == "书.pdf: 3 pages, body 10 pt, pitch 16 pt, measure 20 em"
    assert rows[3].split() == ["L1", "no", "closing", "mark", "starts", "a", "line", "fails", "1", "0", "3"]
    assert rows[4].split() == ["L2", "no", "opening", "mark", "ends", "a", "line", "ok", "0", "0"]
    assert len({row.index("0") for row in rows[4:6]}) == 1
    assert "1 of 21 rules fail, 10 cannot be measured" in rows


def test_columns_are_aligned_by_the_width_of_chinese(kanben: Kanben, book: Path) -> None:
    kanben.locale("zh_CN.UTF-8")
    rows = kanben("check", book.name).out.splitlines()

    assert rows[0] == "书.pdf：3 页，正文 10 磅，行距 16 磅，版心宽 20 字"
    assert rows[3].startswith("L1    行首无后置标点                不合格    1")
    assert rows[4].startswith("L2    行尾无前置标点                合格      0")


def test_what_is_measured_is_told_in_units_of_each_language(kanben: Kanben, book: Path) -> None:
    assert "2.00 ± 0.02 em" in kanben("check", book.name).out
    kanben.locale("zh_CN.UTF-8")
    told = kanben("check", book.name).out
    assert "2.00 ± 0.02 字" in told
    assert " em" not in told


def test_a_part_of_the_measure_is_told_in_chinese() -> None:
    rule = Finding("N2", "ok", 0.25, "of measure", "0.25 ± 0.02", (), ())
    assert row(rule, "en")[4] == "0.25 ± 0.02 of measure"
    assert row(rule, "zh")[4] == "0.25 ± 0.02 版心"


def test_one_object_for_machines(kanben: Kanben, book: Path) -> None:
    [facts] = kanben("check", book.name, "--json").rows
    rules = facts["rules"]
    assert isinstance(rules, list)
    first = rules[0]

    assert [facts[key] for key in ("file", "pages", "em", "pitch")] == ["书.pdf", 3, 10, 16]
    assert len(rules) == 21
    assert {key: first[key] for key in ("id", "verdict", "figure", "goal", "unit", "pages")} == {
        "id": "L1", "verdict": "fail", "figure": 1, "goal": "0", "unit": "", "pages": [3],
    }  # fmt: skip
    [line] = first["lines"]
    assert (line["page"], line["text"][0], len(line["box"])) == (3, "，", 4)


def test_offending_pages_are_shown(kanben: Kanben, book: Path, tmp_path: Path) -> None:
    assert kanben("check", book.name, "--show", "proofs").code == 1
    assert [path.name for path in (tmp_path / "proofs").iterdir()] == ["page-003.png"]


def test_a_right_book_is_passed(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "right.pdf").write_bytes(pdf_of(PLAIN * 5))

    assert kanben("check", "right.pdf").code == 0


def test_a_broken_file_is_a_trouble_with_its_mend(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    ran = kanben("check", "broken.pdf")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "broken.pdf: this is not a PDF that can be read [broken-pdf]",
        "    mend: make the file anew, or open and save it in another program",
    ]


@pytest.mark.parametrize(
    "arguments", [["book.mobi"], ["none.pdf"], ["none.epub"], ["nothing"], ["bridges", "--show", "x"], []]
)
def test_other_things_are_a_wrong_use(kanben: Kanben, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "book.mobi").write_bytes(b"PK")
    write_title(tmp_path / "bridges")
    ran = kanben("check", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err


def test_other_files_are_refused_with_what_is_checked(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "book.mobi").write_bytes(b"PK")

    assert "kanben check takes titles, PDF and EPUB files, folders of editions" in kanben("check", "book.mobi").err


def test_wrong_uses_are_told_in_chinese(kanben: Kanben, tmp_path: Path) -> None:
    kanben.locale("zh_CN.UTF-8")
    (tmp_path / "book.mobi").write_bytes(b"PK")

    assert "book.mobi 不是书稿、PDF 或 EPUB" in kanben("check", "book.mobi").err
    assert "找不到 none.pdf" in kanben("check", "none.pdf").err


def test_a_pdf_an_epub_and_a_title_in_one_run(kanben: Kanben, book: Path, epub: Path) -> None:
    write_title(epub.parent / "bridges")
    out = kanben("check", "bridges", book.name, epub.name).out

    assert (out.count("of 21 rules fail"), out.count("of 17 rules fail")) == (1, 1)
