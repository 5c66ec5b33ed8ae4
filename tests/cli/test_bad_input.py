"""Whatever files stand in a title folder, an editor is told what is wrong, where, and how to mend it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kanben.press.title import finished_book
from kanben.trouble import Stop
from tests.titles import UUID, title_yaml
from tests.told import CHAPTER, Files, book_of, chapter, check, told

TITLE = title_yaml([CHAPTER])
UNTITLED = f"{CHAPTER}:1: the file does not begin with a title [no-heading]\n> begin it with a line “# …”"
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


def titled(text: str) -> Files:
    return {"title.yaml": text}


def more(text: str) -> Files:
    """A good title.yaml with another line, its seventh."""
    return titled(TITLE + text + "\n")


# ---- files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            titled(title_yaml([CHAPTER, "chapters/02.md"])),
            "title.yaml:5:28: chapters/02.md is not there [missing-file]\n"
            "> create it, or take its name out of title.yaml",
        ),
        (
            titled(TITLE.replace("back: []", "back: [glossary]")),
            "title.yaml:6:10: glossary.yaml is not there [missing-file]\n"
            "> create it, or take its name out of title.yaml",
        ),
        (
            titled(TITLE.replace(f'"{CHAPTER}"', "../桥.md, /etc/passwd, 'a\\b.md'")),
            "title.yaml:5:10: ../桥.md leads out of the title folder [outside-path]\n"
            "> keep the file inside the title folder and name it from there\n"
            "title.yaml:5:19: /etc/passwd leads out of the title folder [outside-path]\n"
            "> keep the file inside the title folder and name it from there\n"
            "title.yaml:5:32: a\\b.md leads out of the title folder [outside-path]\n"
            "> keep the file inside the title folder and name it from there",
        ),
        (
            titled(TITLE.replace(f'"{CHAPTER}"', f"{CHAPTER}, ./{CHAPTER}")),
            f"title.yaml:5:26: ./{CHAPTER} is named twice in parts [repeated-part]\n> name each file once",
        ),
        (
            titled(TITLE.replace(f'"{CHAPTER}"', '"a\\0b"')),
            "title.yaml:5:10: a control character stands here (U+0000) [control-character]\n> delete it\n"
            "title.yaml:5:10: ab is not there [missing-file]\n> did you mean tables?",
        ),
        (
            titled(TITLE.replace(f'"{CHAPTER}"', "a" * 300)),
            f"title.yaml:5:10: {'a' * 300} cannot be read: File name too long [unreadable-file]\n"
            "> make it a readable file",
        ),
        (
            {CHAPTER: "# 桥\n".encode("utf-16")},
            f"{CHAPTER}:1: byte 1 (0xff) is not UTF-8 [not-utf-8]\n> save the file as UTF-8",
        ),
        (
            {CHAPTER: "# A\n\n桥".encode("gb18030")},
            f"{CHAPTER}:3: byte 6 (0xc7) is not UTF-8 [not-utf-8]\n> save the file as UTF-8",
        ),
        (
            {CHAPTER: "# 桥\n\n桥".encode() + b"\xff\n"},
            f"{CHAPTER}:3: byte 11 (0xff) is not UTF-8 [not-utf-8]\n> save the file as UTF-8",
        ),
        (
            {"title.yaml": TITLE.encode("gb18030")},
            "title.yaml:1: byte 8 (0xc7) is not UTF-8 [not-utf-8]\n> save the file as UTF-8",
        ),
        (
            chapter("a\x07b\n\n桥\x1b[31m\U0001ffff\n"),
            f"{CHAPTER}:3:2: a control character stands here (U+0007) [control-character]\n> delete it\n"
            f"{CHAPTER}:5:2: a control character stands here (U+001B) [control-character]\n> delete it\n"
            f"{CHAPTER}:5:7: a control character stands here (U+1FFFF) [control-character]\n> delete it",
        ),
        (
            {CHAPTER: " \n\n"},
            f"{CHAPTER}: the file holds no text [empty-chapter]\n"
            "> write the chapter, or take its name out of title.yaml",
        ),
        ({CHAPTER: "桥\n\n# 桥\n"}, UNTITLED),
        ({CHAPTER: "---\ntitle: x\n---\n\n# 桥\n"}, UNTITLED),
        (
            chapter("## 二\n\n#### 四\n\n##### 五\n\n# 一\n"),
            f"{CHAPTER}:5: the heading skips a level [skipped-level]\n> write ###\n"
            f"{CHAPTER}:7: a heading of level 5 is too deep [deep-heading]\n> use at most four levels\n"
            f"{CHAPTER}:9: a second title of the first level [second-heading]\n> write “##”, or begin a new file",
        ),
        (
            {CHAPTER: "# [^a]\n\n## {.unnumbered}\n\n甲。\n\n[^a]: 乙\n"},
            f"{CHAPTER}:1: the heading has no words [empty-heading]\n> write them after the #\n"
            f"{CHAPTER}:3: the heading has no words [empty-heading]\n> write them after the ##",
        ),
    ],
)
def test_files(tmp_path: Path, files: Files, expected: str) -> None:
    check(tmp_path, files, expected)


def folder_instead(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).mkdir(parents=True)


@pytest.mark.parametrize(
    ("spoil", "files", "expected"),
    [
        (
            folder_instead("chapters/02.md"),
            titled(title_yaml([CHAPTER, "chapters/02.md"])),
            "title.yaml:5:28: chapters/02.md cannot be read: not a file [unreadable-file]\n> make it a readable file",
        ),
        (
            folder_instead("references.yaml"),
            {},
            "references.yaml: references.yaml cannot be read: not a file [unreadable-file]\n> make it a readable file",
        ),
        (
            lambda folder: (folder / "a.svg").symlink_to("/etc/passwd"),
            chapter("![桥](a.svg)\n"),
            f"{CHAPTER}:3:6: a.svg leads out of the title folder [outside-path]\n"
            "> keep the file inside the title folder and name it from there",
        ),
        (
            lambda folder: (folder / "a.svg").symlink_to("a.svg"),
            chapter("![桥](a.svg)\n"),
            f"{CHAPTER}:3:6: a.svg cannot be read: a circle of links [unreadable-file]\n> make it a readable file",
        ),
    ],
)
def test_folders_and_links_in_the_place_of_files(
    tmp_path: Path, spoil: Callable[[Path], None], files: Files, expected: str
) -> None:
    spoil(tmp_path)
    check(tmp_path, files, expected)


def test_a_title_that_is_no_file_or_not_there(tmp_path: Path) -> None:
    with pytest.raises(Stop) as nothing:
        finished_book(tmp_path, lambda trouble: None)
    assert str(nothing.value).startswith("title.yaml: there is no title.yaml [missing-title]\n")
    (tmp_path / "title.yaml").mkdir()
    with pytest.raises(Stop) as folder:
        finished_book(tmp_path, lambda trouble: None)
    assert str(folder.value).startswith("title.yaml: title.yaml cannot be read: not a file [unreadable-file]\n")


def test_names_with_spaces_chinese_and_quotes_are_good_names(tmp_path: Path) -> None:
    name = "chapters/第 一'章\".md"
    plan = title_yaml([CHAPTER]).replace(f'"{CHAPTER}"', "'chapters/第 一''章\".md'")
    picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    files: Files = {"title.yaml": plan, name: "# 桥\n\n![桥](<图/图 一.svg>)\n", "图/图 一.svg": picture}
    book = book_of(tmp_path, files)
    assert book.parts[0].place.file == name
    assert list(book.pictures.values()) == [picture.encode()]


def test_a_byte_order_mark_and_windows_line_ends_are_taken(tmp_path: Path) -> None:
    plain = book_of(tmp_path / "a", {CHAPTER: "# 桥\n\n一\n二\n", "title.yaml": TITLE})
    windows: Files = {
        name: text.replace("\n", "\r\n").encode("utf-8-sig")
        for name, text in ((CHAPTER, "# 桥\n\n一\n二\n"), ("title.yaml", TITLE))
    }
    assert book_of(tmp_path / "b", windows).parts == plain.parts


# ---- title.yaml ----------------------------------------------------------------------------------------------


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
            "title.yaml:7:11: an alias or too deep nesting stands here [yaml-alias]\n> write the value out",
        ),
        (
            more("subjects: " + "[" * 20_000),
            "title.yaml: an alias or too deep nesting stands here [yaml-alias]\n> write the value out",
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
    assert "title.yaml:7:11: an alias or too deep nesting stands here [yaml-alias]" in said
