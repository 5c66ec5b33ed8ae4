"""Displayed formulas are numbered by chapter, and every formula is written as MathML, once a book."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kanben.book.blocks import Equation, Paragraph
from kanben.book.book import Book
from kanben.book.inlines import CrossReference, Math, PageBreak, Text
from kanben.book.node import Block, Node
from kanben.book.page_map import PageMap, PageStart
from kanben.book.text import text_of
from kanben.book.walk import walk
from kanben.pandoc import program
from kanben.passes.cross_references import resolve_cross_references
from kanben.passes.equations import number_equations, write_formulas
from kanben.passes.headings import number_headings
from kanben.passes.page_marks import mark_pages
from tests.passes.small_books import at, book, paragraph, part, passed


def equation(tex: str, name: str = "") -> Equation:
    return Equation(Math(tex, display=True, place=at(3)), name=name)


def numbered(*blocks: Block) -> Book:
    return number_equations(number_headings(book(part("桥", *blocks)), print), print)


def equations(value: Book) -> list[Node]:
    return [node for node in walk(value) if isinstance(node, Equation)]


def test_those_with_a_name_are_numbered_in_their_chapter_and_all_have_ids() -> None:
    given = numbered(equation("a", "eq-a"), equation("b"), equation("c", "eq-c"))
    assert [(node.id, node.label) for node in equations(given) if isinstance(node, Equation)] == [
        ("ch01-e1", "(1-1)"),
        ("ch01-e2", ""),
        ("ch01-e3", "(1-2)"),
    ]


def test_outside_of_chapters_the_number_stands_alone() -> None:
    given = number_equations(book(part("序", equation("a", "eq-a"), part_id="preface", matter="front")), print)
    assert [node.label for node in walk(given) if isinstance(node, Equation)] == ["(1)"]


def test_a_reference_says_formula_and_number() -> None:
    given = numbered(equation("a", "eq-a"), paragraph("由", CrossReference("eq-a"), "得"))
    made, told = passed(resolve_cross_references, given)
    assert told == []
    assert text_of(made.parts[0].blocks[1]) == "由式(1-1)得"


def test_two_equations_of_one_name_are_told() -> None:
    given = numbered(equation("a", "eq-a"), replace(equation("b", "eq-a"), place=at(9)))
    _, told = passed(resolve_cross_references, given)
    assert told[0].startswith("chapters/01.md:9: #eq-a is given twice")


def test_all_formulas_of_a_book_are_asked_about_in_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def remember(question: bytes, ask: Callable[[], bytes]) -> bytes:
        asked.append(question)
        return ask()

    monkeypatch.setattr(program.Door, "memory", staticmethod(remember))
    given = book(part("桥", paragraph("矢高", Math("f"), "，", Math("f")), equation("y = f x")))
    made, told = passed(write_formulas, given)
    assert (len(asked), told) == (1, [])
    words = [node.words for node in walk(made) if isinstance(node, Math)]
    assert words == ["f", "f", "y=fx"]


def test_a_book_without_formulas_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "find_pandoc", lambda: pytest.fail("pandoc was looked for"))
    given = book(part("桥", paragraph("没有公式。")))
    assert write_formulas(given, pytest.fail) is given


def test_what_is_no_formula_is_told_at_its_line() -> None:
    words = paragraph(Math(r"\foo{x}", place=at(5)), Math(r"\,", place=at(7)))
    _, told = passed(write_formulas, book(part("桥", words)))
    assert told == [
        "chapters/01.md:5: “\\foo{x}” is not TeX: unexpected control sequence \\foo [bad-formula]\n"
        "    mend: correct the formula; a mere dollar sign is written \\$",
        "chapters/01.md:7: a formula shows nothing [empty-formula]\n    mend: write it, or take its dollar signs out",
    ]


def test_a_formula_too_deep_to_be_read_is_told_with_its_levels() -> None:
    deep = Math("\\sqrt{" * 70 + "x" + "}" * 70, place=at(5))
    _, (told,) = passed(write_formulas, book(part("桥", paragraph(deep))))
    assert told.startswith(
        f"chapters/01.md:5: the formula “{deep.quoted}” has 71 levels; kanben takes 60 [deep-formula]"
    )


# ---- pages that begin with formulas --------------------------------------------------------------------------


def test_a_formula_counts_as_one_character_of_its_paragraph() -> None:
    words = (Text("设"), Math("x"), Text("为桥长"))
    given = book(part("桥", Paragraph(words, spot=1)))
    starts = (PageStart("2", "ch01", 1, 1), PageStart("3", "ch01", 1, 2))
    made = mark_pages(given, PageMap(starts=starts)).parts[0].blocks[0]
    assert isinstance(made, Paragraph)
    assert made.children == (Text("设"), PageBreak("2", "p2"), Math("x"), PageBreak("3", "p3"), Text("为桥长"))


def test_a_page_that_begins_with_an_equation_is_marked_before_it() -> None:
    given = book(part("桥", replace(equation("x"), id="ch01-e1")))
    made = mark_pages(given, PageMap(starts=(PageStart("2", "ch01", 0, 0, "ch01-e1"),)))
    assert [node.before for node in walk(made) if isinstance(node, Equation)] == [(PageBreak("2", "p2"),)]
