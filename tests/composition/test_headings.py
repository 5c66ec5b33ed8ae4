"""Headings keep words whole, and their lines become about equally long."""

import pytest

from kanben.composition.words import word_penalties
from tests.composition.setting import atoms_of, set_lines, width, words


def heading(text: str, measure: float, language: str = "zh-Hans") -> list[str]:
    atoms = atoms_of(text, justify=False)
    atoms.heading, atoms.language = True, language
    return [words(line) for line in set_lines(atoms, measure)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("以科技创新推动产业创新，加快发展现代产业体系", ["以科技创新推动产业创新，", "加快发展现代产业体系"]),
        ("历代活字印刷工艺的传承与现代出版业的创新发展", ["历代活字印刷工艺的传承", "与现代出版业的创新发展"]),
        ("中国书籍装帧艺术的起源、发展和演变", ["中国书籍装帧艺术的", "起源、发展和演变"]),
    ],
)
def test_a_heading_breaks_where_a_reader_pauses(text: str, lines: list[str]) -> None:
    assert heading(text, 16) == lines


@pytest.mark.parametrize("measure", range(9, 20))
def test_no_line_splits_a_word(measure: int) -> None:
    lines = heading("图书编辑出版工作者的职业素养与编辑部的日常管理", measure)

    assert not [line for line in lines[1:] if line[0] in "书版者业养部常理" and line[0] != "部"]


def test_lines_of_a_heading_are_about_equally_long() -> None:
    atoms = atoms_of("标点符号用法的历史沿革及其在现代书籍版式设计中的运用", justify=False)
    atoms.heading = True
    lines = [width(line) for line in set_lines(atoms, 24)]

    assert len(lines) == 2 and abs(lines[0] - lines[1]) <= 4


def test_a_heading_that_fits_stays_on_one_line() -> None:
    assert heading("版式与标点", 12) == ["版式与标点"]


def test_traditional_words_are_known_too() -> None:
    assert len(heading("書籍裝幀與編輯工作的歷史", 8, "zh-Hant")) == 2
    assert word_penalties("編輯與出版", "zh-Hant")[2] < word_penalties("編輯與出版", "zh-Hant")[1]
