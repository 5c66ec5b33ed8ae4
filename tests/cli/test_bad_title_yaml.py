"""Whatever title.yaml says, an editor is told what is wrong, where, and how to mend it."""

from pathlib import Path

import pytest

from tests.titles import UUID
from tests.told import CHAPTER, TITLE, Files, check, titled, told

CHECK_YAML = " [bad-yaml]\n> check the indentation, the quotes and the colons near here"
A_TAB = "a tab stands where the line is moved in [yaml-tab]\n> use spaces"
TRAILING = "words stand behind the end of a value [yaml-trailing]\n> close every quote; within a value write “ ”"
ASTRAY = (
    "the line does not begin where its neighbours begin [yaml-indent]\n"
    "> begin keys of one level in one column, with spaces"
)
OPEN = "[ is never closed [yaml-open]\n> close it; where it belongs to a value, put the whole value in quotes"


def no_key(key: str, colon: str) -> str:
    return f"“{key}{colon}” is no key [yaml-colon]\n> write a plain colon and a space: “{key}: …”"


def wide(mark: str, plain: str) -> str:
    return f"a wide {mark} ends nothing here [yaml-wide-mark]\n> write {plain}, or put the whole value in quotes"


def more(text: str) -> Files:
    """A good title.yaml with another line, its seventh."""
    return titled(TITLE + text + "\n")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (titled(TITLE.replace("  front", "\tfront")), f"title.yaml:4:1: {A_TAB}"),
        (titled(TITLE.replace("  front", "  \tfront")), f"title.yaml:4:3: {A_TAB}"),
        (titled(TITLE.replace("桥", '"桥')), f"title.yaml:5:11: {TRAILING}"),
        (titled(TITLE.replace("桥", '"桥"路')), f"title.yaml:1:11: {TRAILING}"),
        (titled(TITLE.replace("  body", "   body")), f"title.yaml:5:4: {ASTRAY}"),
        (titled(" " + TITLE), f"title.yaml:2:1: {ASTRAY}"),
        (titled(TITLE.replace("title: ", "title：")), f"title.yaml:1:6: {no_key('title', '：')}"),
        (titled(TITLE.replace("title: ", "title:")), f"title.yaml:1:6: {no_key('title', ':')}"),
        (more("rights：某"), f"title.yaml:7:7: {no_key('rights', '：')}"),
        (
            more("creators: [{name：某, role：author}]"),
            "title.yaml:7:12: creators.name is missing [missing-key]\n> add creators.name\n"
            f"title.yaml:7:13: {no_key('name', '：')}\ntitle.yaml:7:21: {no_key('role', '：')}",
        ),
        (more("creators: [{name: 某，role: author}]"), f"title.yaml:7:20: {wide('，', ',')}"),
        (more('creators: [{name: "某，甲", role: author}'), f"title.yaml:7:11: {OPEN}"),
        (more("numbering: {chapter: “第{一}章”}"), f"title.yaml:7:22: {wide('“', chr(34))}"),
        (titled(TITLE.replace("back: []", "back: [glossary］\nlanguage: zh")), f"title.yaml:6:18: {wide('］', ']')}"),
        (titled(TITLE.replace("front: []", "front: [")), f"title.yaml:4:10: {OPEN}"),
        (more('subtitle: "路'), f"title.yaml:7:11: {OPEN.replace('[ ', chr(34) + ' ')}"),
        (
            more("subtitle: 路: 桥"),
            "title.yaml:7:12: a second colon stands in the value [yaml-second-colon]\n"
            '> put the value in quotes: "… : …"',
        ),
        (
            more("subtitle: @路"),
            'title.yaml:7:11: a value cannot begin with @ [yaml-reserved]\n> put it in quotes: "@…"',
        ),
        (more("subtitel: 路"), "title.yaml:7:1: subtitel means nothing here [unknown-key]\n> did you mean subtitle?"),
        (
            more("numbering: {xyz: 1}"),
            "title.yaml:7:13: xyz means nothing here [unknown-key]\n> take it out; known here are chapter, section",
        ),
        (more("print: {trimm: 16k}"), "title.yaml:7:9: trimm means nothing here [unknown-key]\n> did you mean trim?"),
        (more("title: 路"), "title.yaml:7:1: title is said twice [repeated-key]\n> keep one of the two"),
        (
            more("creators: [{name: 某, role: autor}]"),
            "title.yaml:7:22: creators.role cannot be “autor” [wrong-value]\n> did you mean author?",
        ),
        (
            more("date: 2026-13-01"),
            "title.yaml:7:1: date cannot be “2026-13-01” [wrong-value]\n> write 2026 / 2026-11 / 2026-11-23",
        ),
        (more("edition: 1"), 'title.yaml:7:1: edition cannot be “1” [wrong-value]\n> write "…"'),
        (
            titled(TITLE.replace("title: 桥", "title:")),
            'title.yaml:1:1: title cannot be “—” [wrong-value]\n> write "…"',
        ),
        (
            titled(TITLE.replace(f'["{CHAPTER}"]', "[]")),
            "title.yaml:5:3: parts.body cannot be “[]” [wrong-value]\n> write […, …]",
        ),
        (
            titled(TITLE.replace(f'  body: ["{CHAPTER}"]\n', "")),
            "title.yaml:3:1: parts.body is missing [missing-key]\n> add parts.body",
        ),
        (
            titled(f"title: 桥\nidentifiers: {{uuid: {UUID}}}\n"),
            "title.yaml:1:1: parts is missing [missing-key]\n> add parts",
        ),
        (
            titled(TITLE.replace("}", ", print-isbn: 978-7-111-11111-1}", 1)),
            "title.yaml:2:59: “978-7-111-11111-1” is not an ISBN: its check digit is wrong [bad-isbn]\n"
            "> copy the thirteen digits from the certificate",
        ),
        (
            more("url: example.org/book"),
            "title.yaml:7:1: url cannot be “example.org/book” [bad-url]\n"
            "> write the whole address of the folder that will hold the web edition: https://example.org/book/",
        ),
        (titled(""), "title.yaml:1: title.yaml cannot be “—” [wrong-value]\n> write key: …"),
        (titled("# 空\n"), "title.yaml:1: title.yaml cannot be “—” [wrong-value]\n> write key: …"),
        (titled("- 桥\n- 路\n"), "title.yaml:1:1: title.yaml cannot be “['桥', '路']” [wrong-value]\n> write key: …"),
        (
            more("subtitle: !!python/object/apply:os.system [x]"),
            "title.yaml:7:1: subtitle cannot be “['x']” [wrong-value]\n> write \"…\"\n"
            "title.yaml:7:11: the YAML tag tag:yaml.org,2002:python/object/apply:os.system is not obeyed [yaml-tag]\n"
            "> write a plain text, list or map",
        ),
        (
            more("subtitle: !lu x"),
            "title.yaml:7:11: the YAML tag !lu is not obeyed [yaml-tag]\n> write a plain text, list or map",
        ),
        (
            more("subtitle: &a 路\nrights: *a"),
            "title.yaml:7:11: an alias stands here [yaml-alias]\n> write the value out",
        ),
        (
            more("subjects: " + "[" * 20_000),
            "title.yaml:7:41: 31 lists or maps stand in each other; kanben takes 30 [deep-yaml]\n"
            "> write it as the handbook shows it",
        ),
        (
            more("[a, b]: c"),
            "title.yaml:7:1: this is not YAML: a list or map as a key" + CHECK_YAML,
        ),
        (
            more("---\na: 1"),
            "title.yaml:7:1: this is not YAML: but found another document" + CHECK_YAML,
        ),
    ],
)
def test_title_yaml(tmp_path: Path, files: Files, expected: str) -> None:
    check(tmp_path, files, expected)


def test_aliases_that_unfold_without_end_are_refused_at_once(tmp_path: Path) -> None:
    lines = ["subjects: &a0 [桥, 桥]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    said = told(tmp_path, more("\n".join(lines)))
    assert "title.yaml:7:11: an alias stands here [yaml-alias]" in said
