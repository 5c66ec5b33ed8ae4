"""Citations that lead nowhere are told at their line, with the near miss."""

from kanben.book.blocks import Paragraph
from kanben.book.book import Book
from kanben.book.inlines import Cite, CiteItem, Text
from kanben.book.text import text_of
from tests.passes.cited_books import HERE, book, cite, cites, resolved


def said(given: Book) -> list[str]:
    return [str(trouble) for trouble in resolved(given)[1]]


def test_an_unknown_key_is_told_with_the_near_miss() -> None:
    assert said(book(Paragraph((cite("zhoa", line=7), cite("zhao", "qian", "sun"))))) == [
        "chapters/01.md:7: no work has the key zhoa [unknown-reference]\n    mend: did you mean zhao?"
    ]


def test_words_glued_after_a_key_are_taken_for_a_part_of_it() -> None:
    assert "mend: did you mean zhao?" in said(book(Paragraph((cite("zhao认为"), cite("zhao", "qian", "sun")))))[0]


def test_an_unknown_key_leaves_the_other_citations_right() -> None:
    done, _ = resolved(book(Paragraph((cite("wu"), cite("qian", "wu"), cite("sun")))))
    assert [text_of(node) for node in cites(done)] == ["", "[1]", "[2]"]


def test_an_at_sign_glued_to_the_text_is_no_citation() -> None:
    words = Paragraph((Text("据@zhao所述，写信给 a@sun.cn 或 @zhaozhou"), cite("zhao", "qian", "sun")), place=HERE)
    assert said(book(words)) == [
        "chapters/01.md:3: @zhao is glued to the words around it and is not read as a citation [not-a-citation]\n"
        "    mend: write [@zhao]"
    ]


def test_a_work_that_nothing_cites_is_a_warning_at_its_line() -> None:
    _, told = resolved(book(Paragraph((cite("zhao", "sun"),))))
    assert [(str(trouble.place), trouble.code, trouble.severity) for trouble in told] == [
        ("references.yaml:3", "uncited-reference", "warning")
    ]


def test_a_book_read_in_part_blames_no_work() -> None:
    assert said(book(Paragraph((cite("zhao"),)), whole=False)) == []


def test_numbers_without_a_list_are_an_error() -> None:
    told = said(book(Paragraph((cite("zhao", "qian", "sun"),)), entries=None))
    assert [line.splitlines()[0] for line in told] == [
        "chapters/01.md:3: works are cited, but nothing lists them [no-reference-list]"
    ]


def test_a_note_style_cannot_name_the_author() -> None:
    named = Cite((CiteItem("zhao", mode="author-in-text"),), place=HERE)
    told = said(book(Paragraph((named, cite("qian", "sun"))), style="note-zh"))
    assert [line.splitlines()[1] for line in told] == ["    mend: write the author's name yourself, then [@zhao]"]
