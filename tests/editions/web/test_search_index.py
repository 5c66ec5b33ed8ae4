"""How the index of the search is made, and what is told where it cannot be made."""

import re
import sys
from pathlib import Path

import pytest

from kanben.editions.web import search_program
from kanben.editions.web.names import file_of
from kanben.editions.web.search import search_files
from kanben.editions.web.search_program import index_of
from kanben.editions.web.search_variants import variants_of
from kanben.editions.web.search_words import indexed_page
from kanben.trouble import Stop


def words_of(main: str) -> str:
    return re.sub("<[^>]*>", "", indexed_page(f'<body><main id="main">{main}</main></body>')).strip()


@pytest.mark.parametrize(
    ("main", "words"),
    [
        ("<p>新质生产力</p>", "新 质 生 产 力 ␞"),
        ("<p>先讲桥，再讲路。</p>\n<p>完</p>", "先 讲 桥 ，再 讲 路。 ␞ 完 ␞"),
        ("<p>用AI 写 GPT-4</p>", "用 AI ␠写 ␠GPT -4 ␞"),
        ("<p>Open<em>AI</em>与<em>“路”</em>，等</p>", "OpenAI 与 “路 ”，等 ␞"),
        (
            '<p>石桥<sup class="call"><a role="doc-noteref" id="n1-call" href="#n1">①</a></sup>，木桥</p>',
            "石 桥 ，木 桥 ␞",
        ),
        ("<p>a &lt; b</p>", "a ␠&lt;␠b ␞"),
    ],
)
def test_words_stand_apart_and_marks_go_with_the_next(main: str, words: str) -> None:
    assert words_of(main) == words


def test_the_place_of_a_call_is_kept() -> None:
    page = indexed_page('<main><p>桥<sup><a role="doc-noteref" id="n1-call" href="#n1">①</a></sup></p></main>')
    assert ' 桥<a id="n1-call"></a> ␞</p>' in page


def test_a_part_called_search_steps_aside() -> None:
    assert [file_of(name) for name in ("ch01", "index", "search")] == [
        "ch01.html",
        "part-index.html",
        "part-search.html",
    ]


def test_a_book_without_pages_has_a_search_that_finds_nothing() -> None:
    assert "search/pagefind.js" in search_files({}, "zh-Hans")


def test_the_table_of_what_may_be_typed_holds_only_what_the_book_has() -> None:
    assert variants_of("软件", "zh-Hans").decode() == '{"typed":"軟","meant":"软","words":{"軟體":"软件"}}'
    assert variants_of("軟體", "zh-Hant").decode() == '{"typed":"体软","meant":"體軟","words":{}}'
    assert variants_of("bridge", "en").decode() == '{"typed":"","meant":"","words":{}}'


def test_the_index_is_the_same_each_time_and_ships_no_interface() -> None:
    pages = {
        f"ch{number:02}.html": f"<main><h1 id='c{number}'>桥{number}</h1><p>石桥</p></main>".encode()
        for number in range(9)
    }
    files = search_files(pages, "zh-Hans")
    assert search_files(pages, "zh-Hans") == files
    names = {re.sub(r"zh_\w+", "zh", name.removeprefix("search/")) for name in files}
    assert names == {
        "pagefind.js",
        "pagefind-entry.json",
        "pagefind.zh.pf_meta",
        "wasm.unknown.pagefind",
        "index/zh.pf_index",
        "fragment/zh.pf_fragment",
        "variants.json",
    }


def test_pagefind_obeys_no_file_of_the_folder_that_kanben_runs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.yml").write_text(f"logfile: {tmp_path}/told\n")
    monkeypatch.chdir(tmp_path)
    assert index_of({"ch01.html": "<main>桥</main>"})
    assert not (tmp_path / "told").exists()


def fault_of(program: str, monkeypatch: pytest.MonkeyPatch, seconds: float = 30) -> str:
    monkeypatch.setattr(search_program, "find_pagefind", lambda: program)
    with pytest.raises(Stop) as stop:
        index_of({"ch01.html": "<main>桥</main>"}, seconds)
    (fault,) = stop.value.troubles
    assert fault.place.file == "title.yaml"
    assert fault.mend("zh") and fault.mend("en")
    return fault.code


def script(folder: Path, line: str) -> str:
    file = folder / "program"
    file.write_text(f"#!{sys.executable}\n{line}\n")
    file.chmod(0o755)
    return str(file)


def test_a_missing_program_is_a_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert fault_of("", monkeypatch) == "missing-pagefind"
    assert fault_of(str(tmp_path / "none"), monkeypatch) == "missing-pagefind"


def test_a_program_that_fails_or_hangs_is_a_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert fault_of(script(tmp_path, "raise SystemExit(1)"), monkeypatch) == "pagefind-failed"
    assert fault_of(script(tmp_path, "import os; os.kill(os.getpid(), 9)"), monkeypatch) == "pagefind-killed"
    assert fault_of(script(tmp_path, "print('nothing,', flush=True); input()"), monkeypatch) == "pagefind-failed"
    assert fault_of(script(tmp_path, "import time; time.sleep(60)"), monkeypatch, 0.2) == "pagefind-timeout"
