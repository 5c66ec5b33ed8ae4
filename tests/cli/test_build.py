"""`kanben build` makes editions, says what it did, and never spoils what was made before."""

import os
import re
import signal
from pathlib import Path

import pytest
from lxml import html

from tests.cli.kanben_command import Kanben
from tests.titles import title_yaml, write_title

# Faults in six files; each is (file, line, code).
FAULTY = {
    "title.yaml": title_yaml(["chapters/01.md", "chapters/02.md", "chapters/03.md", "glossary.yaml", "references.yaml"])
    + "subtitel: 路\ndate: 昨天\n",
    "chapters/01.md": "# 桥\n\n甲[^a]。\n\n[^b]: 乙\n\n[](#brigde)\n\n![](images/no.png)\n\n::: epigraf\n丙\n:::\n",
    "chapters/02.md": "# 路\n\n# 路\n\n[@zhoa] [石乔]{.term} [x](javascript:y) [x]{.smallcaps}\n\n:::\n",
    "glossary.yaml": "- {term: 石桥, definition: 丁}\n- {term: 木桥, also: [石桥], definition: '戊[^x]'}\n",
    "references.yaml": "- {id: zhao, type: boook, title: 论桥}\n- {id: zhao, type: book, title: 论路}\n",
}
FOUND = [
    ("chapters/01.md", 3, "undefined-note"),
    ("chapters/01.md", 5, "unused-note"),
    ("chapters/01.md", 9, "missing-alt"),
    ("chapters/01.md", 9, "missing-image"),
    ("chapters/01.md", 11, "unknown-class"),
    ("chapters/02.md", 3, "second-heading"),
    ("chapters/02.md", 5, "unknown-reference"),
    ("chapters/02.md", 5, "unknown-term"),
    ("chapters/02.md", 5, "refused-link"),
    ("chapters/02.md", 5, "unsupported"),
    ("chapters/02.md", 7, "stray-div"),
    ("glossary.yaml", 2, "repeated-term"),
    ("glossary.yaml", 2, "undefined-note"),
    ("references.yaml", 1, "wrong-value"),
    ("references.yaml", 2, "repeated-reference"),
    ("title.yaml", 5, "missing-file"),
    ("title.yaml", 7, "unknown-key"),
    ("title.yaml", 8, "wrong-value"),
]


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_title_is_made_and_what_is_made_is_named(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "source/bridges")
    ran = kanben("build", "bridges", "--edition", "web", "--edition", "epub")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(ran.out.splitlines()[:-1]) == [
        "out/bridges/bridges.epub",
        "out/bridges/manifest.json",
        "out/bridges/web/index.html",
    ]
    assert all((tmp_path / name).is_file() for name in ran.out.splitlines()[:-1])


def test_a_title_is_made_from_within_its_own_folder(kanben: Kanben, tmp_path: Path) -> None:
    kanben.monkeypatch.chdir(write_title(tmp_path / "bridges"))
    ran = kanben("build", "--edition", "web")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "out/bridges/web/index.html")


def test_every_fault_of_a_title_is_told_in_one_run_and_the_old_editions_stay(kanben: Kanben, tmp_path: Path) -> None:
    folder = write_title(tmp_path / "bridges")
    assert kanben("build", "bridges", "--edition", "web").code == 0
    made = files_below(tmp_path / "out")
    write_title(folder, **FAULTY)
    ran = kanben("build", "bridges", "--edition", "web", "--json")
    assert ran.code == 1
    told = [(str(row["file"]).removeprefix("bridges/"), row["line"], row["code"]) for row in ran.rows]
    assert sorted(told) == sorted(FOUND)
    assert [place[:2] for place in told] == [place[:2] for place in FOUND]
    assert files_below(tmp_path / "out") == made


def test_faults_are_told_with_file_line_and_mend(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"chapters/01.md": "# 桥\n\n甲[^a]。\n"})
    ran = kanben("build", "bridges", "--edition", "web")
    assert ran.out == ""
    assert ran.err == (
        "bridges/chapters/01.md:3:2: no note is named [^a] [undefined-note]\n"
        "    mend: write “[^a]: …” below the paragraph\n"
        "bridges: nothing is written (1 to mend); what was made before stands as it was\n"
    )
    kanben.locale("zh_CN.UTF-8")
    assert "没有名为 [^a] 的注 [undefined-note]" in kanben("build", "bridges", "--edition", "web").err


def test_all_that_a_build_says_follows_the_locale(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges")
    assert re.search(r"^bridges: \d+ pages, ", kanben("build", "bridges").out, re.MULTILINE)
    kanben.locale("zh_CN.UTF-8")
    assert re.search(r"^bridges：\d+ 页，", kanben("build", "bridges").out, re.MULTILINE)
    assert "没有书稿文件夹 nowhere" in kanben("build", "nowhere").err


def test_warnings_are_told_and_stop_nothing(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges", **{"glossary.yaml": "- {term: 廊桥, definition: 有屋顶的桥。}\n"})
    ran = kanben("build", "bridges", "--edition", "web", "--json")
    assert ran.code == 0
    warning, made = ran.rows
    assert (warning["code"], warning["severity"], warning["line"]) == ("unused-term", "warning", 1)
    assert made["title"] == "bridges"


def test_only_what_must_be_mended_is_counted(kanben: Kanben, tmp_path: Path) -> None:
    files = {"chapters/01.md": "# 桥\n\n### 梁\n\n[](#nowhere)\n"}
    write_title(tmp_path / "bridges", **files)
    ran = kanben("build", "bridges", "--edition", "web")
    assert "[skipped-level]" in ran.err
    assert ran.err.endswith("bridges: nothing is written (1 to mend); what was made before stands as it was\n")


def test_one_bad_title_does_not_keep_the_others_from_being_made(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "source/a", **{"chapters/01.md": ""})
    write_title(tmp_path / "source/b")
    assert kanben("build", "--edition", "web").code == 1
    assert (tmp_path / "out/b/web/index.html").is_file()
    assert not (tmp_path / "out/a").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "nowhere"], "there is no title folder nowhere"),
        (["build"], "no title is here or in ./source"),
        (["build", "--colour"], "No such option"),
        (["build", "--edition", "papyrus"], "'papyrus' is not one of"),
        (["biuld"], "No such command 'biuld'"),
    ],
)
def test_wrong_usage_ends_with_2(kanben: Kanben, arguments: list[str], words: str) -> None:
    ran = kanben(*arguments)
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.parametrize(
    ("finder", "code"),
    [
        ("kanben.pandoc.program.find_pandoc", "missing-pandoc"),
        ("kanben.editions.web.search_program.find_pagefind", "missing-pagefind"),
    ],
)
def test_a_missing_tool_ends_with_3(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, finder: str, code: str
) -> None:
    write_title(tmp_path / "bridges")
    monkeypatch.setattr(finder, lambda: "")
    ran = kanben("build", "bridges", "--edition", "web")
    assert ran.code == 3
    assert f"[{code}]" in ran.err


def test_a_folder_without_a_title_is_told(kanben: Kanben, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = kanben("build", "empty")
    assert ran.code == 1
    assert ran.err.startswith("empty/title.yaml: there is no title.yaml [missing-title]\n")


def test_a_folder_that_cannot_be_written_is_told(kanben: Kanben, tmp_path: Path) -> None:
    write_title(tmp_path / "bridges")
    (tmp_path / "busy").write_text("a file\n", encoding="utf-8")
    ran = kanben("build", "bridges", "--edition", "web", "--out", "busy/out")
    assert ran.code == 1
    assert ran.err.startswith(
        f"{tmp_path}/busy/out/bridges: the file cannot be written: Not a directory [cannot-write]"
    )


def test_the_web_folder_loses_what_is_no_longer_made_and_keeps_what_others_put_there(
    kanben: Kanben, tmp_path: Path
) -> None:
    write_title(tmp_path / "bridges", **{"title.yaml": title_yaml(["chapters/01.md", "chapters/02.md"])})
    (tmp_path / "bridges/chapters/02.md").write_text("# 路\n\n路。\n", encoding="utf-8")
    assert kanben("build", "bridges", "--edition", "web").code == 0
    web = tmp_path / "out/bridges/web"
    for name in ("mine.html", "images/mine.png"):
        (web / name).parent.mkdir(exist_ok=True)
        (web / name).write_bytes(b"mine")
    assert (web / "ch02.html").is_file()
    write_title(tmp_path / "bridges")
    assert kanben("build", "bridges", "--edition", "epub").code == 0
    assert (web / "ch02.html").is_file()
    assert kanben("build", "bridges", "--edition", "web").code == 0
    assert not (web / "ch02.html").exists()
    assert (web / "mine.html").read_bytes() == (web / "images/mine.png").read_bytes() == b"mine"


def test_html_in_a_chapter_is_refused(kanben: Kanben, tmp_path: Path) -> None:
    text = '# 桥<b>一</b>\n\n<script>alert(1)</script>\n\n<div onclick="x">甲</div>\n\n`<i>`{=html}\n'
    write_title(tmp_path / "bridges", **{"chapters/01.md": text})
    run = kanben("build", "bridges", "--edition", "web")
    assert (run.code, run.err.count("[other-markup]")) == (1, 4)


def test_html_that_is_meant_as_words_comes_out_as_words(kanben: Kanben, tmp_path: Path) -> None:
    text = '# 桥\\<b>一\\</b>\n\n\\<script>alert(1)\\</script>\n\n\\<div onclick="x">甲\\</div>\n'
    write_title(tmp_path / "bridges", **{"chapters/01.md": text})
    assert kanben("build", "bridges", "--edition", "web").code == 0
    page = html.parse(tmp_path / "out/bridges/web/ch01.html").getroot()
    (main,) = page.xpath("//main")
    words = main.text_content()
    assert "桥<b>一</b>" in words
    assert "<script>alert(1)</script>" in words
    assert '<div onclick="x">甲</div>' in words
    assert main.xpath(".//b | .//script | .//@onclick") == []


def test_escape_codes_in_names_do_not_reach_the_terminal(kanben: Kanben, tmp_path: Path) -> None:
    name = "a\x1b[31m\u202e\x9bb"
    write_title(tmp_path / name, **{"chapters/01.md": ""})
    for arguments in (["--json"], []):
        ran = kanben("build", name, "--edition", "web", *arguments)
        assert ran.code == 1
        assert not {"\x1b", "\u202e", "\x9b"} & set(ran.out + ran.err)
    ran = kanben("new", f"{name}2")
    assert not {"\x1b", "\u202e", "\x9b"} & set(ran.out + ran.err)


def test_a_name_with_a_break_forges_no_line(kanben: Kanben, tmp_path: Path) -> None:
    name = "a\nb: 14 pages, 1.0 s\u2028"
    shown = r"a\nb: 14 pages, 1.0 s\u2028"
    files = {"title.yaml": title_yaml(["chapters/01.md"]), "chapters/01.md": "# 桥\n", "chapters/桥\n石.md": "# 石\n"}
    write_title(tmp_path / name, **files)
    rows = kanben("build", name, "--edition", "web").err.splitlines()
    said = "no part of title.yaml names the file, so it is in no edition"
    assert rows[0] == rf"{shown}/chapters/桥\n石.md: {said} [unlisted-file]"
    assert [row for row in rows if "14 pages" in row and not row.startswith(shown)] == []
    assert rows[2].endswith("[strange-name]")
    assert len(rows) == 5
    assert kanben("new", f"{name}2").err.startswith(f"{shown}2: ")


def test_a_folder_whose_name_is_no_text_is_told(kanben: Kanben, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe")
    write_title(tmp_path / name)
    ran = kanben("build", f"./{name}", "--edition", "web")
    said = "the name of the title's folder holds what nobody sees, or is not written in UTF-8 [strange-name]"
    assert (ran.code, ran.err.splitlines()[0]) == (1, f"\\udcff\\udcfe/title.yaml: {said}")


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "１０", "9" * 20])
def test_a_date_of_the_source_that_is_no_number_of_seconds_is_told(
    kanben: Kanben, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    write_title(tmp_path / "bridges")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = kanben("build", "bridges", "--edition", "web")
    assert (ran.code, ran.err.splitlines()[:2]) == (
        1,
        [
            f"bridges/title.yaml: the variable SOURCE_DATE_EPOCH is “{epoch}”, which is no number of seconds since "
            "1970 [bad-source-date]",
            "    mend: correct it (date +%s says what it is now), or type: unset SOURCE_DATE_EPOCH",
        ],
    )


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_build_that_is_asked_to_end_says_so_in_a_word(kanben: Kanben, tmp_path: Path, number: int, code: int) -> None:
    def interrupted(*_: object) -> None:
        os.kill(os.getpid(), number)

    write_title(tmp_path / "bridges")
    kanben.monkeypatch.setattr("kanben.press.title.press", interrupted)
    ran = kanben("build", "bridges", "--edition", "web")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.strip() == "kanben: stopped; the editions are whole, as they were made last"
