"""`kanben check BOOK.epub` tells the rules of an EPUB, its faults with their mends, and what shops ask."""

import re
from pathlib import Path

import pytest

from kanben.cli.check import STORE_NAMES
from kanben.messages.proof_epub import STORES
from tests.checkers.tiny_epub import tiny_epub
from tests.cli.kanben_command import Kanben
from tests.titles import write_title

pytestmark = pytest.mark.usefixtures("nobody_else")


def test_a_row_for_each_rule_of_an_epub_and_each_fault_with_its_mend(kanben: Kanben, epub: Path) -> None:
    ran = kanben("check", epub.name)
    rows = ran.out.splitlines()

    assert (ran.code, ran.err) == (1, "")
    assert rows[0] == "书.epub: EPUB 3.0, 2 pages of XHTML, 0 pictures, 0.00 MB"
    assert [row.split()[0] for row in rows[3:20]] == [f"E{number}" for number in range(1, 18)]
    assert rows[14].split() == ["E12", "every", "link", "leads", "somewhere", "fails", "1", "0", "c1.xhtml:4"]
    at = rows.index("E12  c1.xhtml:4: #x leads to #x, which is not on that page [dead-fragment]")
    assert rows[at + 1] == "    mend: correct the link, or give an element that id"
    assert "3 of 17 rules fail, 1 warn, 5 find nothing to measure" in rows


def test_an_epub_is_told_in_chinese(kanben: Kanben, epub: Path) -> None:
    kanben.locale("zh_CN.UTF-8")
    rows = kanben("check", epub.name, "--store", "weread").out.splitlines()

    assert rows[0] == "书.epub：EPUB 3.0，XHTML 2 页，图片 0 幅，0.00 MB"
    assert rows[14].startswith("E12   链接皆有去处                      不合格    1")
    assert "E12  c1.xhtml:4: #x 所指的 #x 不在那一页 [dead-fragment]" in rows
    assert any(row.startswith("微信读书  按协议供稿，要求未公开  建议  无从测量") for row in rows)
    assert "书店要求共 4 条，0 条不合格，1 条提示，2 条无法从文件判断" in rows


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
