"""Whatever files stand in a title folder, an editor is told what is wrong, where, and how to mend it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kanben.press.title import finished_book
from kanben.trouble import Stop
from tests.titles import title_yaml
from tests.told import CHAPTER, TITLE, Files, book_of, chapter, check, titled

UNTITLED = f"{CHAPTER}:1: the file does not begin with a title [no-heading]\n> begin it with a line “# …”"


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
        (
            {CHAPTER: "---\ntitle: x\n---\n\n# 桥\n"},
            f"{UNTITLED}\n{CHAPTER}:1:1: the file begins with metadata, which would be printed [chapter-metadata]\n"
            "> take it out: title.yaml holds such facts",
        ),
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
