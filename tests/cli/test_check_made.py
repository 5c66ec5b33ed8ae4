"""`kanben check` proofs finished editions, alone or all of a title, asks others' checkers, and leads to the source."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kanben.place import Place
from kanben.proof.outside import order
from kanben.proof.outside.remark import Absent, Remark, Silent
from kanben.trouble import Stop, trouble
from tests.cli.kanben_command import Kanben
from tests.titles import PICTURE, write_title

Ask = Callable[[Path], tuple[Remark, ...]]
PAGE = (
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>桥</title>'
    '<meta name="viewport" content="width=device-width"></head><body><main>\n<h1>桥</h1>\n{}</main></body></html>'
)


def absent(file: Path) -> tuple[Remark, ...]:
    raise Absent("Java", "get java")


def stuck(file: Path) -> tuple[Remark, ...]:
    raise Silent("not ready after 300 s")


def content(file: Path) -> tuple[Remark, ...]:
    return ()


def severe(file: Path) -> tuple[Remark, ...]:
    return (Remark("error", "RSC-005", Place("EPUB/ch01.xhtml", 4), "the element is not allowed here", "p > b"),)


def wary_of_the_paragraph(file: Path) -> tuple[Remark, ...]:
    """Of an EPUB: the line on which the chapter's paragraph stands."""
    if file.suffix != ".epub":
        return ()
    with zipfile.ZipFile(file) as zipped:
        before = zipped.read("EPUB/ch01.xhtml").decode().partition("桥者")[0]
    return (Remark("error", "RSC-005", Place("EPUB/ch01.xhtml", before.count("\n") + 1), "not allowed here"),)


def wary_of_the_drawing(file: Path) -> tuple[Remark, ...]:
    return (
        (Remark("error", "RSC-005", Place("EPUB/images/a.svg", 1), "not allowed here"),)
        if file.suffix == ".epub"
        else ()
    )


def wary(file: Path) -> tuple[Remark, ...]:
    said = "Resource violates Content Security Policy (meta tag): image “images/a.svg” blocked"
    return (Remark("warning", "warning", Place("index.html", 3), said),)


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let checkers of others say this of every file."""

    def say(**checkers: Ask) -> None:
        for kind in order.CHECKERS:
            monkeypatch.setitem(order.CHECKERS, kind, tuple(checkers.items()))

    say(Nu=content)
    return say


@pytest.fixture
def web(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format('<p><a href="ch01.html">第一章</a></p>'), "utf-8")
    return folder


def test_a_folder_of_pages_is_checked_as_a_web_edition(kanben: Kanben, web: Path, others: Callable[..., None]) -> None:
    ran = kanben("check", "web")
    rows = ran.out.splitlines()

    assert (ran.code, ran.err) == (1, "")
    assert rows[0] == "web: 1 pages, 1 files"
    assert rows[3].split() == ["W1", "every", "link", "leads", "somewhere", "fails", "1", "0", "index.html:3"]
    assert "W1  index.html:3: ch01.html leads to a file that is not in the book [dead-link]" in rows
    assert rows[-1].split() == ["Nu", "sound", "HTML", "ok", "0", "0", "0"]


def test_who_did_not_look_is_named_with_what_to_type_and_nothing_fails(
    kanben: Kanben, web: Path, others: Callable[..., None]
) -> None:
    (web / "ch01.html").write_text(PAGE.format(""), "utf-8")
    others(Nu=absent, axe=stuck)
    ran = kanben("check", "web")
    rows = ran.out.splitlines()

    assert ran.code == 0
    assert [row.split()[0] for row in rows if "skipped" in row] == ["Nu", "axe"]
    assert rows[-4:] == [
        "web: Nu did not look: Java is not installed [checker-absent]",
        "    mend: type: get java",
        "web: axe gave no answer: not ready after 300 s [checker-silent]",
        "    mend: run it by hand on this file; if it ends there too, tell its makers",
    ]


@pytest.mark.parametrize(("checker", "code"), [(content, 0), (absent, 3), (stuck, 3), (severe, 1)])
def test_all_wants_every_checker(
    kanben: Kanben, web: Path, others: Callable[..., None], checker: Ask, code: int
) -> None:
    (web / "ch01.html").write_text(PAGE.format(""), "utf-8")
    others(Nu=checker)

    assert kanben("check", "web", "--all").code == code


def test_what_a_checker_says_without_cause_is_counted_with_the_reason(
    kanben: Kanben, web: Path, others: Callable[..., None]
) -> None:
    (web / "ch01.html").write_text(PAGE.format(""), "utf-8")
    others(Nu=wary)
    kanben.locale("zh_CN.UTF-8")
    rows = kanben("check", "web").out.splitlines()

    assert rows[-1] == "Nu  warning：略过 1 处：策略允许同一文件夹里的资源；Nu 从磁盘读网页，不认得“self”"
    assert rows[-3].split() == ["Nu", "HTML", "规范", "合格", "0", "0", "1"]


def test_what_others_say_is_told_to_machines(kanben: Kanben, web: Path, others: Callable[..., None]) -> None:
    others(Nu=severe, axe=absent)
    [facts] = kanben("check", "web", "--json").rows
    nu, axe = json.loads(json.dumps(facts["outside"]))

    assert (nu["checker"], nu["verdict"]) == ("Nu", "fail")
    assert nu["remarks"] == [
        {
            "code": "RSC-005",
            "severity": "error",
            "file": "EPUB/ch01.xhtml",
            "line": 4,
            "page": 0,
            "spot": "p > b",
            "what": "the element is not allowed here",
        }
    ]
    assert (axe["verdict"], axe["skipped"]["code"]) == ("skipped", "checker-absent")


def test_a_folder_of_editions_is_checked_whole_and_a_title_with_its_source(
    kanben: Kanben, tmp_path: Path, others: Callable[..., None]
) -> None:
    others(EPUBCheck=wary_of_the_paragraph)
    write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n桥者，所以济不通也。[^a]\n\n[^a]: 见旧志。\n"})
    assert kanben("build", "bridges").code == 0
    made = kanben("check", "out/bridges").out.splitlines()

    heads = [
        "out/bridges/bridges.pdf: ",
        "out/bridges/bridges.epub: ",
        "out/bridges/web: ",
        "out/bridges: PDF, EPUB, web",
    ]
    assert [head for head in heads if not any(row.startswith(head) for row in made)] == []
    assert made[-1] == "0 of 8 rules fail, 0 warn, 0 find nothing to measure"
    assert not any("source:" in row for row in made)

    checked = kanben("check", "bridges", "--all").out.splitlines()
    at = [n for n, row in enumerate(checked) if row.startswith("EPUBCheck  EPUB/ch01.xhtml:")]
    assert [checked[n + 1] for n in at] == ["    source: bridges/chapters/01.md:3"]


def test_what_is_said_of_a_picture_is_told_at_the_titles_own(
    kanben: Kanben, tmp_path: Path, others: Callable[..., None]
) -> None:
    others(EPUBCheck=wary_of_the_drawing)
    chapter = '# 桥\n\n![石桥](images/a.svg){alt="一座石桥"}\n'
    write_title(tmp_path / "bridges", **{"chapters/01.md": chapter, "images/a.svg": PICTURE})
    checked = kanben("check", "bridges", "--all").out.splitlines()
    at = checked.index("EPUBCheck  EPUB/images/a.svg:1: not allowed here [RSC-005]")

    assert checked[at + 1] == "    source: bridges/images/a.svg:1"


def test_what_a_title_passes_over_is_not_told_of_its_editions_either(
    kanben: Kanben, tmp_path: Path, others: Callable[..., None]
) -> None:
    passed = "- {rule: unused-term, words: 石桥, reason: 待补}\n"
    glossary = "- {term: 石桥, definition: 丁}\n"
    write_title(tmp_path / "bridges", **{"glossary.yaml": glossary, "proof-ignore.yaml": passed})
    ran = kanben("check", "bridges", "--all")

    assert ran.out.startswith("bridges/bridges.pdf: ")
    assert ran.err == "bridges: no faults found\n"


def test_a_manifest_that_is_none_or_names_what_is_not_there_is_a_trouble(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made/manifest.json").write_text("[]")
    assert "[broken-manifest]" in kanben("check", "made").err
    (tmp_path / "made/manifest.json").write_text('{"editions": {"print": {"file": "../away.pdf"}}}')
    (tmp_path / "away.pdf").write_bytes(b"%PDF")
    ran = kanben("check", "made")
    assert (ran.code, "away.pdf is not there, or lies outside this folder [edition-missing]" in ran.err) == (1, True)
    long = json.dumps({"editions": {"print": {"file": "a" * 5000}}})
    (tmp_path / "made/manifest.json").write_text(long)
    ran = kanben("check", "made")
    assert (ran.code, ran.err.count("a is not there, or lies outside this folder [edition-missing]")) == (1, 1)


def test_an_edition_that_nobody_can_open_is_told_and_not_compared(
    kanben: Kanben, web: Path, others: Callable[..., None]
) -> None:
    (web.parent / "book.pdf").write_bytes(b"%PDF-1.7 torn")
    facts = {"print": {"file": "book.pdf"}, "web": {"file": "web/index.html"}}
    (web.parent / "manifest.json").write_text(json.dumps({"editions": facts}))
    ran = kanben("check", ".")

    assert ran.code == 1
    assert ran.err.startswith("book.pdf: this is not a PDF that can be read [broken-pdf]"), ran.err
    assert "beside each other" not in ran.out


def test_no_room_for_the_editions_that_all_makes_is_a_trouble(
    kanben: Kanben, tmp_path: Path, others: Callable[..., None]
) -> None:
    def full(folder: Path, files: object) -> None:
        raise Stop((trouble("cannot-write", Place("scraps"), problem="No space left on device"),))

    kanben.monkeypatch.setattr("kanben.cli.check.write_files", full)
    write_title(tmp_path / "bridges")
    ran = kanben("check", "bridges", "--all")
    assert (ran.code, "[cannot-write]" in ran.err) == (1, True)
