"""Whatever bytes stand in a title, the end is a Book or a Stop with troubles."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kanben.book.book import Book
from kanben.press.title import finished_book
from kanben.trouble import Stop
from tests.budgets import examples
from tests.titles import CHAPTER, title_yaml, write_title

BUDGET = examples(60)
MARKS = st.sampled_from(
    [
        *"甲乙a1 \n\t[]()*_`~^#>-+|:=.!\\<>&@$\"'“”{}",
        "\n\n",
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        ":::",
        "::: epigraph\n",
        "```",
        "[^a]",
        "\n[^a]: ",
        "[](#a)",
        "{#a .b c=d}",
        "![a](b.svg){alt=x}",
        "[@k, 1]",
        "[甲]{.term}",
        "\n\n    ",
        "| a | b |\n|---|---|\n| c | d |\n",
        "\n: ",
        "—— ",
        "\\\n",
        "&amp;",
        "***\n",
        "\u200b",
        "😀",
        "\r",
        "<b>",
    ]
)
YAML = st.sampled_from(
    [
        *"甲a1 \n\t[]{}:,-&*!|>'\"#%@`?~<=.",
        "\n  ",
        "title: ",
        "parts: ",
        "body: [chapters/01.md]",
        "- ",
        "!!int ",
        "&a ",
        "*a",
        "<<: ",
        "---\n",
        "null",
        "0x",
        "1e999",
        "2026-99-99",
        "true",
        "\\x00",
        "\x00",
    ]
)


def read(**files: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        title = write_title(Path(folder), **files)
        try:
            assert isinstance(finished_book(title, lambda trouble: None), Book)
        except Stop as stop:
            assert stop.troubles
            assert all(str(trouble) and trouble.say("zh") for trouble in stop.troubles)


@BUDGET
@given(st.lists(MARKS, max_size=60).map("".join))
def test_any_marks_as_a_chapter(text: str) -> None:
    read(**{"chapters/01.md": "# 桥\n\n" + text})


@BUDGET
@given(st.lists(YAML, max_size=40).map("".join))
def test_any_marks_as_the_end_of_title_yaml(text: str) -> None:
    read(**{"title.yaml": title_yaml(["chapters/01.md"]) + text, "chapters/01.md": CHAPTER})


@BUDGET
@given(st.lists(YAML, max_size=40).map("".join), st.lists(MARKS, max_size=20).map("".join))
def test_any_marks_as_glossary_and_references(text: str, definition: str) -> None:
    entry = "- term: 甲\n  definition: |\n" + "".join(f"    {line}\n" for line in definition.split("\n"))
    read(**{"glossary.yaml": entry + text, "references.yaml": "- id: k\n  type: book\n  title: " + text})


@BUDGET
@given(st.binary(max_size=200), st.binary(max_size=200), st.binary(max_size=200))
def test_any_bytes_as_any_file(title: bytes, chapter: bytes, other: bytes) -> None:
    read(**{"title.yaml": title})
    read(**{"chapters/01.md": chapter, "glossary.yaml": other, "references.json": other})


@BUDGET
@given(st.binary(max_size=300), st.text("<>/svg xmlns=\"':hrefurl()#!DOCTYPE[]", max_size=60))
def test_any_bytes_as_a_picture(data: bytes, inner: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'
    text = "# 桥\n\n![一](a.png)\n\n![二](b.svg)\n"
    read(**{"chapters/01.md": text, "a.png": b"\x89PNG\r\n\x1a\n" + data, "b.svg": drawing})
