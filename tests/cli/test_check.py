"""`kanben check` proofs a title's source, or a finished PDF or EPUB."""

import re
from pathlib import Path

import pytest

from kanben.cli.check import STORE_NAMES
from kanben.cli.proof_table import row
from kanben.messages.proof_epub import STORES
from kanben.proof.finding import Finding
from tests.checkers.tiny_epub import tiny_epub
from tests.cli.kanben_command import Kanben
from tests.proof.set_pages import PLAIN, han, paragraph, pdf_of
from tests.titles import write_title

FAULTY = paragraph(han(18), "，" + han(19), han(9))


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
    assert rows[-1] == "1 of 21 rules fail, 10 cannot be measured"


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

    assert "kanben check takes title folders, PDF and EPUB files" in kanben("check", "book.mobi").err


def test_a_title_without_faults_is_said_to_have_none(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "source/bridges")
    ran = kanben("check")

    assert (ran.code, ran.out, ran.err) == (0, "", "bridges: no faults found\n")


def test_a_title_is_checked_from_within_its_own_folder(kanben: Kanben, tmp_path: Path) -> None:
    kanben.monkeypatch.chdir(write_title(tmp_path / "bridges"))

    assert kanben("check").err == "bridges: no faults found\n"


def test_errors_and_warnings_of_a_title_are_counted(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n### 梁\n\n[](#nowhere)\n"})

    assert kanben("check", "bridges").err.endswith("bridges: 1 to mend, 1 to look at\n")


def test_wrong_uses_are_told_in_chinese(kanben: Kanben, tmp_path: Path) -> None:
    kanben.locale("zh_CN.UTF-8")
    (tmp_path / "book.mobi").write_bytes(b"PK")

    assert "book.mobi 不是书稿、PDF 或 EPUB" in kanben("check", "book.mobi").err
    assert "找不到 none.pdf" in kanben("check", "none.pdf").err


def test_all_troubles_of_a_source_are_told(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n甲[^a]。\n\n[](#brigde)\n"})
    ran = kanben("check", "bridges", "--json")

    assert ran.code == 1
    assert [row["code"] for row in ran.rows][:2] == ["undefined-note", "unknown-target"]
    assert not (tmp_path / "out").exists()


def test_a_warning_is_told_and_passes(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"glossary.yaml": "- {term: 石桥, definition: 丁}\n"})
    ran = kanben("check", "bridges", "--json")

    assert (ran.code, [row["code"] for row in ran.rows]) == (0, ["unused-term"])


SLIP = "# 桥\n\n石桥,木桥。\n"


def test_a_slip_in_the_chinese_is_told_with_its_column_and_passes(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP})
    ran = kanben("check", "bridges")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "bridges/chapters/01.md:3:3: “石桥,木桥” has a half-width mark in Chinese text [half-width-mark]\n"
        "    mend: write “石桥，木桥”\nbridges: 0 to mend, 1 to look at\n"
    )


def test_a_slip_is_a_row_for_machines(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP})
    kanben.locale("zh_CN.UTF-8")

    assert kanben("check", "bridges", "--json").rows == [
        {
            "code": "half-width-mark",
            "severity": "warning",
            "file": "bridges/chapters/01.md",
            "line": 3,
            "column": 3,
            "what": "“石桥,木桥”：中文里用了半角标点",
            "mend": "请写作“石桥，木桥”",
        }
    ]


def test_slips_are_told_beside_errors(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP + "\n[](#nowhere)\n"})
    ran = kanben("check", "bridges", "--json")

    assert (ran.code, [row["code"] for row in ran.rows]) == (1, ["half-width-mark", "unknown-target"])


def test_a_build_does_not_proofread(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": SLIP, "proof-ignore.yaml": "no list"})
    ran = kanben("build", "bridges", "--edition", "web")

    assert (ran.code, ran.err) == (0, "")


# ---- EPUBs ---------------------------------------------------------------------------------------------------


@pytest.fixture
def epub(tmp_path: Path) -> Path:
    """A small EPUB with a link to nowhere."""
    return tiny_epub(tmp_path / "书.epub", '<h1>第一章</h1>\n<p>见<a href="#x">下文</a>。</p>')


def test_a_row_for_each_rule_of_an_epub_and_each_fault_with_its_mend(kanben: Kanben, epub: Path) -> None:
    ran = kanben("check", epub.name)
    rows = ran.out.splitlines()

    assert (ran.code, ran.err) == (1, "")
    assert rows[0] == "书.epub: EPUB 3.0, 2 pages of XHTML, 0 pictures, 0.00 MB"
    assert [row.split()[0] for row in rows[3:20]] == [f"E{number}" for number in range(1, 18)]
    assert rows[14].split() == ["E12", "every", "link", "leads", "somewhere", "fails", "1", "0", "c1.xhtml:4"]
    at = rows.index("E12  c1.xhtml:4: #x leads to #x, which is not on that page [dead-fragment]")
    assert rows[at + 1] == "    mend: correct the link, or give an element that id"
    assert rows[-1] == "3 of 17 rules fail, 1 warn, 5 find nothing to measure"


def test_an_epub_is_told_in_chinese(kanben: Kanben, epub: Path) -> None:
    kanben.locale("zh_CN.UTF-8")
    rows = kanben("check", epub.name, "--store", "weread").out.splitlines()

    assert rows[0] == "书.epub：EPUB 3.0，XHTML 2 页，图片 0 幅，0.00 MB"
    assert rows[14].startswith("E12   链接皆有去处                      不合格    1")
    assert "E12  c1.xhtml:4: #x 所指的 #x 不在那一页 [dead-fragment]" in rows
    assert any(row.startswith("微信读书  按协议供稿，要求未公开  建议  无从测量") for row in rows)
    assert rows[-1] == "书店要求共 4 条，0 条不合格，1 条提示，2 条无法从文件判断"


def test_what_shops_ask_is_told_with_its_source_and_date(kanben: Kanben, epub: Path) -> None:
    rows = kanben("check", epub.name, "--store", "google", "--store", "weread").out.splitlines()

    [cover] = [row for row in rows if row.startswith("Google Play Books  a cover in the file")]
    assert cover.split()[-4:] == ["must", "fails", "–", "[1]"]
    assert any(re.match(r"\[1\] Google .*, https://support\.google\.com/\S+, looked up 20\d\d-", row) for row in rows)
    assert all("unverified 20" in row for row in rows if row.startswith("WeRead"))


def test_all_shops_at_once(kanben: Kanben, epub: Path) -> None:
    [facts] = kanben("check", epub.name, "--store", "all", "--json").rows
    stores = facts["stores"]
    assert isinstance(stores, list)

    assert {row["store"] for row in stores} == set(STORE_NAMES) == set(STORES)
    assert all(row["looked_up"] and (row["source"] or row["verdict"] != "fail") for row in stores)


def test_one_object_for_machines_of_an_epub(kanben: Kanben, epub: Path) -> None:
    [facts] = kanben("check", epub.name, "--json").rows
    rules = facts["rules"]
    assert isinstance(rules, list)
    [fault] = rules[11]["faults"]

    assert [facts[key] for key in ("file", "version", "pages", "pictures")] == ["书.epub", "3.0", 2, 0]
    assert {key: fault[key] for key in ("code", "severity", "file", "line")} == {
        "code": "dead-fragment", "severity": "error", "file": "c1.xhtml", "line": 4,
    }  # fmt: skip
    assert facts["stores"] == []


def test_many_faults_are_counted_and_the_first_are_told(kanben: Kanben, tmp_path: Path) -> None:
    tiny_epub(tmp_path / "many.epub", "<h1>章</h1>" + "".join(f'<p><a href="#x{n}">见</a></p>' for n in range(20)))
    out = kanben("check", "many.epub").out

    assert (out.count("[dead-fragment]"), "    … and 12 more" in out) == (8, True)


def test_a_broken_epub_is_a_trouble_with_its_mend(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "broken.epub").write_bytes(b"PK")
    ran = kanben("check", "broken.epub")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "broken.epub: this is not an EPUB that can be read: it is no sound zip [broken-epub]",
        "    mend: make the file anew",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["书.epub", "--show", "x"], "--show draws the pages of one PDF: name it alone, and no EPUB"),
        (["bridges", "--store", "apple"], "--store is asked of EPUBs alone: name BOOK.epub"),
        (["书.epub", "bridges", "--store", "apple"], "--store is asked of EPUBs alone: name BOOK.epub"),
        (["书.epub", "--store", "nobody"], "'nobody' is not one of 'apple', 'kobo'"),
    ],
)
def test_options_that_do_not_fit(kanben: Kanben, epub: Path, arguments: list[str], words: str) -> None:
    write_title(epub.parent / "bridges")
    ran = kanben("check", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert words in " ".join(ran.err.split())


def test_a_pdf_an_epub_and_a_title_in_one_run(kanben: Kanben, book: Path, epub: Path) -> None:
    write_title(epub.parent / "bridges")
    out = kanben("check", "bridges", book.name, epub.name).out

    assert (out.count("of 21 rules fail"), out.count("of 17 rules fail")) == (1, 1)
