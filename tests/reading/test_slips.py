"""What an editor meant as structure and typed otherwise is doubted, never set in silence."""

from pathlib import Path

import pytest

from tests.titles import title_yaml
from tests.told import CHAPTER, Files, chapter, check, told

NOTE = "\n\n[^a]: 注\n"


def heading(marks: str) -> str:
    return (
        "the line looks like a heading and is set as a paragraph [unseen-heading]\n"
        f"> write “{marks} …”; what is no heading begins with \\#"
    )


def note(words: str, mend: str = "[^a]") -> str:
    return f"“{words}” has a wide mark and is set as plain words [unseen-note]\n> write {mend}"


def printed(words: str) -> str:
    return (
        f"“{words}” is HTML or TeX, which does nothing here and would be printed [other-markup]\n"
        "> say it in Markdown; where the signs themselves are meant, put a backslash before them, or `…` around them"
    )


def typed(number: str) -> str:
    return (
        f"“{number}” is typed, and kanben numbers this heading too [typed-number]\n"
        "> take it out, or write {.unnumbered} behind the heading"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("##梁\n", f"{CHAPTER}:3:1: {heading('##')}"),
        ("##Beams\n", f"{CHAPTER}:3:1: {heading('##')}"),
        ("＃＃ 梁\n", f"{CHAPTER}:3:1: {heading('##')}"),
        ("##\u3000梁\n", f"{CHAPTER}:3:1: {heading('##')}"),
        ("#梁\n", f"{CHAPTER}:3:1: {heading('#')}"),
        ("## 梁\n", ""),
        ("\\##梁\n", ""),
        ("#1 桥\n", ""),
        ("#桥梁#\n", ""),
        ("```\n##梁\n```\n", ""),
    ],
)
def test_a_heading_that_is_none_is_told(tmp_path: Path, text: str, expected: str) -> None:
    check(tmp_path, chapter(text), expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"桥[^a]［^a］。{NOTE}", f"{CHAPTER}:3:6: {note('［^a］')}"),
        (f"桥[^a][＾a]。{NOTE}", f"{CHAPTER}:3:6: {note('[＾a]')}"),
        (f"桥[^a]【^a】。{NOTE}", f"{CHAPTER}:3:6: {note('【^a】')}"),
        (f"桥[^a]。{NOTE}\n[^a]：注二\n", f"{CHAPTER}:7:1: {note('[^a]：', '[^a]:')}"),
        (f"桥[^a]：一。{NOTE}", ""),
        (f"桥[^a]，`［^a］`。{NOTE}", ""),
    ],
)
def test_a_note_that_is_none_is_told(tmp_path: Path, text: str, expected: str) -> None:
    check(tmp_path, chapter(text), expected)


def mark(words: str, mend: str) -> str:
    return f"“{words}” is a wide mark and is set as plain words [unseen-mark]\n> write {mend}"


TABLE = (
    "the rows look like a table and are set as words [unseen-table]\n> write a line of |---|---| below the first row"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("：：： note\n", f"{CHAPTER}:3:1: {mark('：：：', ':::')}"),
        ("｜ 桥 ｜ 长 ｜\n", f"{CHAPTER}:3:1: {mark('｜', '|')}"),
        ("：桥的长 {#tbl-a}\n", f"{CHAPTER}:3:1: {mark('：', ':')}"),
        ("| 桥 | 长 |\n| 石 | 9 |\n", f"{CHAPTER}:3:1: {TABLE}"),
        ("| 桥 | 长 |\n|----|---:|\n| 石 | 9 |\n", ""),
        ("| 昔日的桥，\n| 今日的路。\n", ""),
        ("他说：好！（笑）见【注】！[官网](https://bridge.example)\n\n`：：：`\n\n```\n：：：\n| 甲 | 乙 |\n```\n", ""),
    ],
)
def test_structure_in_wide_marks_and_a_table_without_its_rule_are_told(
    tmp_path: Path, text: str, expected: str
) -> None:
    check(tmp_path, chapter(text), expected)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("见！[桥](images/a.png)。\n", f"{CHAPTER}:3:2: {mark('！[', '![')}"),
        ("见【@li】。\n", f"{CHAPTER}:3:2: {mark('【@', '[@')}"),
    ],
)
def test_a_wide_mark_is_told_before_what_follows_from_it(tmp_path: Path, text: str, first: str) -> None:
    assert told(tmp_path, chapter(text)).replace("\n    mend: ", "\n> ").startswith(first)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石<b>桥</b>\n", f"{CHAPTER}:3:2: {printed('<b>')}"),
        ('石桥<BR />有<a href="x">拱</a>\n', f"{CHAPTER}:3:3: {printed('<BR />')}"),
        ("石\n\n<!-- 待\n查 -->\n", f"{CHAPTER}:5:1: {printed('<!--')}"),
        ("石桥</div>\n", f"{CHAPTER}:3:3: {printed('</div>')}"),
        ("```{=html}\n<b>桥</b>\n```\n", f"{CHAPTER}:3:4: {printed('{=html}')}"),
        ("石`<b>`{=html}桥\n", f"{CHAPTER}:3:7: {printed('{=html}')}"),
        ("石\\textbf{桥}\n", f"{CHAPTER}:3:2: {printed(chr(92) + 'textbf{')}"),
        ("石\\newpage\n", f"{CHAPTER}:3:2: {printed(chr(92) + 'newpage')}"),
        ("| 甲 | 乙 |\n|---|---|\n| 石 | 桥<br>拱 |\n", f"{CHAPTER}:5:8: {printed('<br>')}"),
        ("石\\<b>桥\\</b>，`<b>`，<名>，若a<b且c>d，List<T>，\\\\textbf{桥}\n", ""),
        ("$$\n\\sqrt{x}\n<p>\n$$\n\n石$\\text{桥}<b>$\n", ""),
        ("```\n<b>\\textbf{桥}\n```\n", ""),
    ],
)
def test_markup_of_other_kinds_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    check(tmp_path, chapter(text), expected)


def test_metadata_before_a_chapter_is_refused(tmp_path: Path) -> None:
    files = {CHAPTER: "---\ntitle: 桥\n---\n\n# 桥\n\n石\n"}
    said = "the file begins with metadata, which would be printed [chapter-metadata]"
    assert f"{CHAPTER}:1:1: {said}\n    mend: take it out: title.yaml holds such facts" in told(tmp_path, files)


def test_a_value_in_curly_quotes_is_told(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    files = chapter("![桥](images/a.svg){#fig-a alt=“一座 桥”}\n", **{"images/a.svg": picture})

    assert (
        f"{CHAPTER}:3:27: the value of alt stands in curly quotes [curly-attribute]\n"
        '    mend: write alt="…" with straight ones'
    ) in told(tmp_path, files)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 第一章 桥\n\n一\n", f"{CHAPTER}:1: {typed('第一章')}"),
        ("# 第1章：桥\n\n一\n", f"{CHAPTER}:1: {typed('第1章')}"),
        ("# 桥\n\n## 1.1 梁\n\n一\n", f"{CHAPTER}:3: {typed('1.1')}"),
        ("# 桥\n\n## 一、梁\n\n一\n", f"{CHAPTER}:3: {typed('一、')}"),
        ("# 桥\n\n## （二）梁\n\n一\n", f"{CHAPTER}:3: {typed('（二）')}"),
        ("# 第一章 桥 {.unnumbered}\n\n一\n", ""),
        ("# 桥\n\n## 1.1 梁 {.unnumbered}\n\n一\n", ""),
        ("# 第一章程\n\n## 3 座桥\n\n## 2.5倍的跨度\n\n一\n", ""),
    ],
)
def test_a_typed_number_is_told_where_kanben_numbers(tmp_path: Path, text: str, expected: str) -> None:
    check(tmp_path, {CHAPTER: text}, expected)


def test_typed_numbers_stand_where_a_title_has_none_of_its_own(tmp_path: Path) -> None:
    plain = title_yaml([CHAPTER], 'numbering: {chapter: "", section: ""}\n')
    files: Files = {CHAPTER: "# 第一章 桥\n\n## 1.1 梁\n\n一\n", "title.yaml": plain}

    check(tmp_path, files, "")


def test_a_chapter_that_is_named_nowhere_is_told(tmp_path: Path) -> None:
    files = {"title.yaml": title_yaml([CHAPTER]), "chapters/02.md": "# 路\n", "notes.md": "记\n", "drafts/a.md": "记\n"}

    check(
        tmp_path,
        chapter("桥\n", **files),
        "chapters/02.md: no part of title.yaml names the file, so it is in no edition [unlisted-file]\n"
        "> name it under parts, or move it elsewhere",
    )
