"""How code is taken apart, and what happens where nobody knows its language."""

import sys
from subprocess import run

import pytest

from kanben.book.blocks import CodeBlock
from kanben.passes.code import highlight_code
from tests.passes.small_books import at, book, part, passed


def lines(text: str, language: str) -> tuple[list[list[tuple[str, str]]], list[str]]:
    made, told = passed(highlight_code, book(part("论桥", CodeBlock(text, language, place=at(3)))))
    (block,) = made.parts[0].blocks
    assert isinstance(block, CodeBlock)
    return [[(piece.kind, piece.text) for piece in line] for line in block.lines], told


def test_keywords_names_strings_numbers_and_comments_are_told_apart() -> None:
    assert lines("def f():  # 拱\n    return '桥', 1", "python") == (
        [
            [("keyword", "def"), ("", " "), ("name", "f"), ("", "():  "), ("comment", "# 拱")],
            [("", "    "), ("keyword", "return"), ("", " "), ("string", "'桥'"), ("", ", "), ("number", "1")],
        ],
        [],
    )


@pytest.mark.parametrize("language", ["", "text", "python", "html", "json", "sql", "bash", "c", "console", "pug"])
@pytest.mark.parametrize("text", ["", "x", "$ ls\n桥\n$ cd", "a\n\n  b\n", "\n\n", "\t'未完\n{<\\"])
def test_the_lines_together_are_the_code(language: str, text: str) -> None:
    found, told = lines(text, language)
    assert "\n".join("".join(piece for _, piece in line) for line in found) == text
    assert told == []


def test_an_unknown_language_is_told_and_its_code_set_plainly() -> None:
    assert lines("x = 1", "pyhton") == (
        [[("", "x = 1")]],
        [
            "chapters/01.md:3: no programming language is called “pyhton” [unknown-language]\n"
            "    mend: did you mean python?"
        ],
    )


def test_a_book_without_code_of_a_language_loads_no_pygments() -> None:
    script = (
        "import sys; from kanben.passes.order import ORDER; from kanben.passes.code import highlight_code;"
        "from tests.passes.small_books import book, part; from kanben.book.blocks import CodeBlock;"
        "highlight_code(book(part('论桥', CodeBlock('x'))), print); sys.exit('pygments' in sys.modules)"
    )
    assert run([sys.executable, "-c", script], cwd=".", check=False).returncode == 0
