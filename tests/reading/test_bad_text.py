"""Whatever a chapter, the glossary or a picture holds, an editor is told what is wrong, where, and how to mend it."""

from pathlib import Path

import pytest

from tests.told import CHAPTER, Files, chapter, check, told

BRACKETS = "brackets stand open one after another [too-many-brackets]\n> close or escape them: \\["
TOO_DEEP = "blocks are nested deeper than 40 [too-deep]\n> make the lists and quotes flatter"
WORK = "- {id: zhao, type: book, title: 桥, further-reading: true}\n"


def svg(inner: str) -> Files:
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'
    return chapter("![桥](images/a.svg)\n", **{"images/a.svg": drawn})


# ---- names ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            chapter("一[^note1]。\n\n[^note2]: 注\n"),
            f"{CHAPTER}:3:2: no note is named [^note1] [undefined-note]\n> did you mean note2?\n"
            f"{CHAPTER}:5:1: the note [^note2] is called nowhere [unused-note]\n> call it in the text, or take it out",
        ),
        (
            chapter("一[^a]。\n\n[^a]: 注\n\n[^a]: 注二\n"),
            f"{CHAPTER}:7:1: the note [^a] is defined twice [repeated-note]\n> give each note a name of its own",
        ),
        (
            chapter("一[^a]。\n\n[^a]: 注[^b]\n\n[^b]: 注\n"),
            f"{CHAPTER}:5:8: a note stands inside a note [note-in-note]\n> put its words into the outer note",
        ),
        (
            chapter("一[^a]。\n\n[^a]:\n"),
            f"{CHAPTER}:5:1: a note holds no words [empty-note]\n> write it, or take its call out",
        ),
        (
            chapter("一[^a]。\n\n[^a]: []{lang=en}\n"),
            f"{CHAPTER}:5: a note holds no words [empty-note]\n> write it, or take its call out",
        ),
        (
            chapter("一[^a]。\n\n[^a]:\n\n二\n"),
            f"{CHAPTER}:5:1: a note holds no words [empty-note]\n> write it, or take its call out",
        ),
        (
            chapter("一[^a]。\n\n[^a]: 注\n\n    - 一\n    - 二\n\n    > 引\n"),
            f"{CHAPTER}:7: kanben cannot set “[^…]: - …” yet [unsupported]\n> write it in words, or as a picture\n"
            f"{CHAPTER}:10: kanben cannot set “[^…]: > …” yet [unsupported]\n> write it in words, or as a picture",
        ),
        (
            chapter("[石板乔]{.term}石板桥\n", **{"glossary.yaml": "- {term: 石板桥, definition: 桥}\n"}),
            f"{CHAPTER}:3:2: the glossary does not explain “石板乔” [unknown-term]\n> did you mean 石板桥?",
        ),
        (
            chapter(
                "石\n", **{"glossary.yaml": "- {term: 桥, definition: 路}\n- {term: 石, also: [桥], definition: 路}\n"}
            ),
            "glossary.yaml:1:3: the term “桥” stands only where terms are not linked: in headings, notes, captions, "
            "tables, titles [unlinked-term]\n> use it in the text, mark it by {.term}, or take its entry out\n"
            "glossary.yaml:2:3: “桥” is explained twice (first at line 1) [repeated-term]\n> keep one entry",
        ),
        (
            chapter("[石]{.term}\n", **{"glossary.yaml": "- {term: 石}\n- 桥\n"}),
            "glossary.yaml:1:3: definition is missing [missing-key]\n> add definition\n"
            "glossary.yaml:2:3: glossary.yaml cannot be “桥” [wrong-value]\n> write key: …",
        ),
        (
            chapter("石\n", **{"glossary.yaml": "- term: 石\n  definition: |\n    一\n\n    # 题\n\n    二[^x]\n"}),
            "glossary.yaml:5: a heading stands in a definition [heading-in-definition]\n> write it as a paragraph\n"
            "glossary.yaml:7: no note is named [^x] [undefined-note]\n> write “[^x]: …” below the paragraph",
        ),
        (
            chapter("石\n", **{"glossary.yaml": "石: 桥\n"}),
            "glossary.yaml:1:1: glossary.yaml cannot be “{'石': '桥'}” [wrong-value]\n"
            "> write - {term: …, definition: …}",
        ),
        (
            chapter("一[@zhoa]。\n", **{"references.yaml": WORK}),
            f"{CHAPTER}:3:3: no work has the key zhoa [unknown-reference]\n> did you mean zhao?",
        ),
        (
            chapter("一[@zhao]。\n", **{"references.yaml": WORK + WORK}),
            "references.yaml:2:4: two works have the key zhao [repeated-reference]\n> give this one another key",
        ),
        (
            chapter("[](#brigde)\n\n## 石 {#bridge}\n\n## 木 {#bridge}\n"),
            f"{CHAPTER}:3:4: nothing is named #brigde [unknown-target]\n> did you mean bridge?\n"
            f"{CHAPTER}:7: #bridge is given twice (first at {CHAPTER}:5) [repeated-name]\n"
            "> give one of them another name",
        ),
    ],
)
def test_names_of_notes_terms_works_and_targets(tmp_path: Path, files: Files, expected: str) -> None:
    check(tmp_path, files, expected)


# ---- pictures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["../a.svg", "/etc/passwd", "a/../../b.svg"])
def test_a_picture_outside_the_title_is_refused(tmp_path: Path, target: str) -> None:
    check(
        tmp_path,
        chapter(f"![桥]({target})\n"),
        f"{CHAPTER}:3:6: {target} leads out of the title folder [outside-path]\n"
        "> keep the file inside the title folder and name it from there",
    )


@pytest.mark.parametrize(
    "target", ["images/a.png", "https://a.b/c.png", "file:///etc/passwd", "data:image/png;base64,x"]
)
def test_a_picture_that_is_not_in_the_title_is_told(tmp_path: Path, target: str) -> None:
    expected = f"{CHAPTER}:3:6: the picture {target} is not there [missing-image]\n> put it into the title folder"
    check(tmp_path, chapter(f"![桥]({target})\n"), expected)


def test_a_drawing_that_could_run_or_fetch_is_refused(tmp_path: Path) -> None:
    check(
        tmp_path,
        svg('<a onclick="x"/>'),
        f'{CHAPTER}:3:6: images/a.svg is not a picture that kanben can use: onclick="x" [bad-image]\n'
        "> use SVG without script, PNG or JPEG",
    )


@pytest.mark.parametrize("data", [b"", b"no picture", "<svg/>".encode("utf-16")])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    said = told(tmp_path, chapter("![桥](a.png)\n", **{"a.png": data}))
    assert said.startswith(
        f"{CHAPTER}:3:6: a.png is not a picture that kanben can use: not SVG, PNG or JPEG [bad-image]"
    )


# ---- marks in the text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: epigraph\n甲\n", "3:1: the div “epigraph” is never closed [open-div]\n> close it by a line “:::”"),
        ("甲\n\n:::\n", "5:1: “:::” closes nothing [stray-div]\n> take the line out, or open a div before it"),
        ("::: epigrap\n甲\n:::\n", "3:5: “.epigrap” means nothing to kanben [unknown-class]\n> did you mean epigraph?"),
        ("[甲]{.trem}\n", "3:6: “.trem” means nothing to kanben [unknown-class]\n> did you mean term?"),
        ("## 甲 {key=1}\n", "3:7: the attribute key means nothing here [unknown-attribute]\n> take it out"),
        ('[甲]{lang="a b"}\n', "3:5: lang cannot be “a b” [wrong-value]\n> write en / ja / la"),
        (
            "甲 [x]{.smallcaps}\n",
            "3: kanben cannot set “{.smallcaps}” yet [unsupported]\n> write it in words, or as a picture",
        ),
        (
            "| 甲 | 乙 |\n|:--|--:|\n| 丙 | 丁 | 戊 |\n| 己 |\n",
            "5: the row has 3 cells, the table 2 columns [lost-cells]\n"
            "> add a column, or write a bar within a cell as \\|",
        ),
        ("[" * 20 + "\n", "3:1: 20 " + BRACKETS),
        ("甲\n" + "[" * 20_000, "4:1: 20000 " + BRACKETS),
        ("![甲 " * 30, "3:2: 30 " + BRACKETS),
        ("[甲\n" * 30, "3:1: 30 " + BRACKETS),
        (">" * 200 + " 甲", "3: " + TOO_DEEP),
        ("- " * 200 + "甲", "3: " + TOO_DEEP),
        (
            "".join("    " * n + "- 甲\n\n" for n in range(200)),
            "43: " + TOO_DEEP,
        ),
        (
            "::: epigraph\n" * 200 + "甲\n" + ":::\n" * 200,
            "43: " + TOO_DEEP,
        ),
        ("甲" * 100_001, "3: a paragraph of more than 100000 characters [long-line]\n> split it"),
        (
            "长" + "—" * 2_001,
            "3:2: 2001 characters without a blank; kanben takes 2000, for no line holds them [long-run]\n"
            "> put blanks into it, or take it out",
        ),
    ],
)
def test_marks(tmp_path: Path, text: str, expected: str) -> None:
    check(tmp_path, chapter(text), f"{CHAPTER}:{expected}")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.b",
        "/02.md",
        "02.txt",
        "vbscript:x",
    ],
)
def test_a_link_that_leads_neither_within_the_book_nor_to_the_web_is_refused(tmp_path: Path, target: str) -> None:
    check(
        tmp_path,
        chapter(f"[甲]({target})\n"),
        f"{CHAPTER}:3:5: the link “{target}” is refused [refused-link]\n> link to #id, https: or mailto:",
    )


def test_a_link_that_hides_where_it_leads_is_refused(tmp_path: Path) -> None:
    check(
        tmp_path,
        chapter("甲，[乙](https://example.org@other.example/)\n"),
        f"{CHAPTER}:3:7: the link “https://example.org@other.example/” hides where it leads: "
        "example.org@other.example [deceptive-link]\n> write the address as a browser shows it, in full",
    )


@pytest.mark.parametrize(
    "target", ["", "#", "mailto:", "mailto:?subject=a@b", "mailto:a", "https://", "http:///a", "https:a"]
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, target: str) -> None:
    check(
        tmp_path,
        chapter(f"甲，[乙]({target})\n"),
        f"{CHAPTER}:3:5: the link [乙]({target}) leads nowhere [empty-link]\n"
        "> write its address: #id, https://… or mailto:…@…",
    )


def test_a_link_to_a_file_is_told_with_what_to_link_to(tmp_path: Path) -> None:
    second = "# 路 {#road}\n\n## 石 路 {#stone}\n\n## 木路\n\n[桥](01.md)\n"
    links = {
        "chapters/02.md": "did you mean [甲](#road)?",
        "02.md": "did you mean [甲](#road)?",
        "./02.md#stone": "did you mean [甲](#stone)?",
        "../chapters/02.md#%E7%9F%B3-%E8%B7%AF": "did you mean [甲](#stone)?",
        "02.md#木路": "did you mean [甲](#ch02-s2)?",
        "02.md#stones": "did you mean [甲](#stone)?",
        "03.md#wood": "give what it leads to a name, {#id}, and link to that: [甲](#id)",
    }
    text = "".join(f"[甲]({target})\n\n" for target in links)
    said = "".join(
        f"{CHAPTER}:{3 + 2 * number}:5: the link leads to a file: {target} [link-to-file]\n> {mend}\n"
        for number, (target, mend) in enumerate(links.items())
    )
    back = "chapters/02.md:7:5: the link leads to a file: 01.md [link-to-file]\n> did you mean [桥](#ch01)?"
    check(tmp_path, chapter(text, **{"chapters/02.md": second}), said + back)


@pytest.mark.parametrize(
    "text",
    [
        "\\[" * 30,
        "`" + "[" * 300 + "`，甲",
        "甲[^x]\n\n[^x]: `乙`",
        "``a` `[^y]`",
        "`" + "[" * 30 + "`\n\n```\n" + "[" * 30 + "\n:::\n[^x]\n```",
        "甲\\[^x]和`[^y]`",
        "*" * 200 + "甲",
        "*甲 **乙 " * 60,
        "(" * 200 + "<" * 200 + "{" * 200,
        ">" * 30 + " 甲",
        "甲" * 99_000,
        "```\n没有结束",
        "| 甲 | 乙 |\n|---|---|\n| 丙\\|丁 | `戊|己` |\n\n| 诗 | 句\n| -",
        "|-" + " " * 90_000 + "|甲",
    ],
)
def test_what_only_looks_dangerous_is_taken(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, chapter(text + "\n")) == ""
